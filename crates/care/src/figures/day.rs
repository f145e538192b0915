//! Days as numbers: what is compared a million times.

use jiff::civil::{Date, date};
use platform::web::dates;
use serde::{Deserialize, Serialize};

/// Days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Day(i32);

impl Day {
    pub(super) fn of(day: Date) -> Day {
        let days = day.duration_since(date(1970, 1, 1)).as_hours() / 24;
        Day(i32::try_from(days).unwrap_or_default())
    }

    /// The French day of a stored moment (Unix seconds).
    pub(super) fn at(second: i64) -> Day {
        Day::of(dates::day(second))
    }

    /// Whole days to a later one; `None` to an earlier.
    pub(super) fn until(self, later: Day) -> Option<u32> {
        u32::try_from(later.0.checked_sub(self.0)?).ok()
    }
}
