//! Decisions about looking back, one function one sentence.

use jiff::ToSpan;
use jiff::civil::Date;
use kernel::id::CaseId;
use measure::{Audience, Instrument};

use crate::plan::Goal;
use crate::screening::Pair;
use crate::screening::model::{Measure, Moment, instruments};

/// A next review is at most so many years ahead: a date beyond is a slip of the pen.
const YEARS_AHEAD: i64 = 2;

/// The instruments to put again: those that were put at first, and the person's goals if they have
/// any.
pub fn to_ask_again(measures: &[Measure], goals: &[Goal]) -> Vec<&'static Instrument> {
    let first = measures.iter().filter(|measure| measure.moment == Moment::First);
    let mut asked = instruments(first);
    // A link worker looks back; what is for clinicians is put again by one of them.
    asked.retain(|instrument| instrument.audience != Audience::Clinicians);
    if !goals.is_empty() && !asked.iter().any(|instrument| instrument.asks_for_own_words()) {
        asked.push(measure::own_goals());
    }
    asked
}

/// The instruments measured at first and never again: what a closing leaves unknown.
pub fn never_asked_again(case: CaseId, measures: &[Measure]) -> Vec<&'static Instrument> {
    let is_lost = |instrument: &Instrument| {
        let pair = Pair::among(case, &instrument.code, measures);
        pair.first.is_some() && pair.last.is_none()
    };
    instruments(measures).into_iter().filter(|instrument| is_lost(instrument)).collect()
}

/// Whether a next review can be on that day.
pub fn may_be_next(day: Date, today: Date) -> bool {
    day > today && day <= today.saturating_add(YEARS_AHEAD.years())
}

#[cfg(test)]
mod tests {
    use super::super::builders::{loneliness, taken};
    use super::*;
    use crate::screening::Filled;
    use jiff::Timestamp;
    use jiff::civil::date;
    use kernel::id::GoalId;

    const DAY: Date = date(2026, 1, 13);

    fn goal(place: i64, words: &str) -> Goal {
        Goal { id: GoalId::new(), place, words: words.to_owned(), since: Timestamp::UNIX_EPOCH }
    }

    fn codes(instruments: Vec<&'static Instrument>) -> Vec<&'static str> {
        instruments.into_iter().map(|instrument| instrument.code.as_str()).collect()
    }

    #[test]
    fn the_same_instruments_are_put_again_and_goals_whenever_there_are_some() {
        let measures = [taken(Moment::First, DAY, loneliness([3, 2, 2]))];
        assert_eq!(codes(to_ask_again(&measures, &[])), ["ucla3"]);
        assert_eq!(codes(to_ask_again(&measures, &[goal(1, "Chanter")])), ["ucla3", "own_goals"]);
        assert_eq!(codes(to_ask_again(&[], &[])), [""; 0]);
    }

    #[test]
    fn an_incomplete_last_measure_leaves_the_end_unknown() {
        let case = CaseId::new();
        let first = taken(Moment::First, DAY, loneliness([3, 2, 2]));
        let partial = Filled::new(measure::ucla3(), [("ucla3.1", 1)].into_iter().collect());
        let lost = never_asked_again(case, &[first.clone(), taken(Moment::Review, DAY, partial)]);
        assert_eq!(codes(lost), ["ucla3"]);
        let last = taken(Moment::Review, DAY, loneliness([1, 2, 2]));
        assert_eq!(codes(never_asked_again(case, &[first, last])), [""; 0]);
    }

    #[test]
    fn a_next_review_is_to_come_and_within_two_years() {
        let today = date(2026, 3, 1);
        assert!(may_be_next(date(2026, 3, 2), today) && may_be_next(date(2028, 3, 1), today));
        assert!(!may_be_next(today, today) && !may_be_next(date(2028, 3, 2), today));
    }
}
