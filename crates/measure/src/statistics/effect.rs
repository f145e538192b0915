//! How large a change is, apart from how sure it is.

use serde::{Deserialize, Serialize};

use super::normal::SURE;
use super::spread::Spread;

/// The mean change in units of its own spread (standardised response mean, Cohen's d for pairs).
///
/// Source: J. Cohen, *Statistical Power Analysis* (1988), chapter 2; M. H. Liang, *Medical Care* 28 (1990),
/// 632–642.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect(pub f64);

impl Effect {
    /// `None` of fewer than two, or when all changed alike.
    pub fn of(differences: impl IntoIterator<Item = f64>) -> Option<Effect> {
        let differences: Vec<f64> = differences.into_iter().collect();
        let spread = Spread::of(&differences)?;
        let deviation = spread.deviation.filter(|deviation| *deviation > 0.0)?;
        Some(Effect(spread.mean / deviation))
    }
}

/// The smallest difference that the instrument's own imprecision does not explain, 19 times of 20, from how
/// far apart first values lie and the instrument's reliability (between 0 and 1).
///
/// `None` of fewer than two, or for no such reliability.
///
/// Source: N. S. Jacobson and P. Truax, *Journal of Consulting and Clinical Psychology* 59 (1991), 12–19.
pub fn reliable_difference(firsts: impl IntoIterator<Item = f64>, reliability: f64) -> Option<f64> {
    let firsts: Vec<f64> = firsts.into_iter().collect();
    let deviation = Spread::of(&firsts)?.deviation?;
    let may_be = (0.0..=1.0).contains(&reliability);
    may_be.then(|| SURE * deviation * (2.0 * (1.0 - reliability)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_measured_by_its_own_spread() {
        let effect = Effect::of([1.0, 2.0, 3.0, 4.0]).unwrap();
        assert!((effect.0 - 2.5 / (5.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        assert_eq!(Effect::of([2.0]), None);
        assert_eq!(Effect::of([2.0, 2.0]), None);
    }

    #[test]
    fn the_reliable_difference_is_jacobson_and_truax_s() {
        // A deviation of 10 and a reliability of 0.80.
        let firsts = [-10.0, 0.0, 10.0];
        let least = reliable_difference(firsts, 0.8).unwrap();
        assert!((least - 1.959_963_984_540_054 * 10.0 * 0.4_f64.sqrt()).abs() < 1e-12);
        assert!((least - 12.396).abs() < 0.001);
        assert_eq!(reliable_difference(firsts, 1.0), Some(0.0));
        assert_eq!(reliable_difference(firsts, 1.2), None);
        assert_eq!(reliable_difference([3.0], 0.8), None);
    }
}
