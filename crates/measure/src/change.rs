//! From a first reading to a last, seen from the person's side.

use kernel::Lang;

use crate::scale::{Better, Scale};

/// How far, and whether that is for the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Last minus first, in the scale's own units.
    pub raw: i64,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Better,
    /// No difference, or less than the scale's authors call meaningful.
    Same,
    Worse,
}

impl Scale {
    /// The change between two values of this scale, under the same version of its instrument.
    /// Without a published meaningful difference, any difference counts.
    pub fn change(&self, first: i64, last: i64) -> Change {
        let raw = last.saturating_sub(first);
        let gain = match self.better {
            Better::Higher => raw,
            Better::Lower => raw.saturating_neg(),
        };
        let enough = self.meaningful.unwrap_or(1).max(1);
        let verdict = if gain >= enough {
            Verdict::Better
        } else if gain <= enough.saturating_neg() {
            Verdict::Worse
        } else {
            Verdict::Same
        };
        Change { raw, verdict }
    }

    /// « Moins de solitude », « Pareil », « Plus de solitude ».
    pub fn verdict_text(&self, verdict: Verdict, lang: Lang) -> &str {
        let words = match verdict {
            Verdict::Better => &self.change.better,
            Verdict::Same => &self.change.same,
            Verdict::Worse => &self.change.worse,
        };
        words.get(lang)
    }
}
