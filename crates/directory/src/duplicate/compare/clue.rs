use serde::{Deserialize, Serialize};

/// What a line of `weights.toml` is about, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    SameName,
    CloseName,
    CommonName,
    NameWithin,
    OtherName,
    OtherKind,
    SameSiret,
    SameSiren,
    OtherSiren,
    SamePhone,
    OtherPhone,
    SameEmail,
    OtherEmail,
    SameSite,
    SameAddress,
    SameStreet,
    OtherNumber,
    OtherStreet,
    AtOnce,
    Near,
    Far,
    VeryFar,
    OtherCommune,
}

impl Rule {
    pub const ALL: [Rule; 23] = [
        Rule::SameName,
        Rule::CloseName,
        Rule::CommonName,
        Rule::NameWithin,
        Rule::OtherName,
        Rule::OtherKind,
        Rule::SameSiret,
        Rule::SameSiren,
        Rule::OtherSiren,
        Rule::SamePhone,
        Rule::OtherPhone,
        Rule::SameEmail,
        Rule::OtherEmail,
        Rule::SameSite,
        Rule::SameAddress,
        Rule::SameStreet,
        Rule::OtherNumber,
        Rule::OtherStreet,
        Rule::AtOnce,
        Rule::Near,
        Rule::Far,
        Rule::VeryFar,
        Rule::OtherCommune,
    ];

    /// Identifies somebody: found between two entries told apart, it is worth asking again.
    pub fn is_strong(self) -> bool {
        matches!(self, Rule::SameSiret | Rule::SamePhone | Rule::SameEmail)
    }
}

/// One thing found between two entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clue {
    pub rule: Rule,
    /// Whole points; below zero, against.
    pub points: i16,
    #[serde(default, skip_serializing_if = "Detail::is_none")]
    pub detail: Detail,
}

/// What fills the place left in the rule's sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    #[default]
    None,
    Metres(u32),
    /// Words the two names share.
    Words(Vec<String>),
}

impl Detail {
    fn is_none(&self) -> bool {
        *self == Detail::None
    }
}

/// How alike two entries are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// 0 to 100.
    pub score: i16,
    /// In the order of `weights.toml`.
    pub clues: Vec<Clue>,
}
