//! When questions are put: the day each is due, its window, and where it stands on a day.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::study::model::Point;

/// Days on which what was answered counts for a time point, both ends among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) opens: Date,
    pub(crate) due: Date,
    pub(crate) closes: Date,
}

kernel::coded! {
    /// Where a time point of somebody stands.
    Standing {
        /// Its window has not opened.
        Ahead = "ahead",
        Open = "open",
        /// Due, and its window still open.
        Late = "late",
        /// Everything asked was answered.
        Done = "done",
        /// Its window closed, and something was not answered.
        Partly = "partly",
        /// Its window closed without an answer.
        Missed = "missed",
        /// Not asked any more: they left, or the study ended.
        Stopped = "stopped",
    }
}

impl Window {
    /// The baseline ends on the day of enrolment: what comes after it is no baseline.
    pub(crate) fn of(point: &Point, enrolled_on: Date) -> Window {
        let due = enrolled_on.saturating_add(point.months.months());
        let after = if point.is_baseline() { 0 } else { point.after };
        Window {
            opens: due.saturating_sub(point.before.days()),
            due,
            closes: due.saturating_add(after.days()),
        }
    }

    pub(crate) fn holds(&self, day: Date) -> bool {
        (self.opens..=self.closes).contains(&day)
    }

    /// How far from the day it is due.
    pub(crate) fn distance(&self, day: Date) -> i32 {
        days_between(self.due, day).saturating_abs()
    }

    /// Where it stands on a day, so many of so many questionnaires being answered; `until` is the day
    /// after which nothing is asked.
    pub(crate) fn standing(
        &self,
        (answered, asked): (usize, usize),
        today: Date,
        until: Option<Date>,
    ) -> Standing {
        if answered >= asked {
            return Standing::Done;
        }
        if until.is_some_and(|until| until <= self.closes) {
            return if answered > 0 { Standing::Partly } else { Standing::Stopped };
        }
        match () {
            () if today < self.opens => Standing::Ahead,
            () if today <= self.due => Standing::Open,
            () if today <= self.closes => Standing::Late,
            () if answered > 0 => Standing::Partly,
            () => Standing::Missed,
        }
    }
}

impl Standing {
    /// Whether somebody is to be asked now.
    pub(crate) fn is_to_do(self) -> bool {
        matches!(self, Standing::Open | Standing::Late)
    }

    pub(crate) fn was_answered(self) -> bool {
        matches!(self, Standing::Done | Standing::Partly)
    }
}

/// From one day to another; negative for an earlier one.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
