//! How many of each path, at which site: the story's proportions.
//!
//! 250 consultations by 16 prescribers; 95 requests, of which 82 became courses of support. By the
//! last morning 50 persons have taken part once, 38 three times, 25 six times; 18 have settled and
//! 30 courses are closed. Sites in the order of `sites.toml`: Bron, Vénissieux, Saint-Fons.

use care::caseload::Outcome;
use care::referral::DeclineReason;

use super::model::{Desk, Path};

/// Requests that became courses of support.
pub(super) const COURSES: usize = 82;

/// Consultations at each site, with or without a request.
pub(super) const CONSULTATIONS_AT: [usize; 3] = [110, 80, 60];

/// Days from the request to the first contact, twenty at a time: the median is 2 or 3, and 9 of 10
/// are within 7.
pub(super) const WAITS: [i64; 20] = [1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 7, 9, 13];

/// Points of UCLA-3 gained or lost by those measured twice: 40 of 55 are less lonely.
pub(super) const CHANGES: [(i64, usize); 6] = [(-3, 8), (-2, 14), (-1, 18), (0, 9), (1, 5), (2, 1)];

/// A path and how many take it at each site.
type Share = (Path, [usize; 3]);

pub(super) const REFERRED: [Share; 33] = [
    (Path::Settled, [7, 3, 2]),
    (Path::GoalsReached, [2, 1, 0]),
    (Path::Unreachable, [3, 1, 1]),
    (Path::Stopped(Outcome::Stopped), [2, 1, 1]),
    (Path::Stopped(Outcome::OtherSupport), [1, 1, 0]),
    (Path::Stopped(Outcome::Moved), [0, 0, 1]),
    (Path::Stopped(Outcome::Other), [1, 0, 0]),
    (Path::StoppedAfterOnce, [1, 1, 0]),
    (Path::Habit { settled: true }, [1, 1, 1]),
    (Path::Habit { settled: false }, [5, 3, 2]),
    (Path::Trying, [3, 4, 3]),
    (Path::Beginning, [3, 3, 2]),
    (Path::LeftAfterOnce, [1, 1, 0]),
    (Path::OnTheDesk(Desk::CallLate), [1, 0, 0]),
    (Path::OnTheDesk(Desk::CallFirst), [1, 1, 0]),
    (Path::OnTheDesk(Desk::CallAgain), [0, 0, 1]),
    (Path::OnTheDesk(Desk::CallBack), [1, 0, 0]),
    (Path::OnTheDesk(Desk::Letter), [1, 0, 0]),
    (Path::OnTheDesk(Desk::Assess), [1, 1, 1]),
    (Path::OnTheDesk(Desk::Silent), [1, 0, 1]),
    (Path::OnTheDesk(Desk::AskedLately), [0, 1, 1]),
    (Path::OnTheDesk(Desk::Introduce), [1, 0, 0]),
    (Path::OnTheDesk(Desk::MeetingTomorrow), [1, 0, 0]),
    (Path::OnTheDesk(Desk::Expired), [1, 0, 0]),
    (Path::OnTheDesk(Desk::Declined), [0, 1, 0]),
    (Path::OnTheDesk(Desk::Waitlisted), [1, 0, 0]),
    (Path::OnTheDesk(Desk::Paused), [0, 0, 1]),
    (Path::Declined(DeclineReason::NotInterested), [1, 1, 0]),
    (Path::Declined(DeclineReason::NotEligible), [1, 0, 1]),
    (Path::Declined(DeclineReason::Duplicate), [0, 1, 0]),
    (Path::Declined(DeclineReason::Absent), [1, 0, 0]),
    (Path::Withdrawn, [1, 1, 1]),
    // Two in Bron are one woman, twice: see `look_alikes`.
    (Path::Waiting, [0, 1, 1]),
];

/// Of those who have come once or twice, how many have looked back already.
pub(super) const BEGINNERS_REVIEWED: usize = 7;
