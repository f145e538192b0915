//! What would become of the shares if those not measured again had been: as they were, or worse.

use crate::statistics::Share;
use crate::summary::ChangeSummary;

/// Shares under three ways of counting whoever was not measured again. Those better off are never more than
/// were seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// Better, among those measured twice.
    pub improved_of_measured: Share,
    /// Better, among everybody enrolled: nobody else is.
    pub improved_of_enrolled: Share,
    /// Worse, among those measured twice.
    pub worse_of_measured: Share,
    /// Worse, were everybody else as before.
    pub worse_if_unchanged: Share,
    /// Worse, were everybody else so too.
    pub worse_if_worse: Share,
}

impl ChangeSummary {
    /// `None` when nobody was measured twice.
    pub fn sensitivity(&self) -> Option<Sensitivity> {
        Some(Sensitivity {
            improved_of_measured: Share::of(self.improved, self.measured_twice)?,
            improved_of_enrolled: Share::of(self.improved, self.enrolled)?,
            worse_of_measured: Share::of(self.worse, self.measured_twice)?,
            worse_if_unchanged: Share::of(self.worse, self.enrolled)?,
            worse_if_worse: Share::of(self.worse.saturating_add(self.lost()), self.enrolled)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_missing_is_counted_each_way() {
        let summary =
            ChangeSummary { enrolled: 40, measured_twice: 30, improved: 18, unchanged: 9, worse: 3 };
        let told = summary.sensitivity().unwrap();
        let values = [
            told.improved_of_measured,
            told.improved_of_enrolled,
            told.worse_of_measured,
            told.worse_if_unchanged,
            told.worse_if_worse,
        ]
        .map(|share| share.value);
        assert_eq!(values, [0.6, 0.45, 0.1, 0.075, 0.325]);
        assert_eq!(ChangeSummary::default().sensitivity(), None);
    }
}
