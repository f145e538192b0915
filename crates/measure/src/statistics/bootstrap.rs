//! How far the mean change may be off: the bootstrap's BCa interval.
//!
//! Source: B. Efron, *Journal of the American Statistical Association* 82 (1987), 171–185.

use serde::{Deserialize, Serialize};

use super::normal::{SURE, below, value_below};
use super::spread::Spread;

/// Groups drawn from the group, when it is small enough for it to matter.
const RESAMPLES: u16 = 4_999;
/// Beyond so many pairs the mean's own normal interval is the same to two digits.
const LARGEST: usize = 200;
/// The same interval for the same values, whoever asks, whenever.
const SEED: u64 = 0x6d61_696c_6c61_6765;

/// The mean of paired differences with its 95 % interval, in the scale's own units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeanChange {
    pub pairs: u32,
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl MeanChange {
    /// `None` of fewer than two.
    pub fn of(differences: impl IntoIterator<Item = f64>) -> Option<MeanChange> {
        let differences: Vec<f64> = differences.into_iter().collect();
        let spread = Spread::of(&differences)?;
        let deviation = spread.deviation?;
        let (low, high) = if deviation == 0.0 {
            (spread.mean, spread.mean)
        } else if differences.len() > LARGEST {
            let half = SURE * deviation / f64::from(spread.count).sqrt();
            (spread.mean - half, spread.mean + half)
        } else {
            Resampled::of(&differences, &spread).interval()
        };
        Some(MeanChange { pairs: spread.count, value: spread.mean, low, high })
    }
}

/// The means of groups drawn with replacement, ascending.
struct Resampled {
    means: Vec<f64>,
    /// Bias: how far the middle of the means is from the mean.
    bias: f64,
    /// Acceleration: how the spread changes with the mean.
    acceleration: f64,
}

impl Resampled {
    fn of(differences: &[f64], spread: &Spread) -> Resampled {
        let mut chance = SplitMix(SEED);
        let count = f64::from(spread.count);
        let mut means: Vec<f64> = (0..RESAMPLES)
            .map(|_| differences.iter().map(|_| chance.one_of(differences)).sum::<f64>() / count)
            .collect();
        means.sort_unstable_by(f64::total_cmp);
        let [under, same] = [f64::lt, f64::eq]
            .map(|is: fn(&f64, &f64) -> bool| means.iter().filter(|mean| is(mean, &spread.mean)).count());
        // Whole answers often draw the very mean: half of these count as under it.
        let under = number(under) + number(same) / 2.0;
        let bias = value_below(under / f64::from(RESAMPLES));
        Resampled { means, bias, acceleration: acceleration(differences, spread.mean) }
    }

    fn interval(&self) -> (f64, f64) {
        (self.at(-SURE), self.at(SURE))
    }

    fn at(&self, z: f64) -> f64 {
        let moved = self.bias + z;
        let share = below(self.bias + moved / (1.0 - self.acceleration * moved));
        quantile(&self.means, share)
    }
}

/// From leaving each out in turn; of a mean, a closed form.
fn acceleration(differences: &[f64], mean: f64) -> f64 {
    let power = |power| differences.iter().map(|value| (value - mean).powi(power)).sum::<f64>();
    power(3) / (6.0 * power(2).powf(1.5))
}

/// Between the two nearest, by their distance (Hyndman and Fan's seventh).
fn quantile(ascending: &[f64], share: f64) -> f64 {
    let last = f64::from(RESAMPLES.saturating_sub(1));
    let place = (share * last).clamp(0.0, last);
    let mut from = (0..RESAMPLES).map(f64::from).zip(ascending).skip_while(|(at, _)| at + 1.0 <= place);
    let Some((at, lower)) = from.next() else { return f64::NAN };
    let upper = from.next().map_or(lower, |(_, upper)| upper);
    lower + (upper - lower) * (place - at)
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// Steele, Lea and Flood's generator (OOPSLA 2014): few lines, and the same numbers in every version.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The upper bits times how many there are: off by less than one in four billion.
    fn one_of(&mut self, values: &[f64]) -> f64 {
        let count = u64::try_from(values.len()).unwrap_or_default();
        let place = usize::try_from((self.next() >> 32).wrapping_mul(count) >> 32).unwrap_or_default();
        values.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_the_same_whoever_asks_and_holds_the_mean() {
        let differences = [-2.0, -1.0, -1.0, 0.0, 0.0, 0.0, 1.0, -3.0, -1.0, 0.0, -2.0];
        let change = MeanChange::of(differences).unwrap();
        assert_eq!(MeanChange::of(differences), Some(change));
        assert!(change.low < change.value && change.value < change.high, "{change:?}");
        assert!((change.value + 9.0 / 11.0).abs() < 1e-12);
    }

    #[test]
    fn nobody_one_and_all_alike_have_no_width() {
        assert_eq!(MeanChange::of([]), None);
        assert_eq!(MeanChange::of([3.0]), None);
        let alike = MeanChange::of([-1.0, -1.0, -1.0]).unwrap();
        assert_eq!((alike.low, alike.high), (-1.0, -1.0));
    }

    #[test]
    fn drawing_and_the_normal_interval_agree_where_they_meet() {
        let many = |count: u32| (0..count).map(|place| f64::from((place * 7) % 13) - 4.0);
        let (drawn, normal) = (MeanChange::of(many(200)).unwrap(), MeanChange::of(many(201)).unwrap());
        let width = |change: MeanChange| change.high - change.low;
        assert!((width(drawn) / width(normal) - 1.0).abs() < 0.05, "{drawn:?} {normal:?}");
    }
}
