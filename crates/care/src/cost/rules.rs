//! Decisions about time, rates and windows, one function one sentence.

use jiff::ToSpan;
use jiff::civil::Date;
use kernel::clock::in_france;

use super::model::{NewRate, Spent, Standing};

/// On each side of a referral.
pub(super) const WINDOW_MONTHS: i32 = 6;
/// A rate said for a day further off is a slip.
const YEARS_BACK: i32 = 20;
const YEARS_AHEAD: i32 = 2;

/// Why time cannot be noted; the day it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLogged {
    #[error("the day is to come")]
    ToCome,
    #[error("the course of support began on {0}")]
    BeforeItBegan(Date),
    #[error("the course of support ended on {0}")]
    AfterItEnded(Date),
}

/// Why a rate cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAdded {
    #[error("it would count days anew that have gone by")]
    Past,
    #[error("nobody means a day that far away")]
    Odd,
}

/// Why consultations cannot be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the months after the referral go on until {0}")]
pub struct TooEarly(pub Date);

/// From a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) first: Date,
    pub(super) last: Date,
}

/// Time is spent between the beginning and the end of a course of support, and not tomorrow.
pub(super) fn day_fits(spent: &Spent, standing: &Standing, today: Date) -> Result<(), NotLogged> {
    let began = in_france(standing.opened_at).date();
    let ended = standing.closed_at.map(|at| in_france(at).date());
    match ended {
        _ if spent.day > today => Err(NotLogged::ToCome),
        _ if spent.day < began => Err(NotLogged::BeforeItBegan(began)),
        Some(ended) if spent.day > ended => Err(NotLogged::AfterItEnded(ended)),
        _ => Ok(()),
    }
}

/// The first rate begins whenever it began; another begins today or later, or corrects one on its own day.
pub(super) fn may_begin(
    from: Date,
    today: Date,
    known: impl IntoIterator<Item = Date>,
) -> Result<(), NotAdded> {
    let years = |years: i32| today.saturating_add(years.years());
    if from < years(-YEARS_BACK) || from > years(YEARS_AHEAD) {
        return Err(NotAdded::Odd);
    }
    let mut known = known.into_iter().peekable();
    if from >= today || known.peek().is_none() || known.any(|day| day == from) {
        return Ok(());
    }
    Err(NotAdded::Past)
}

/// What holds on a day: of the rates that began, the last; of those that began together, the one said last.
/// Rates in the order they were said.
pub(super) fn rate_on(rates: &[NewRate], day: Date) -> Option<&NewRate> {
    // Of equal days the last is kept.
    rates.iter().filter(|rate| rate.valid_from <= day).max_by_key(|rate| rate.valid_from)
}

/// In cents, to the nearest; none without any time, or without a rate on one of its days.
/// What is counted beside time is that of the day it ended.
pub(super) fn cost(rates: &[NewRate], times: &[Spent], ended: Date) -> Option<i64> {
    let mut minute_cents = 0_i64;
    for spent in times {
        let rate = rate_on(rates, spent.day)?;
        minute_cents = minute_cents.saturating_add(rate.hour_cents.saturating_mul(spent.minutes));
    }
    let beside = rate_on(rates, ended).filter(|_| !times.is_empty())?.other_cents;
    Some(minute_cents.saturating_add(30).div_euclid(60).saturating_add(beside))
}

/// The six months that end the day before the referral.
pub(super) fn before(referred_on: Date) -> Window {
    let last = referred_on.yesterday().unwrap_or(referred_on);
    Window { first: referred_on.saturating_sub(WINDOW_MONTHS.months()), last }
}

/// The six months that begin the day after it.
pub(super) fn after(referred_on: Date) -> Window {
    let first = referred_on.tomorrow().unwrap_or(referred_on);
    Window { first, last: referred_on.saturating_add(WINDOW_MONTHS.months()) }
}

/// What comes after is counted once it is over.
pub(super) fn is_over(referred_on: Date, today: Date) -> Result<(), TooEarly> {
    let last = after(referred_on).last;
    if today > last { Ok(()) } else { Err(TooEarly(last)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::clock::start_of;
    use kernel::id::{CaseId, SiteId};

    use super::super::model::{Noted, SpentOn};
    use super::*;

    fn rate(valid_from: Date, hour_cents: i64) -> NewRate {
        NewRate { valid_from, hour_cents, other_cents: 1_000, origin: "Paie".to_owned() }
    }

    fn spent(day: Date, minutes: i64) -> Spent {
        Spent { day, minutes, on: SpentOn::Call }
    }

    #[test]
    fn each_day_has_the_rate_of_that_day() {
        let (winter, spring) = (date(2026, 1, 1), date(2026, 3, 1));
        let rates = [rate(winter, 3_000), rate(spring, 6_000)];
        let times = [spent(date(2026, 2, 28), 60), spent(spring, 30)];
        assert_eq!(cost(&rates, &times, spring), Some(3_000 + 3_000 + 1_000));
        assert_eq!(cost(&rates, &[spent(date(2025, 12, 31), 60)], spring), None);
        assert_eq!(cost(&rates, &[], spring), None);
        assert_eq!(cost(&[], &times, spring), None);
    }

    #[test]
    fn of_two_rates_of_one_day_the_later_word_counts() {
        let day = date(2026, 1, 1);
        let corrected = [rate(day, 30_000), rate(day, 3_000)];
        assert_eq!(cost(&corrected, &[spent(day, 60)], day), Some(4_000));
    }

    #[test]
    fn cents_are_rounded_once_for_the_whole() {
        let day = date(2026, 1, 1);
        let times = [spent(day, 1), spent(day, 1), spent(day, 1)];
        // Three minutes at 10.10 € an hour are 50.5 cents.
        assert_eq!(cost(&[rate(day, 1_010)], &times, day), Some(51 + 1_000));
    }

    #[test]
    fn days_gone_by_keep_their_rate() {
        let (today, first) = (date(2026, 6, 1), date(2026, 1, 1));
        assert_eq!(may_begin(first, today, []), Ok(()));
        assert_eq!(may_begin(date(2026, 2, 1), today, [first]), Err(NotAdded::Past));
        assert_eq!(may_begin(date(2025, 2, 1), today, [first]), Err(NotAdded::Past));
        assert_eq!(may_begin(today, today, [first]), Ok(()));
        assert_eq!(may_begin(first, today, [first]), Ok(()), "a correction");
        assert_eq!(may_begin(date(2062, 1, 1), today, []), Err(NotAdded::Odd));
        assert_eq!(may_begin(date(1962, 1, 1), today, []), Err(NotAdded::Odd));
    }

    #[test]
    fn time_is_spent_between_beginning_and_end() {
        let (began, ended, today) = (date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 1));
        let mut standing = Standing {
            case: CaseId::new(),
            site: SiteId::new(),
            referred_on: began,
            noted: Noted::default(),
            version: 0,
            opened_at: start_of(began),
            closed_at: None,
        };
        let fits = |day, standing: &Standing| day_fits(&spent(day, 15), standing, today);
        assert_eq!(fits(began, &standing), Ok(()));
        assert_eq!(fits(today, &standing), Ok(()));
        assert_eq!(fits(date(2026, 3, 2), &standing), Err(NotLogged::ToCome));
        assert_eq!(fits(date(2026, 1, 9), &standing), Err(NotLogged::BeforeItBegan(began)));
        standing.closed_at = Some(start_of(ended));
        assert_eq!(fits(ended, &standing), Ok(()));
        assert_eq!(fits(date(2026, 2, 11), &standing), Err(NotLogged::AfterItEnded(ended)));
    }

    #[test]
    fn windows_are_as_long_and_the_day_of_the_referral_is_in_neither() {
        let day = date(2026, 1, 13);
        assert_eq!(before(day), Window { first: date(2025, 7, 13), last: date(2026, 1, 12) });
        assert_eq!(after(day), Window { first: date(2026, 1, 14), last: date(2026, 7, 13) });
        assert_eq!(is_over(day, date(2026, 7, 13)), Err(TooEarly(date(2026, 7, 13))));
        assert_eq!(is_over(day, date(2026, 7, 14)), Ok(()));
    }
}
