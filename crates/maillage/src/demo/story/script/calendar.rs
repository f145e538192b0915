//! The six months, and the days on which a care site works.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday, date};

/// The first day of the story.
pub(crate) const FIRST: Date = date(2025, 10, 1);
/// The first day after it, on which the visitor arrives: nothing is told of that morning.
pub(crate) const LAST: Date = date(2026, 3, 31);

/// Public holidays on which a site would have worked (Code du travail, art. L3133-1).
const HOLIDAYS: [Date; 3] = [date(2025, 11, 11), date(2025, 12, 25), date(2026, 1, 1)];

/// Whether somebody of a site is at work.
pub(crate) fn is_worked(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !HOLIDAYS.contains(&day)
}

/// Whether places receive: not on public holidays, nor between Christmas and the new year.
pub(super) fn is_open_season(day: Date) -> bool {
    !HOLIDAYS.contains(&day) && !(date(2025, 12, 22)..=date(2026, 1, 2)).contains(&day)
}

/// The day itself, or the first worked one after it.
pub(super) fn worked_from(day: Date) -> Date {
    walk(day, 1)
}

/// The day itself, or the last worked one before it.
pub(super) fn worked_until(day: Date) -> Date {
    walk(day, -1)
}

pub(super) fn days_after(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// A moment of a day, minutes after midnight.
pub(super) fn at(day: Date, minutes: i64) -> DateTime {
    day.at(0, 0, 0, 0).saturating_add(minutes.minutes())
}

/// The first day of the week `weekday` that is not before `day`, while places are open.
pub(super) fn next_open(day: Date, weekday: Option<Weekday>) -> Date {
    let fits =
        |day: &Date| is_open_season(*day) && weekday.map_or_else(|| is_worked(*day), |w| day.weekday() == w);
    day.series(1.day()).take(40).find(fits).unwrap_or(day)
}

fn walk(day: Date, step: i64) -> Date {
    day.series(step.days()).take(10).find(|day| is_worked(*day)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_works_on_christmas_or_on_a_sunday() {
        assert_eq!(worked_from(date(2025, 12, 25)), date(2025, 12, 26));
        assert_eq!(worked_from(date(2025, 11, 8)), date(2025, 11, 10));
        assert_eq!(worked_until(date(2025, 11, 11)), date(2025, 11, 10));
    }

    #[test]
    fn places_close_over_christmas() {
        assert_eq!(next_open(date(2025, 12, 23), Some(Weekday::Thursday)), date(2026, 1, 8));
    }
}
