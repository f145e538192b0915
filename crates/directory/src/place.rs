//! Where something happens, and how far its coordinates can be believed.

use kernel::commune::CommuneCode;
use kernel::geo::Point;
use serde::{Deserialize, Serialize};

/// data·inclusion's address block.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub street: Option<String>,
    pub complement: Option<String>,
    pub postcode: Option<String>,
    /// The commune's name as written by the source.
    pub commune_name: Option<String>,
    pub commune: Option<CommuneCode>,
    #[serde(default)]
    pub located: Located,
}

/// What the coordinates are worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Located {
    /// Nothing contradicts them.
    Trusted { point: Point },
    /// Too far from the commune they are said to be in: told to whoever imports them, doubted on the
    /// resource's page, given on as the source has them; never measured from, never drawn.
    Flagged { point: Point, km: f64 },
    #[default]
    Missing,
}

impl Located {
    /// Beyond this distance from its commune's centre a point is taken for a slip. The largest
    /// commune of mainland France, Arles, reaches some 30 km from its centre.
    pub const FARTHEST_KM: f64 = 30.0;

    /// Judges given coordinates against the centre of the commune they are said to be in.
    pub fn judge(given: Option<Point>, centre: Option<Point>) -> Located {
        let Some(point) = given else {
            return Located::Missing;
        };
        match centre.map(|centre| centre.km_to(point)) {
            Some(km) if km > Self::FARTHEST_KM => Located::Flagged { point, km },
            _ => Located::Trusted { point },
        }
    }

    /// The point as the source gave it.
    pub fn given(self) -> Option<Point> {
        match self {
            Located::Trusted { point } | Located::Flagged { point, .. } => Some(point),
            Located::Missing => None,
        }
    }

    /// The point distances may be measured from.
    pub fn trusted(self) -> Option<Point> {
        match self {
            Located::Trusted { point } => Some(point),
            Located::Flagged { .. } | Located::Missing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bron() -> Point {
        Point::new(45.7333, 4.9114).unwrap()
    }

    #[test]
    fn a_point_in_the_next_commune_is_trusted() {
        let venissieux = Point::new(45.6977, 4.8869).unwrap();
        assert_eq!(Located::judge(Some(venissieux), Some(bron())), Located::Trusted { point: venissieux });
    }

    #[test]
    fn swapped_latitude_and_longitude_are_flagged_and_never_measured_from() {
        let swapped = Point::new(4.9114, 45.7333).unwrap();
        let located = Located::judge(Some(swapped), Some(bron()));
        assert!(matches!(located, Located::Flagged { km, .. } if km > 5_000.0));
        assert_eq!(located.trusted(), None);
        assert_eq!(located.given(), Some(swapped));
    }

    #[test]
    fn without_a_commune_nothing_contradicts_a_point() {
        assert_eq!(Located::judge(Some(bron()), None).trusted(), Some(bron()));
        assert_eq!(Located::judge(None, Some(bron())), Located::Missing);
    }
}
