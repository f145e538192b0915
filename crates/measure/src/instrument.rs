//! What an instrument asks, of whom, and by what right its text is here.

use serde::Deserialize;

use crate::answers::Answers;
use crate::flaw::{self, Flaw};
use crate::scale::Scale;
use crate::words::Words;

/// One questionnaire, as its file says. Only [`Instrument::parse`] makes one, so it is whole.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Instrument {
    /// `ucla3`; also what every item's code begins with.
    pub code: String,
    /// Kept beside stored answers: two versions are never compared.
    pub version: String,
    pub title: Words,
    /// A plain sentence saying what is asked.
    pub asks: Words,
    /// What is said above the items.
    pub instruction: Words,
    /// The time the answers speak of.
    pub recall: Words,
    pub audience: Audience,
    /// Offered unless a team chose otherwise; else only where it was chosen.
    #[serde(default = "yes")]
    pub is_usual: bool,
    pub licence: Licence,
    pub licence_note: Words,
    pub source: Source,
    pub wording: WordingNote,
    pub missing: Missing,
    /// What the result does not say.
    pub caveats: Vec<Words>,
    pub comparator: Option<Comparator>,
    /// LOINC codes, with what each stands for.
    #[serde(default)]
    pub loinc: Vec<Loinc>,
    /// The choices of every item that has none of its own.
    #[serde(default)]
    choices: Vec<Choice>,
    pub items: Vec<Item>,
    /// The first is the one to show when only one can be.
    pub scales: Vec<Scale>,
}

impl Instrument {
    /// Reads an instrument's file, ours or one that an organisation brings under its own licence.
    ///
    /// # Errors
    /// The first [`Flaw`] found: unreadable, or unable to score every complete set of answers.
    pub fn parse(toml: &str) -> Result<Instrument, Flaw> {
        let instrument: Instrument = toml::from_str(toml)?;
        flaw::find(&instrument)?;
        Ok(instrument)
    }

    /// Whether what it asks is worded by each person: their answers are theirs, and are not added up.
    pub fn asks_for_own_words(&self) -> bool {
        self.items.iter().any(|item| item.in_own_words)
    }

    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.code == code)
    }

    pub fn scale(&self, code: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.code == code)
    }

    /// The items whose answer must not be passed over: somebody sees to it at once.
    pub fn alarms(&self, answers: &Answers) -> Vec<&Item> {
        let rings = |item: &&Item| match (item.alarm_above, answers.get(&item.code)) {
            (Some(limit), Some(answer)) => answer > limit,
            _ => false,
        };
        self.items.iter().filter(rings).collect()
    }

    /// What may be answered to an item, in the order to show.
    pub fn choices<'i>(&'i self, item: &'i Item) -> &'i [Choice] {
        if item.choices.is_empty() { &self.choices } else { &item.choices }
    }
}

fn yes() -> bool {
    true
}

/// Who may put the questions without help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// A visitor alone, too.
    Anyone,
    Professionals,
    /// Doctors and psychologists, who know what to do with the answers.
    Clinicians,
}

/// Whether the text may ship; the names are those of the design page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Licence {
    /// The text may ship.
    #[serde(rename = "libre")]
    Free,
    /// In the research pack only, without a label on a person.
    #[serde(rename = "recherche")]
    ResearchOnly,
    /// In a content pack of its own, which carries its licence.
    #[serde(rename = "pack")]
    SeparatePack,
    /// The engine can score it; its text comes from whoever is registered to use it.
    #[serde(rename = "enregistrement")]
    EngineOnly,
}

/// Where the instrument was published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub citation: String,
    pub year: u16,
}

/// Where the words come from, language by language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingNote {
    pub fr: Wording,
    pub en: Wording,
    pub note: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// As its authors published it.
    Published,
    /// A translation that nobody has validated.
    Translated,
    /// Written after a published description, the questionnaire itself not having been read.
    Reconstructed,
    /// Written for this project.
    Ours,
}

/// When a score may be given although an answer is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Never.
    NoneAllowed,
    /// Each scale is read once its own items are answered.
    EachScaleAlone,
}

/// The same question put to the country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparator {
    /// Share of the population in a [`Band::counted`](crate::Band::counted) band, in whole per cent.
    pub percent: u32,
    /// Year of collection.
    pub year: u16,
    pub source: String,
    /// The sentence to show, year included.
    pub says: Words,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loinc {
    pub code: String,
    /// `panel`, `answers` or `nearest question`.
    pub stands_for: String,
}

/// One question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Item {
    /// `ucla3.1`; also the form field's name and the key in stored answers.
    pub code: String,
    pub text: Words,
    /// What its words mean, in easier ones, for whoever asks; the question itself stays as it was published.
    pub easy: Option<Words>,
    /// The person's own words, kept by the caller, are shown with this item.
    #[serde(default)]
    pub in_own_words: bool,
    /// An answer above it opens the safety procedure, whatever the total.
    pub alarm_above: Option<i64>,
    #[serde(default)]
    choices: Vec<Choice>,
}

/// One answer that can be given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub value: i64,
    pub label: Words,
}
