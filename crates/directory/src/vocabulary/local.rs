//! What data·inclusion lacks for social ties: codes of our own.

use serde::{Deserialize, Serialize};

use super::coded::coded;

coded! {
    /// What a resource does about isolation: the five verbs of the French fight against it.
    Lever {
        /// Écouter: a line, a visit, somebody to talk to.
        Listen = "listen",
        /// Rassembler: occasions to meet.
        Gather = "gather",
        /// Rejoindre: going to those who do not come.
        ReachOut = "reach_out",
        /// Soutenir: carers, the bereaved, people in a hard passage.
        Support = "support",
        /// Faire participer: giving, helping, deciding.
        TakePart = "take_part",
    }
}

coded! {
    /// How people are together.
    Format {
        OneToOne = "one_to_one",
        Group = "group",
        /// Open hours: one comes and goes.
        DropIn = "drop_in",
        Outing = "outing",
        HomeVisit = "home_visit",
        Call = "call",
        Online = "online",
        /// Getting people somewhere is itself what is offered.
        Transport = "transport",
    }
}

coded! {
    /// The easiest way there.
    Transport {
        /// Nothing stops nearby and nobody fetches anybody.
        None = "none",
        Bus = "bus",
        Tram = "tram",
        Metro = "metro",
        Train = "train",
        /// One is fetched at home.
        Pickup = "pickup",
    }
}

coded! {
    /// Whether a wheelchair gets in.
    Wheelchair {
        Yes = "yes",
        /// With help, or to a part of the place.
        Limited = "limited",
        No = "no",
    }
}

coded! {
    /// What an organization is.
    OrganizationKind {
        Association = "association",
        Charity = "charity",
        CitizenTeam = "citizen_team",
        SocialCentre = "social_centre",
        NeighbourhoodHouse = "neighbourhood_house",
        SportsClub = "sports_club",
        Library = "library",
        CulturalPlace = "cultural_place",
        Garden = "garden",
        AdultLearning = "adult_learning",
        YouthService = "youth_service",
        SeniorResidence = "senior_residence",
        HealthCentre = "health_centre",
        /// Centre communal d’action sociale, the commune's welfare office.
        Ccas = "ccas",
        TownHall = "town_hall",
        Company = "company",
        PublicService = "public_service",
    }
}

/// A subject people care for (gardening, choir …), finer than the official themes and free to
/// grow: a slug, labelled in the territory's own list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Topic(String);

impl Topic {
    /// Lower-case ASCII letters, digits and single hyphens or underscores, at most 60.
    pub fn parse(slug: &str) -> Option<Topic> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        ((1..=60).contains(&slug.len()) && slug.chars().all(plain)).then(|| Topic(slug.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Topic {
    type Error = String;

    fn try_from(slug: String) -> Result<Self, Self::Error> {
        Topic::parse(&slug).ok_or_else(|| format!("« {slug} » is not a slug"))
    }
}

impl From<Topic> for String {
    fn from(topic: Topic) -> String {
        topic.0
    }
}

/// A language spoken somewhere besides French, by its ISO 639 code: `ar`, `fsl` for French sign
/// language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

impl Language {
    /// Those that have a name in both languages of the pages.
    pub const NAMED: [&str; 18] = [
        "ar", "bn", "de", "en", "es", "fa", "fsl", "it", "pl", "ps", "pt", "ro", "ru", "so", "ta", "tr",
        "uk", "zh",
    ];

    /// French sign language.
    pub const SIGN: &str = "fsl";

    /// « lsf », which people write for French sign language, is read as its ISO 639-3 code.
    pub fn parse(code: &str) -> Option<Language> {
        let code = if code == "lsf" { Language::SIGN } else { code };
        let shaped = matches!(code.len(), 2 | 3) && code.chars().all(|c| c.is_ascii_lowercase());
        shaped.then(|| Language(code.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_signed(&self) -> bool {
        self.as_str() == Language::SIGN
    }
}

impl TryFrom<String> for Language {
    type Error = String;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Language::parse(&code).ok_or_else(|| format!("« {code} » is not a language code"))
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Coded;

    #[test]
    fn a_lever_has_the_same_code_in_json_and_in_addresses() {
        for lever in Lever::ALL.iter().copied() {
            assert_eq!(serde_json::to_string(&lever).unwrap(), format!("\"{}\"", lever.code()));
            assert_eq!(Lever::from_code(lever.code()), Some(lever));
        }
    }

    #[test]
    fn a_topic_is_a_slug() {
        assert!(Topic::parse("jardin-partage").is_some());
        assert_eq!(Topic::parse("Jardin partagé"), None);
        assert_eq!(Topic::parse(""), None);
    }
}
