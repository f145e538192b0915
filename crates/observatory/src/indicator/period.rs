//! The period, as an address names it.

use care::figures::Period;
use jiff::ToSpan;
use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use platform::web::dates;
use platform::web::form::Problems;
use serde::Deserialize;

use super::beside::Beside;
use crate::words::Words;

/// Months back that can be chosen in one click; the page opens on [`USUAL_MONTHS`].
pub(super) const MONTHS: [i32; 3] = [3, 6, 12];
const USUAL_MONTHS: i32 = 6;

/// What was typed, kept as typed. Days are included at both ends, as people say them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) site: String,
    pub(super) du: String,
    pub(super) au: String,
    /// The period to set beside, by its code.
    pub(super) avec: String,
}

impl Asked {
    /// The days typed; the last six months where nothing is.
    pub(super) fn period(&self, today: Date, w: &Words, problems: &mut Problems) -> Option<Period> {
        let usual = last_months(USUAL_MONTHS, today);
        let from = match self.du.trim() {
            "" => Some(usual.from),
            typed => problems.keep("du", day(typed).ok_or(()), |()| w.indicator_wrong_day()),
        };
        let before = match self.au.trim() {
            "" => Some(usual.before),
            typed => {
                let after = day(typed).and_then(|day| day.tomorrow().ok());
                problems.keep("au", after.ok_or(()), |()| w.indicator_wrong_day())
            }
        };
        let (from, before) = (from?, before?);
        if before <= from {
            problems.add("au", w.indicator_upside_down());
            return None;
        }
        Some(Period { from, before })
    }

    /// The form shows the days it was answered for.
    pub(super) fn with(self, period: Period) -> Asked {
        Asked { du: period.from.to_string(), au: last_day(period).to_string(), ..self }
    }

    /// The same question at another address or for other days.
    pub(super) fn address(&self, path: &str, period: Period) -> String {
        let (from, to) = (period.from, last_day(period));
        let mut address = format!("{path}?du={from}&au={to}");
        if !self.site.is_empty() {
            address.push_str("&site=");
            address.push_str(&self.site);
        }
        if let Some(beside) = Beside::from_code(&self.avec) {
            address.push_str("&avec=");
            address.push_str(beside.code());
        }
        address
    }
}

/// So many months up to and including today.
pub(crate) fn last_months(months: i32, today: Date) -> Period {
    let before = today.tomorrow().unwrap_or(today);
    Period { from: before.checked_sub(months.months()).unwrap_or(today), before }
}

/// « du 1er octobre 2025 au 31 mars 2026 », in words of the language.
pub(crate) fn said(period: Period, w: &Words, lang: Lang) -> String {
    w.indicator_period(dates::plain(period.from, lang), dates::plain(last_day(period), lang))
}

pub(super) fn last_day(period: Period) -> Date {
    period.before.yesterday().unwrap_or(period.before)
}

/// As a date field sends it, or as it is written by hand where there is no such field.
fn day(typed: &str) -> Option<Date> {
    typed.parse().or_else(|_| Date::strptime("%d/%m/%Y", typed)).ok()
}
