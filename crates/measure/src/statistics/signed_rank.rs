//! Whether a group moved: Wilcoxon's signed-rank test.
//!
//! Source: F. Wilcoxon, *Biometrics Bulletin* 1 (1945), 80–83; ties by E. L. Lehmann, *Nonparametrics* (1975),
//! pages 120–132.

use serde::{Deserialize, Serialize};

use super::normal;

/// Up to so many pairs every arrangement of signs is counted.
const EXACT_UP_TO: u32 = 50;

/// The test of paired differences, two-sided.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignedRank {
    /// Pairs that differ. The others speak for neither side, and are left out as Wilcoxon does.
    pub pairs: u32,
    /// Sum of the ranks of differences above zero; equal ones share their ranks' mean.
    pub above: f64,
    /// Of those below.
    pub below: f64,
    /// How often chance alone gives ranks as far apart.
    pub p: f64,
    pub method: Method,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Every arrangement of signs counted, equal differences too.
    Exact,
    /// The normal distribution, corrected for equal differences and for continuity.
    Normal,
}

impl SignedRank {
    /// `None` when nothing differs.
    pub fn of(differences: impl IntoIterator<Item = i64>) -> Option<SignedRank> {
        let ranked = Ranked::of(differences);
        let pairs = u32::try_from(ranked.doubled.len()).ok().filter(|pairs| *pairs > 0)?;
        let method = if pairs <= EXACT_UP_TO { Method::Exact } else { Method::Normal };
        let p = match method {
            Method::Exact => ranked.exact(),
            Method::Normal => ranked.normal(pairs),
        };
        let [above, below] = [true, false].map(|side| ranked.sum(side));
        Some(SignedRank { pairs, above, below, p, method })
    }

    /// Matched-pairs rank-biserial correlation: −1 when all fell, 1 when all rose.
    ///
    /// Source: D. S. Kerby, *Comprehensive Psychology* 3 (2014), 11.IT.3.1.
    pub fn rank_biserial(&self) -> f64 {
        (self.above - self.below) / (self.above + self.below)
    }
}

/// Ranks of the differences by size, doubled so that shared ones stay whole, each with its side.
struct Ranked {
    doubled: Vec<(u32, bool)>,
    /// How many are equal, for each size.
    ties: Vec<u32>,
}

impl Ranked {
    fn of(differences: impl IntoIterator<Item = i64>) -> Ranked {
        let mut differing: Vec<i64> = differences.into_iter().filter(|difference| *difference != 0).collect();
        differing.sort_unstable_by_key(|difference| difference.unsigned_abs());
        let mut ranked = Ranked { doubled: Vec::with_capacity(differing.len()), ties: Vec::new() };
        let mut before = 0_u32;
        for equal in differing.chunk_by(|one, other| one.unsigned_abs() == other.unsigned_abs()) {
            let count = u32::try_from(equal.len()).unwrap_or(u32::MAX);
            // First and last rank together: twice their mean.
            let rank = before.saturating_mul(2).saturating_add(count).saturating_add(1);
            ranked.doubled.extend(equal.iter().map(|difference| (rank, *difference > 0)));
            ranked.ties.push(count);
            before = before.saturating_add(count);
        }
        ranked
    }

    /// Of one side, doubled.
    fn of_side(&self, side: bool) -> impl Iterator<Item = u32> {
        self.doubled.iter().filter(move |(_, is_above)| *is_above == side).map(|(rank, _)| *rank)
    }

    /// Of one side; a sum of whole halves, exact for any group there is.
    fn sum(&self, side: bool) -> f64 {
        self.of_side(side).map(|rank| f64::from(rank) / 2.0).sum()
    }

    /// Each sign as likely as the other: how likely each sum is, adding one rank after the other.
    fn exact(&self) -> f64 {
        let total = self.doubled.iter().map(|(rank, _)| index(*rank)).sum::<usize>();
        let mut likely = vec![0.0; total.saturating_add(1)];
        if let Some(nothing) = likely.first_mut() {
            *nothing = 1.0;
        }
        for (rank, _) in &self.doubled {
            likely = with_one_more(&likely, index(*rank));
        }
        let seen: usize = self.of_side(true).map(index).sum();
        let up_to: f64 = likely.iter().take(seen.saturating_add(1)).sum();
        let from: f64 = likely.iter().skip(seen).sum();
        (2.0 * up_to.min(from)).min(1.0)
    }

    fn normal(&self, pairs: u32) -> f64 {
        let n = f64::from(pairs);
        let mean = n * (n + 1.0) / 4.0;
        let tied: f64 = self.ties.iter().map(|count| f64::from(*count)).map(|t| t * (t * t - 1.0)).sum();
        let variance = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - tied / 48.0;
        let off = (self.sum(true) - mean).abs();
        (2.0 * normal::above((off - 0.5).max(0.0) / variance.sqrt())).min(1.0)
    }
}

/// Half of the time the rank is added, half of the time it is not.
fn with_one_more(likely: &[f64], rank: usize) -> Vec<f64> {
    let shifted = std::iter::repeat_n(0.0, rank).chain(likely.iter().copied());
    likely.iter().zip(shifted).map(|(without, with)| f64::midpoint(*without, with)).collect()
}

fn index(rank: u32) -> usize {
    usize::try_from(rank).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-12, "{one} is not {other}");
    }

    /// Darwin's maize, in eighths of an inch: R. A. Fisher, *The Design of Experiments* (1935), chapter III.
    const MAIZE: [i64; 15] = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    #[test]
    fn darwin_s_maize_has_its_published_test() {
        let test = SignedRank::of(MAIZE).unwrap();
        assert_eq!((test.pairs, test.above, test.below, test.method), (15, 96.0, 24.0, Method::Exact));
        near(test.p, 0.041_259_765_625);
        near(test.rank_biserial(), 0.6);
    }

    #[test]
    fn every_arrangement_of_signs_is_counted_equal_ones_too() {
        // Of the sixteen sums of {1.5, 1.5, 3, 4}, six come to 6 or more: 6, 7, 7, 8.5, 8.5 and 10.
        let test = SignedRank::of([1, 1, 2, -3]).unwrap();
        assert_eq!((test.above, test.below), (6.0, 4.0));
        near(test.p, 12.0 / 16.0);
        near(SignedRank::of([5]).unwrap().p, 1.0);
        near(SignedRank::of([1, 1, 1, 1, 1, 1]).unwrap().p, 2.0 / 64.0);
    }

    #[test]
    fn whoever_did_not_move_is_left_out() {
        assert_eq!(SignedRank::of([0, 0]), None);
        assert_eq!(SignedRank::of([0, 2, 0, -1]), SignedRank::of([2, -1]));
    }

    #[test]
    fn the_two_ways_agree_where_they_meet() {
        let fifty: Vec<i64> = (1..=50).map(|size| if size % 3 == 0 { -size } else { size }).collect();
        let ranked = Ranked::of(fifty);
        assert!((ranked.exact() - ranked.normal(50)).abs() < 0.002);
    }

    #[test]
    fn a_region_s_ranks_add_up_beyond_what_32_bits_hold() {
        let many = (0..300_000_i64).map(|place| place % 7 - 3);
        let test = SignedRank::of(many).unwrap();
        let pairs = f64::from(test.pairs);
        near((test.above + test.below) / (pairs * (pairs + 1.0) / 2.0), 1.0);
        assert!(test.p > 0.05, "{test:?}");
    }

    #[test]
    fn the_side_does_not_matter() {
        let turned = SignedRank::of(MAIZE.map(|difference| -difference)).unwrap();
        near(turned.p, 0.041_259_765_625);
        assert_eq!((turned.above, turned.below), (24.0, 96.0));
    }
}
