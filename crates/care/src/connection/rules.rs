//! Decisions about connections, one function one sentence.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::clock::start_of;

use directory::verification::Doubt;

use super::model::{Connection, State};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;

/// The prescriber hears of these times somebody took part, counted over the whole case; the
/// thread shows the same: once is a visit, three times a try, six times a habit.
pub const TIMES_THAT_COUNT: [usize; 3] = [1, 3, 6];
/// Knots of a connection's thread: proposed, asked, accepted, introduced, then the three times.
pub const KNOTS: usize = 7;
/// An organisation that does not say how long its waiting list is, is asked again after so long.
pub const USUAL_WAIT_DAYS: i64 = 30;

/// How far a connection came along its thread.
pub fn knots_tied(connection: &Connection) -> usize {
    let times = connection.attendances.len();
    if times > 0 {
        return 4 + TIMES_THAT_COUNT.iter().filter(|count| **count <= times).count();
    }
    match connection.state {
        State::Proposed => 1,
        State::Asked | State::Waitlisted { .. } | State::Declined { .. } | State::Expired => 2,
        State::Accepted { .. } => 3,
        State::Introduced { .. } | State::TookPart | State::Settled => 4,
        State::Dropped { .. } => usize::from(connection.request.is_some()) + 1,
    }
}

/// When a waiting list is asked about again: as the day it was to open begins.
pub fn asked_again_at(until: Date) -> Timestamp {
    start_of(until)
}

/// What becomes of a connection still open when its case closes: whoever comes and goes on
/// without us has settled, everything else ends with the case's own reason.
pub fn ends_settled(connection: &Connection, outcome: Outcome) -> bool {
    connection.state == State::TookPart && matches!(outcome, Outcome::Settled | Outcome::GoalsReached)
}

/// Why a connection that goes no further with its case does not.
pub fn reason_of(outcome: Outcome) -> DeclineReason {
    match outcome {
        Outcome::Unreachable => DeclineReason::NotReachable,
        Outcome::Stopped => DeclineReason::NotInterested,
        Outcome::Settled
        | Outcome::GoalsReached
        | Outcome::OtherSupport
        | Outcome::Moved
        | Outcome::Deceased
        | Outcome::Other => DeclineReason::Other,
    }
}

/// What a connection that came to nothing tells of the directory's entry: a person's own reasons
/// tell nothing.
pub fn doubt_of(connection: &Connection) -> Option<Doubt> {
    match &connection.state {
        State::Declined { reason, .. } | State::Dropped { reason } => match reason {
            DeclineReason::Full => Some(Doubt::Full),
            DeclineReason::NotEligible => Some(Doubt::NotForThem),
            _ => None,
        },
        // A call nobody made is no silence of theirs.
        State::Expired if connection.is_asked_by_letter() => Some(Doubt::Silent),
        _ => None,
    }
}

/// « between 70 and 79 »: an age told without telling it, ends included.
pub fn age_band(age: i16) -> (i16, i16) {
    match age {
        ..18 => (0, 17),
        18..30 => (18, 29),
        _ => (age - age % 10, age - age % 10 + 9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_within_ten_years() {
        assert_eq!(
            [17, 18, 29, 30, 78, 80].map(age_band),
            [(0, 17), (18, 29), (18, 29), (30, 39), (70, 79), (80, 89)]
        );
    }
}
