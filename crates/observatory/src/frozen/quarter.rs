//! Quarters of the calendar.

use care::figures::{Cohort, Period};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Three months, from January, April, July or October on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Quarter {
    pub(crate) year: i16,
    /// From 1 to 4.
    pub(crate) number: i8,
}

impl Quarter {
    pub(crate) fn of(day: Date) -> Quarter {
        Quarter { year: day.year(), number: (day.month() + 2) / 3 }
    }

    /// `2025-T4`.
    pub(crate) fn code(self) -> String {
        format!("{}-T{}", self.year, self.number)
    }

    /// Of this century.
    pub(crate) fn from_code(code: &str) -> Option<Quarter> {
        let (year, number) = code.split_once("-T")?;
        let quarter = Quarter { year: year.parse().ok()?, number: number.parse().ok()? };
        let is_one = (2000..2100).contains(&quarter.year) && (1..=4).contains(&quarter.number);
        (is_one && quarter.code() == code).then_some(quarter)
    }

    pub(crate) fn before(self) -> Quarter {
        match self.number {
            1 => Quarter { year: self.year - 1, number: 4 },
            number => Quarter { number: number - 1, ..self },
        }
    }

    fn first_day(self) -> Date {
        date(self.year, self.number * 3 - 2, 1)
    }

    /// The day on which everybody has been followed for three months at least, six at most.
    pub(crate) fn ripe_on(self) -> Date {
        self.first_day().saturating_add(6.months())
    }

    /// Whose referrals it counts, and until when.
    pub(crate) fn cohort(self) -> Cohort {
        let first = self.first_day();
        let sent = Period { from: first, before: first.saturating_add(3.months()) };
        Cohort { sent, seen_before: self.ripe_on() }
    }

    /// The last one whose persons have been followed long enough.
    pub(crate) fn last_ripe(today: Date) -> Quarter {
        Quarter::of(today).before().before()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_three_months_and_ripe_three_months_later() {
        let last = Quarter::of(date(2025, 12, 31));
        assert_eq!((last.code().as_str(), last.before().code().as_str()), ("2025-T4", "2025-T3"));
        let cohort = last.cohort();
        assert_eq!((cohort.sent.from, cohort.sent.before), (date(2025, 10, 1), date(2026, 1, 1)));
        assert_eq!((cohort.seen_before, last.ripe_on()), (date(2026, 4, 1), date(2026, 4, 1)));
        assert_eq!(Quarter::last_ripe(date(2026, 3, 31)).code(), "2025-T3");
        assert_eq!(Quarter::last_ripe(date(2026, 4, 1)), last);
        assert_eq!(Quarter::of(date(2026, 1, 1)).before(), last);
    }

    #[test]
    fn every_month_is_of_its_quarter() {
        let numbers = (1..=12).map(|month| Quarter::of(date(2026, month, 15)).number);
        assert_eq!(numbers.collect::<Vec<_>>(), [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    }

    #[test]
    fn a_code_leads_back_and_nothing_else_does() {
        let quarter = Quarter { year: 2026, number: 2 };
        assert_eq!(Quarter::from_code(&quarter.code()), Some(quarter));
        for wrong in ["2026-T5", "2026-T0", "2026-T02", "26-T1", "2026T1", "9999-T1", "-T1", ""] {
            assert_eq!(Quarter::from_code(wrong), None, "{wrong}");
        }
    }
}
