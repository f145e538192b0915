//! What became of a group between first and last reading, with all that such a figure must carry.
//! Before and after without a control group proves no cause: whoever shows a summary says so.

use serde::{Deserialize, Serialize};

use crate::change::Verdict;
use crate::pairs::Pairs;
use crate::scale::Scale;
use crate::small_numbers::{FEWEST, Shown, shown_parts};
use crate::statistics::Share;

/// Everybody enrolled, counted once. For the team itself; to publish, see [`ChangeSummary::published`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChangeSummary {
    pub enrolled: u32,
    /// With a first and a last reading; the three verdicts add up to it.
    pub measured_twice: u32,
    pub improved: u32,
    pub unchanged: u32,
    pub worse: u32,
}

impl ChangeSummary {
    /// Of the values of one scale, with one pair for each person enrolled.
    pub fn of(scale: &Scale, pairs: &Pairs) -> ChangeSummary {
        let mut summary = ChangeSummary::default();
        for (pair, persons) in pairs.each() {
            summary.enrolled = summary.enrolled.saturating_add(persons);
            if let (Some(first), Some(last)) = pair {
                summary.count(scale.change(first, last).verdict, persons);
            }
        }
        summary
    }

    /// Of two groups together that share nobody.
    #[must_use]
    pub fn plus(self, other: ChangeSummary) -> ChangeSummary {
        ChangeSummary {
            enrolled: self.enrolled.saturating_add(other.enrolled),
            measured_twice: self.measured_twice.saturating_add(other.measured_twice),
            improved: self.improved.saturating_add(other.improved),
            unchanged: self.unchanged.saturating_add(other.unchanged),
            worse: self.worse.saturating_add(other.worse),
        }
    }

    /// Attrition: enrolled, and not measured twice.
    pub fn lost(&self) -> u32 {
        self.enrolled.saturating_sub(self.measured_twice)
    }

    /// Attrition as a share of those enrolled; `None` when nobody is.
    pub fn attrition(&self) -> Option<Share> {
        Share::of(self.lost(), self.enrolled)
    }

    /// Among those measured twice, with its interval; `None` when nobody is.
    pub fn share_improved(&self) -> Option<Share> {
        Share::of(self.improved, self.measured_twice)
    }

    /// For the team itself: every count, and the share where it says anything.
    pub fn exact(&self) -> ShownChange {
        ShownChange {
            is_exact: true,
            enrolled: Shown::Value(self.enrolled),
            measured_twice: Shown::Value(self.measured_twice),
            lost: Shown::Value(self.lost()),
            improved: Shown::Value(self.improved),
            unchanged: Shown::Value(self.unchanged),
            worse: Shown::Value(self.worse),
            share_improved: self
                .share_improved()
                .map_or(Shown::Hidden, |share| Shown::among(self.measured_twice, share)),
        }
    }

    /// Whether so few were lost that nobody may be told how many were enrolled, beside how many were measured
    /// twice: what is of use is how the latter fared.
    pub fn loses_few(&self) -> bool {
        self.measured_twice >= FEWEST && self.lost() < FEWEST
    }

    /// What may leave the team: nothing that tells of fewer than [`FEWEST`] persons, nor lets it be worked
    /// out. The number enrolled is the same for each instrument and stands elsewhere too: whoever shows
    /// several figures says whether it is told at all, which needs none of them to
    /// [lose few](ChangeSummary::loses_few).
    pub fn published(&self, tells_enrolled: bool) -> ShownChange {
        let enrolled = if tells_enrolled { Shown::of(self.enrolled) } else { Shown::Hidden };
        let [measured_twice, lost] = match enrolled {
            Shown::Value(_) => shown_parts([self.measured_twice, self.lost()]),
            Shown::Hidden => [Shown::of(self.measured_twice), Shown::Hidden],
        };
        let [improved, unchanged, worse] = match measured_twice {
            Shown::Value(_) => shown_parts([self.improved, self.unchanged, self.worse]),
            Shown::Hidden => [Shown::Hidden; 3],
        };
        ShownChange {
            is_exact: false,
            enrolled,
            measured_twice,
            lost,
            improved,
            unchanged,
            worse,
            share_improved: improved.value().and(self.share_improved()).map_or(Shown::Hidden, Shown::Value),
        }
    }

    fn count(&mut self, verdict: Verdict, persons: u32) {
        let counted = match verdict {
            Verdict::Better => &mut self.improved,
            Verdict::Same => &mut self.unchanged,
            Verdict::Worse => &mut self.worse,
        };
        *counted = counted.saturating_add(persons);
        self.measured_twice = self.measured_twice.saturating_add(persons);
    }
}

/// A summary as somebody may see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownChange {
    /// To the team itself; else what may leave it.
    pub is_exact: bool,
    pub enrolled: Shown,
    pub measured_twice: Shown,
    pub lost: Shown,
    pub improved: Shown,
    pub unchanged: Shown,
    pub worse: Shown,
    /// Hidden whenever the count behind it is.
    pub share_improved: Shown<Share>,
}
