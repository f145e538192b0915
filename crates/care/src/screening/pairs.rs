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

/// The earliest first measure and the latest review of complete ones, oldest first.
pub(crate) fn first_and_last<T: Copy>(
    complete: impl IntoIterator<Item = (Moment, T)>,
) -> (Option<T>, Option<T>) {
    complete.into_iter().fold((None, None), |(first, last), (moment, taken)| match moment {
        Moment::First => (first.or(Some(taken)), last),
        Moment::Review => (first, Some(taken)),
    })
}

impl Pair {
    /// Among a case's measures, oldest first: the earliest complete first measure and the latest
    /// complete review of an instrument.
    pub fn among<'m>(
        case: CaseId,
        instrument: &str,
        measures: impl IntoIterator<Item = &'m Measure>,
    ) -> Pair {
        let of_instrument = measures.into_iter().filter(|measure| measure.instrument == instrument);
        let complete = of_instrument.filter_map(|measure| {
            Some((measure.moment, measure.filled.as_ref().filter(|filled| filled.is_complete())?))
        });
        let (first, last) = first_and_last(complete);
        Pair { case, first: first.cloned(), last: last.cloned() }
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
