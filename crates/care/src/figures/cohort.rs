//! What the store says of a cohort, one path for each referral.

use std::collections::HashSet;

use jiff::civil::Date;
use measure::Instrument;
use uuid::Uuid;

use super::group::Who;
use super::model::{Load, Source};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;
use crate::screening::Pair;

#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) screened: u32,
    pub(super) paths: Vec<Path>,
    pub(super) ties: Vec<Tie>,
    /// One for each instrument and course of support that was measured.
    pub(super) pairs: Vec<(&'static Instrument, Pair)>,
    pub(super) loads: Vec<Load>,
}

/// What became of one referral.
#[derive(Clone, Debug)]
pub(super) struct Path {
    /// Its course of support, once there is one.
    pub(super) case: Option<Uuid>,
    pub(super) who: Who,
    pub(super) source: Source,
    pub(super) decision: Decision,
    pub(super) sent_on: Date,
    pub(super) reached_on: Option<Date>,
    pub(super) is_assessed: bool,
    pub(super) is_connected: bool,
    pub(super) first_time_on: Option<Date>,
    /// Days somebody took part, wherever it was.
    pub(super) times: i64,
    pub(super) is_settled: bool,
    pub(super) outcome: Option<Outcome>,
}

/// A connection that was asked for or ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    /// Days until the organization answered, where it did.
    pub(super) answered_after: Option<u32>,
    pub(super) end: Option<ConnectionEnd>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    Waiting,
    Accompanied,
    Declined(DeclineReason),
    Withdrawn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConnectionEnd {
    Declined(DeclineReason),
    Expired,
    Dropped(DeclineReason),
}

impl Found {
    /// The paths and measures of some referrals alone.
    pub(super) fn only(&self, is_wanted: impl Fn(&Path) -> bool) -> Found {
        let paths: Vec<Path> = self.paths.iter().filter(|path| is_wanted(path)).cloned().collect();
        let cases: HashSet<Uuid> = paths.iter().filter_map(|path| path.case).collect();
        Found {
            pairs: self.pairs.iter().filter(|(_, pair)| cases.contains(&pair.case.0)).cloned().collect(),
            paths,
            ..Found::default()
        }
    }
}
