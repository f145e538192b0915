use super::normal::SURE;

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
        if among == 0 || persons > among {
            return None;
        }
        let n = f64::from(among);
        let p = f64::from(persons) / n;
        let shrink = 1.0 + SURE * SURE / n;
        let centre = (p + SURE * SURE / (2.0 * n)) / shrink;
        let half = SURE * (p * (1.0 - p) / n + SURE * SURE / (4.0 * n * n)).sqrt() / shrink;
        Some(Share { value: p, low: (centre - half).clamp(0.0, p), high: (centre + half).clamp(p, 1.0) })
    }
}
