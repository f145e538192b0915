use kernel::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// What a line of `weights.toml` is about, in the order of the file.
    Rule {
        SameName = "same_name",
        CloseName = "close_name",
        CommonName = "common_name",
        NameWithin = "name_within",
        OtherName = "other_name",
        OtherKind = "other_kind",
        SameSiret = "same_siret",
        SameSiren = "same_siren",
        OtherSiren = "other_siren",
        SamePhone = "same_phone",
        OtherPhone = "other_phone",
        SameEmail = "same_email",
        OtherEmail = "other_email",
        SameSite = "same_site",
        SameAddress = "same_address",
        SameStreet = "same_street",
        OtherNumber = "other_number",
        OtherStreet = "other_street",
        AtOnce = "at_once",
        Near = "near",
        Far = "far",
        VeryFar = "very_far",
        OtherCommune = "other_commune",
        // Of resources only.
        SameOrganization = "same_organization",
        MaybeSameOrganization = "maybe_same_organization",
        SameThemes = "same_themes",
        OtherThemes = "other_themes",
        SameHours = "same_hours",
        OtherHours = "other_hours",
    }
}

impl Rule {
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
