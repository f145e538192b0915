//! Two periods side by side.

use care::figures::{Figures, Period};
use jiff::ToSpan;
use kernel::Lang;

use super::period;
use crate::told::Counts;
use crate::told::table::{self, Row};
use crate::words::Words;

kernel::coded! {
    /// Which other period.
    Beside {
        /// As long, just before.
        Before = "avant",
        /// The same days a year earlier.
        YearBefore = "an",
    }
}

/// One line of both.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Of its definition on the page.
    pub(super) code: &'static str,
    pub(super) label: String,
    pub(super) this: String,
    pub(super) other: String,
}

/// Both periods in words, and what is counted in each.
#[derive(Clone, Debug)]
pub(super) struct SideBySide {
    pub(super) this: String,
    pub(super) other: String,
    pub(super) lines: Vec<Line>,
}

impl Beside {
    /// None where days of the calendar run out.
    pub(super) fn of(self, this: Period) -> Option<Period> {
        match self {
            Beside::Before => {
                let days = this.from.until(this.before).ok()?;
                Some(Period { from: this.from.checked_sub(days).ok()?, before: this.from })
            }
            Beside::YearBefore => Some(Period {
                from: this.from.checked_sub(1.year()).ok()?,
                before: this.before.checked_sub(1.year()).ok()?,
            }),
        }
    }

    pub(super) fn label(self, w: &Words) -> String {
        match self {
            Beside::Before => w.indicator_beside_before(),
            Beside::YearBefore => w.indicator_beside_year(),
        }
    }
}

impl SideBySide {
    pub(super) fn of(
        (this, figures): (Period, &Figures),
        (other, before): (Period, &Figures),
        w: &Words,
        lang: Lang,
    ) -> SideBySide {
        let [mine, theirs] = [figures, before].map(|figures| lines(figures, w));
        let line = |(one, other): ((Row, String), (Row, String))| Line {
            code: one.0.code,
            label: one.0.label,
            this: one.1,
            other: other.1,
        };
        SideBySide {
            this: period::said(this, w, lang),
            other: period::said(other, w, lang),
            lines: mine.into_iter().zip(theirs).map(line).collect(),
        }
    }
}

/// The path and where courses of support stand, each count with its share.
fn lines(figures: &Figures, w: &Words) -> Vec<(Row, String)> {
    let counts = Counts::exact(figures);
    let rows = table::funnel(&counts, w).into_iter().chain(table::standing(&counts, w));
    rows.map(|row| {
        let said =
            row.share.as_ref().map_or_else(|| row.count.clone(), |share| format!("{} · {share}", row.count));
        (row, said)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_period_before_is_as_long_and_touches_and_a_year_is_a_year() {
        let period = Period { from: date(2026, 1, 1), before: date(2026, 4, 1) };
        let before = Beside::Before.of(period).unwrap();
        assert_eq!((before.from, before.before), (date(2025, 10, 3), date(2026, 1, 1)));
        let year = Beside::YearBefore.of(period).unwrap();
        assert_eq!((year.from, year.before), (date(2025, 1, 1), date(2025, 4, 1)));
    }
}
