//! How sure a share is, and how long people wait.

/// A share of persons with its 95 % confidence interval, each between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Share {
    /// Wilson's score interval, without continuity correction; right for few persons and for
    /// shares near 0 or 1. `None` of nobody, or for more persons than there are.
    ///
    /// Source: E. B. Wilson, *Journal of the American Statistical Association* 22 (1927), 209–212.
    pub fn of(persons: u32, among: u32) -> Option<Share> {
        // The normal distribution's 97.5th percentile.
        const Z: f64 = 1.959_963_984_540_054;
        if among == 0 || persons > among {
            return None;
        }
        let n = f64::from(among);
        let p = f64::from(persons) / n;
        let shrink = 1.0 + Z * Z / n;
        let centre = (p + Z * Z / (2.0 * n)) / shrink;
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / shrink;
        Some(Share { value: p, low: (centre - half).clamp(0.0, p), high: (centre + half).clamp(p, 1.0) })
    }
}

/// How many days a group waited. Percentiles are nearest-rank: always a wait that somebody had,
/// the smallest that at least so many per cent of the group did not exceed. So the median of an
/// even group is the lower of the two in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
