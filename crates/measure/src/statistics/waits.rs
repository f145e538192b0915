//! How long persons waited.

use serde::{Deserialize, Serialize};

/// How many days a group waited. Percentiles are nearest-rank: always a wait that somebody had,
/// the smallest that at least so many per cent of the group did not exceed. So the median of an
/// even group is the lower of the two in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    pub persons: u32,
    /// Days; half of the persons waited no longer.
    pub median: u32,
    /// Days; nine of ten persons waited no longer.
    pub nine_of_ten: u32,
}

impl Waits {
    /// `None` of nobody. Days in any order.
    pub fn of(days: impl IntoIterator<Item = u32>) -> Option<Waits> {
        let mut days: Vec<u32> = days.into_iter().collect();
        days.sort_unstable();
        Some(Waits {
            persons: u32::try_from(days.len()).ok()?,
            median: nearest_rank(&days, 50)?,
            nine_of_ten: nearest_rank(&days, 90)?,
        })
    }
}

/// The value at rank ⌈percent × n / 100⌉, counted from one.
fn nearest_rank(ascending: &[u32], percent: usize) -> Option<u32> {
    let rank = ascending.len().saturating_mul(percent).div_ceil(100);
    ascending.get(rank.checked_sub(1)?).copied()
}
