//! What is noted of time, money and consultations.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, CaseId, CostRateId, SiteId, TimeSpentId};

kernel::coded! {
    /// On what time was spent.
    SpentOn {
        Call = "call",
        Meeting = "meeting",
        /// To a place, the first times.
        GoingAlong = "going_along",
        /// Looking for a place, talking with those around.
        Coordination = "coordination",
        Writing = "writing",
        Other = "other",
    }
}

kernel::coded! {
    /// Where a number of consultations comes from.
    ToldBy {
        Person = "person",
        /// As it stands in their records.
        CareTeam = "care_team",
        File = "file",
    }
}

/// Time spent on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    pub day: Date,
    /// From 1 to 1,440.
    pub minutes: i64,
    pub on: SpentOn,
}

/// The same, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSpent {
    pub id: TimeSpentId,
    pub spent: Spent,
    pub by: AccountId,
    pub by_name: String,
}

/// What a coordinator types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRate {
    pub valid_from: Date,
    pub hour_cents: i64,
    /// Beside time, for one course of support.
    pub other_cents: i64,
    /// Where the figures come from, in the team's words.
    pub origin: String,
}

/// The same, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    pub id: CostRateId,
    pub new: NewRate,
    pub by_name: String,
    /// Unix seconds.
    pub said_at: i64,
}

/// A number of consultations, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub count: i64,
    pub told_by: ToldBy,
}

/// Consultations on both sides of a referral, each where it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    pub before: Option<Count>,
    pub after: Option<Count>,
}

/// A course of support and its consultations, as the store has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub case: CaseId,
    pub site: SiteId,
    pub referred_on: Date,
    pub noted: Noted,
    /// Nought where nothing was noted.
    pub version: i64,
    pub opened_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}
