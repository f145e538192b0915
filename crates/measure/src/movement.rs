//! How far a group measured twice has moved, how surely, and how much that is.

use serde::{Deserialize, Serialize};

use crate::pairs::Pairs;
use crate::scale::{Better, Scale};
use crate::statistics::{Effect, MeanChange, SignedRank};

/// Of those measured twice; nobody else says anything of a distance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Movement {
    /// Last minus first, in points: below zero is better where less is.
    pub mean: MeanChange,
    /// None when nobody moved.
    pub test: Option<SignedRank>,
    /// Above zero for the better, whichever way the scale goes; none when all moved alike.
    pub gain: Option<Effect>,
}

impl Movement {
    /// Of the values of one scale; `None` of fewer than two measured twice. The same whatever the order in
    /// which persons were found.
    pub fn of(scale: &Scale, pairs: &Pairs) -> Option<Movement> {
        let differences = pairs.differences();
        let points = scale.points();
        let distances: Vec<f64> = differences.iter().map(|difference| real(*difference) / points).collect();
        let side = match scale.better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
        };
        Some(Movement {
            mean: MeanChange::of(distances.iter().copied())?,
            test: SignedRank::of(differences),
            gain: Effect::of(distances.iter().map(|distance| distance * side)),
        })
    }
}

/// No scale reaches beyond.
fn real(difference: i64) -> f64 {
    i32::try_from(difference).map_or(f64::NAN, f64::from)
}

#[cfg(test)]
mod tests {
    use crate::{epices, ucla3};

    use super::*;

    fn pairs(first: i64, lasts: &[i64]) -> Pairs {
        lasts.iter().map(|last| (Some(first), Some(*last))).collect()
    }

    #[test]
    fn only_those_measured_twice_move() {
        let scale = &ucla3().scales[0];
        let mut all = pairs(6, &[4, 4, 6, 7]);
        let moved = Movement::of(scale, &all).unwrap();
        all.merge(&[(Some(9), None), (None, Some(3)), (None, None)].into_iter().collect());
        assert_eq!(Movement::of(scale, &all), Some(moved));
        assert_eq!((moved.mean.pairs, moved.mean.value, moved.test.unwrap().pairs), (4, -0.75, 3));
        assert_eq!(Movement::of(scale, &pairs(6, &[4])), None);
    }

    #[test]
    fn a_gain_is_above_zero_and_points_are_the_scale_s() {
        let lonelier = Movement::of(&ucla3().scales[0], &pairs(5, &[6, 7, 6])).unwrap();
        assert!(lonelier.gain.unwrap().0 < 0.0 && lonelier.mean.value > 0.0);
        let precarious =
            Movement::of(epices().scale("precariousness").unwrap(), &pairs(7514, &[7514, 6263])).unwrap();
        assert!((precarious.mean.value + 6.255).abs() < 1e-12, "{precarious:?}");
    }

    #[test]
    fn whoever_stayed_has_a_mean_of_nothing_and_no_test() {
        let still = Movement::of(&ucla3().scales[0], &pairs(6, &[6, 6])).unwrap();
        assert_eq!((still.mean.value, still.test, still.gain), (0.0, None, None));
    }
}
