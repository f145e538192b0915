/// A group's mean, and how far apart its values lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) count: u32,
    pub(super) mean: f64,
    /// The sample's: divided by one less than there are. None of one alone.
    pub(super) deviation: Option<f64>,
}

impl Spread {
    /// `None` of nobody.
    pub(super) fn of(values: &[f64]) -> Option<Spread> {
        let count = u32::try_from(values.len()).ok().filter(|count| *count > 0)?;
        let mean = values.iter().sum::<f64>() / f64::from(count);
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        let deviation = (count > 1).then(|| (squares / f64::from(count.saturating_sub(1))).sqrt());
        Some(Spread { count, mean, deviation })
    }
}
