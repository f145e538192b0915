//! First and last measure of one instrument in one case: what a change is read from.

use kernel::id::CaseId;
use measure::{Change, Scale};

use super::model::{Filled, Measure, Moment};
use super::rules;

/// One case's first and last complete filling of an instrument, either missing where it was not
/// taken; cases with neither count among those enrolled.
#[derive(Clone, Debug)]
pub struct Pair {
    pub case: CaseId,
    pub first: Option<Filled>,
    pub last: Option<Filled>,
}

impl Pair {
    /// Among a case's measures, oldest first: the earliest complete first measure and the latest
    /// complete review of an instrument.
    pub fn among<'m>(
        case: CaseId,
        instrument: &str,
        measures: impl IntoIterator<Item = &'m Measure>,
    ) -> Pair {
        let mut pair = Pair { case, first: None, last: None };
        for measure in measures {
            let Some(filled) = measure.filled.as_ref().filter(|filled| filled.is_complete()) else {
                continue;
            };
            match measure.moment {
                _ if measure.instrument != instrument => {}
                Moment::First if pair.first.is_none() => pair.first = Some(filled.clone()),
                Moment::First => {}
                Moment::Review => pair.last = Some(filled.clone()),
            }
        }
        pair
    }

    /// The two values of a scale, as [`measure::ChangeSummary::of`] takes them. A last value that
    /// cannot be compared with the first counts as not taken.
    pub fn values(&self, scale: &Scale) -> (Option<i64>, Option<i64>) {
        let value = |filled: &Filled| filled.score()?.reading(&scale.code).map(|reading| reading.value);
        let first = self.first.as_ref().and_then(value);
        let last = match (&self.first, &self.last) {
            (Some(first), Some(last)) if !rules::comparable(scale, first, last) => None,
            (_, last) => last.as_ref().and_then(value),
        };
        (first, last)
    }

    /// How far the person came on a scale; nothing unless it was measured twice.
    pub fn change(&self, scale: &Scale) -> Option<Change> {
        match self.values(scale) {
            (Some(first), Some(last)) => Some(scale.change(first, last)),
            _ => None,
        }
    }
}
