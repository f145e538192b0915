//! From answers to readings.

use kernel::Lang;
use thiserror::Error;

use crate::answers::{Answers, BadAnswer};
use crate::instrument::{Instrument, Missing};
use crate::scale::{Band, Scale};

/// What an instrument says of one set of answers.
#[derive(Clone, Debug)]
pub struct Score<'i> {
    pub instrument: &'i Instrument,
    /// The one to show when only one can be.
    pub main: Reading<'i>,
    /// Those of the other scales, in the instrument's order.
    pub others: Vec<Reading<'i>>,
}

impl<'i> Score<'i> {
    pub fn readings(&self) -> impl Iterator<Item = &Reading<'i>> {
        std::iter::once(&self.main).chain(&self.others)
    }

    pub fn reading(&self, scale: &str) -> Option<&Reading<'i>> {
        self.readings().find(|reading| reading.scale.code == scale)
    }
}

/// The value of one scale.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'i> {
    pub scale: &'i Scale,
    /// In the scale's own units: 7514 is 75.14 points where [`Scale::decimals`] is 2.
    pub value: i64,
    pub band: Option<&'i Band>,
}

impl Reading<'_> {
    /// « 75,14 » in French, “75.14” in English.
    pub fn value_text(&self, lang: Lang) -> String {
        self.scale.value_text(self.value, lang)
    }
}

/// Why answers have no score.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotScored {
    #[error(transparent)]
    Refused(#[from] BadAnswer),
    /// Codes of the items without an answer, in the order they are asked.
    #[error("{} items have no answer", missing.len())]
    Incomplete { missing: Vec<String> },
}

impl Instrument {
    /// # Errors
    /// [`NotScored::Refused`] for an answer that is not offered; [`NotScored::Incomplete`] when an
    /// item that the instrument's [`Missing`] rule wants has no answer.
    pub fn score(&self, answers: &Answers) -> Result<Score<'_>, NotScored> {
        self.check(answers)?;
        let unanswered = self.unanswered(answers);
        let incomplete =
            || NotScored::Incomplete { missing: unanswered.iter().map(|item| item.code.clone()).collect() };
        if self.missing == Missing::NoneAllowed && !unanswered.is_empty() {
            return Err(incomplete());
        }
        let mut readings = self.scales.iter().filter_map(|scale| scale.read(answers));
        let main = readings.next().ok_or_else(incomplete)?;
        Ok(Score { instrument: self, main, others: readings.collect() })
    }
}

impl Scale {
    /// A value read before, out of the store.
    pub fn reading(&self, value: i64) -> Reading<'_> {
        Reading { scale: self, value, band: self.band(value) }
    }

    /// `None` when more of its items have no answer than its authors allow.
    fn read(&self, answers: &Answers) -> Option<Reading<'_>> {
        let given = || self.items.iter().filter_map(|item| Some((item, answers.get(item)?)));
        let is_enough = given().count().saturating_add(self.may_miss) >= self.items.len();
        let add =
            |value: i64, (item, answer): (&String, i64)| value.saturating_add(self.rule.adds(item, answer));
        is_enough.then(|| self.reading(given().fold(self.rule.start(), add)))
    }

    pub(crate) fn value_text(&self, value: i64, lang: Lang) -> String {
        let width = usize::try_from(self.decimals).unwrap_or_default();
        if width == 0 {
            return value.to_string();
        }
        let sign = if value < 0 { "-" } else { "" };
        let digits = format!("{:0>least$}", value.unsigned_abs(), least = width.saturating_add(1));
        let (whole, part) = digits.split_at(digits.len().saturating_sub(width));
        let mark = match lang {
            Lang::Fr => ',',
            Lang::En => '.',
        };
        format!("{sign}{whole}{mark}{part}")
    }
}
