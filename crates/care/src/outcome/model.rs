//! A review and a closing.

use jiff::civil::Date;

use crate::caseload::Outcome;
use crate::screening::Filled;

/// The longest word on a closing, in characters.
pub const LONGEST_NOTE: usize = 1_000;

/// One day of looking back.
#[derive(Clone, Debug)]
pub struct Review {
    pub held_on: Date,
    /// Empty when the person preferred not to answer.
    pub filled: Vec<Filled>,
    /// When to look back again; kept with the plan, when there is one.
    pub next_on: Option<Date>,
}

/// How a course of support ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub outcome: Outcome,
    pub note: Option<String>,
    /// The person no longer agrees that the team knows of them: nobody is told anything more.
    pub withdraws: bool,
}
