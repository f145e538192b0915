//! How far a referral had come on a day.

use measure::Days;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::model::Step;
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;

#[derive(Clone, Debug)]
pub(super) struct Path {
    pub(super) decision: Decision,
    pub(super) sent_on: Day,
    /// Whether there is a course of support.
    pub(super) is_opened: bool,
    pub(super) reached_on: Option<Day>,
    pub(super) is_assessed: bool,
    pub(super) is_connected: bool,
    pub(super) first_time_on: Option<Day>,
    /// Days somebody took part, wherever it was.
    pub(super) times: usize,
    pub(super) is_settled: bool,
    pub(super) outcome: Option<Outcome>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Decision {
    Waiting,
    Accompanied,
    Declined(DeclineReason),
    Withdrawn,
}

/// How a connection came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum ConnectionEnd {
    Declined(DeclineReason),
    Expired,
    Dropped(DeclineReason),
}

impl Path {
    /// The last step that was passed.
    pub(super) fn furthest(&self) -> Step {
        match self.times {
            6.. => Step::SixTimes,
            3.. => Step::ThreeTimes,
            1.. => Step::Once,
            _ if self.is_connected => Step::Connected,
            _ if self.is_assessed => Step::Assessed,
            _ if self.reached_on.is_some() => Step::Reached,
            _ if self.decision == Decision::Accompanied => Step::Accompanied,
            _ => Step::Referred,
        }
    }

    pub(super) fn has_settled(&self) -> bool {
        self.is_settled || self.outcome == Some(Outcome::Settled)
    }

    /// Adds the days from the referral to another; somebody seen the same day waited none, nor somebody seen
    /// earlier, as a clock or a late note may say.
    pub(super) fn waited(&self, until: Option<Day>, days: &mut Days) {
        if let Some(until) = until {
            days.add(self.sent_on.until(until).unwrap_or_default());
        }
    }
}
