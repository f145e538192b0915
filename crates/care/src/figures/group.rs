//! Groups whose figures are set beside the total, so that nobody is forgotten without its being seen.

use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use measure::{ChangeSummary, Waits};
use serde::{Deserialize, Serialize};

use super::model::{Source, Step};
use crate::assessment::model::{DigitalEase, PriorityArea};
use crate::person::Civility;

kernel::coded! {
    /// What persons are grouped by; the codes stand in addresses.
    Dimension {
        /// As they are addressed: « Mme » or « M. ».
        Civility = "civilite",
        Age = "age",
        Source = "origine",
        Commune = "commune",
        PriorityArea = "quartier",
        DigitalEase = "numerique",
    }
}

kernel::coded! {
    /// Age in the year of the referral.
    AgeClass {
        Under30 = "0-29",
        To59 = "30-59",
        To74 = "60-74",
        From75 = "75",
    }
}

/// One group of a dimension; `None` for those of whom it is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Civility(Option<Civility>),
    Age(Option<AgeClass>),
    Source(Source),
    Commune(CommuneCode),
    PriorityArea(Option<PriorityArea>),
    DigitalEase(Option<DigitalEase>),
}

/// A group, and what is set beside the total.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub part: Part,
    /// By [`Step`](super::Step); never growing.
    pub funnel: [u32; Step::ALL.len()],
    pub to_first_contact: Option<Waits>,
    /// Of [`Figures::main_change`](super::Figures::main_change)'s instrument.
    pub change: Option<ChangeSummary>,
}

/// What is known of whom a referral is about, and who asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Profile {
    pub(super) source: Source,
    pub(super) civility: Option<Civility>,
    pub(super) age: Option<AgeClass>,
    pub(super) commune: CommuneCode,
    pub(super) priority_area: Option<PriorityArea>,
    pub(super) digital_ease: Option<DigitalEase>,
}

impl AgeClass {
    pub(super) fn of(years: i16) -> AgeClass {
        match years {
            ..30 => AgeClass::Under30,
            30..60 => AgeClass::To59,
            60..75 => AgeClass::To74,
            75.. => AgeClass::From75,
        }
    }
}

impl Part {
    pub(super) fn of(profile: &Profile, dimension: Dimension) -> Part {
        match dimension {
            Dimension::Civility => Part::Civility(profile.civility),
            Dimension::Age => Part::Age(profile.age),
            Dimension::Source => Part::Source(profile.source),
            Dimension::Commune => Part::Commune(profile.commune.clone()),
            Dimension::PriorityArea => Part::PriorityArea(profile.priority_area),
            Dimension::DigitalEase => Part::DigitalEase(profile.digital_ease),
        }
    }

    /// As kept; `None` for those of whom it is not known.
    pub fn code(&self) -> Option<&str> {
        match self {
            Part::Civility(part) => part.map(Coded::code),
            Part::Age(part) => part.map(Coded::code),
            Part::Source(part) => Some(part.code()),
            Part::Commune(part) => Some(part.as_str()),
            Part::PriorityArea(part) => part.map(Coded::code),
            Part::DigitalEase(part) => part.map(Coded::code),
        }
    }

    /// From what is kept; `None` for a code that is not of the dimension.
    pub fn from_code(dimension: Dimension, code: Option<&str>) -> Option<Part> {
        fn one<T: Coded>(code: Option<&str>) -> Option<Option<T>> {
            code.map_or(Some(None), |code| T::from_code(code).map(Some))
        }
        Some(match dimension {
            Dimension::Civility => Part::Civility(one(code)?),
            Dimension::Age => Part::Age(one(code)?),
            Dimension::Source => Part::Source(Source::from_code(code?)?),
            Dimension::Commune => Part::Commune(CommuneCode::parse(code?)?),
            Dimension::PriorityArea => Part::PriorityArea(one(code)?),
            Dimension::DigitalEase => Part::DigitalEase(one(code)?),
        })
    }
}
