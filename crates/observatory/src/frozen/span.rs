//! What is frozen: a quarter, or a year, which is four of them.

use care::figures::{Cohort, Period};
use jiff::civil::Date;
use serde::Deserialize;

use super::quarter::Quarter;

/// A year of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Year(pub(crate) i16);

/// What a report is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Span {
    Quarter(Quarter),
    Year(Year),
}

impl Year {
    pub(crate) fn quarters(self) -> [Quarter; 4] {
        [1, 2, 3, 4].map(|number| Quarter { year: self.0, number })
    }

    pub(super) fn before(self) -> Year {
        Year(self.0 - 1)
    }

    /// The last one of which every quarter is ripe.
    pub(super) fn last_ripe(today: Date) -> Year {
        match Quarter::last_ripe(today) {
            Quarter { year, number: 4 } => Year(year),
            Quarter { year, .. } => Year(year).before(),
        }
    }

    /// Of this century.
    fn from_code(code: &str) -> Option<Year> {
        let year = Year(code.parse().ok()?);
        ((2000..2100).contains(&year.0) && year.0.to_string() == code).then_some(year)
    }
}

impl Span {
    /// `2025-T4`, `2025`.
    pub(crate) fn code(self) -> String {
        match self {
            Span::Quarter(quarter) => quarter.code(),
            Span::Year(year) => year.0.to_string(),
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Span> {
        Year::from_code(code).map(Span::Year).or_else(|| Quarter::from_code(code).map(Span::Quarter))
    }

    /// The day on which everybody has been followed for three months at least.
    pub(crate) fn ripe_on(self) -> Date {
        self.last_quarter().ripe_on()
    }

    /// Whose requests are counted, and until when the last of them were followed; those of a year’s earlier
    /// quarters are followed as long as the quarter’s own.
    pub(crate) fn cohort(self) -> Cohort {
        let last = self.last_quarter().cohort();
        match self {
            Span::Quarter(_) => last,
            Span::Year(year) => {
                let [first, ..] = year.quarters();
                let sent = Period { from: first.cohort().sent.from, ..last.sent };
                Cohort { sent, ..last }
            }
        }
    }

    /// In the order of reports, the latest last: a year comes after its quarters.
    pub(super) fn place(self) -> (i16, i8) {
        match self {
            Span::Quarter(quarter) => (quarter.year, quarter.number),
            Span::Year(year) => (year.0, i8::MAX),
        }
    }

    fn last_quarter(self) -> Quarter {
        match self {
            Span::Quarter(quarter) => quarter,
            Span::Year(year) => Quarter { year: year.0, number: 4 },
        }
    }
}

impl TryFrom<String> for Span {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Span, &'static str> {
        Span::from_code(&code).ok_or("neither a quarter nor a year")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_is_ripe_with_its_last_quarter() {
        let year = Span::Year(Year(2025));
        assert_eq!(year.ripe_on(), date(2026, 4, 1));
        let cohort = year.cohort();
        assert_eq!((cohort.sent.from, cohort.sent.before), (date(2025, 1, 1), date(2026, 1, 1)));
        assert_eq!(Year::last_ripe(date(2026, 3, 31)), Year(2024));
        assert_eq!(Year::last_ripe(date(2026, 4, 1)), Year(2025));
        assert_eq!(Year::last_ripe(date(2027, 3, 31)), Year(2025));
    }

    #[test]
    fn a_code_leads_back_and_nothing_else_does() {
        for code in ["2025", "2025-T1", "2099-T4"] {
            assert_eq!(Span::from_code(code).unwrap().code(), code);
        }
        for wrong in ["1999", "2100", "02025", "+2025", "2025-T5", "-2025", ""] {
            assert_eq!(Span::from_code(wrong), None, "{wrong}");
        }
    }
}
