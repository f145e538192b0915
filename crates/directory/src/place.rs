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
    /// Too far from the commune they are said to be in, or without one, outside France: told to
    /// whoever imports them, doubted on the resource's page, given on as the source has them; never
    /// measured from, never drawn.
    Flagged {
        point: Point,
        /// From the commune's centre, when there is one.
        km: Option<f64>,
    },
    #[default]
    Missing,
}

/// Boxes around mainland France with Corsica and each territory overseas: south, north, west, east.
/// Wide enough for any place there; each of them still leaves a swapped pair outside.
const FRANCE: [[f64; 4]; 10] = [
    [41.0, 51.6, -5.6, 9.8],
    // Guadeloupe, Saint-Barthélemy, Saint-Martin, then Martinique, Guyane, La Réunion, Mayotte.
    [15.7, 18.2, -63.3, -60.9],
    [14.3, 15.0, -61.3, -60.7],
    [2.0, 6.0, -54.7, -51.5],
    [-21.5, -20.8, 55.1, 55.9],
    [-13.1, -12.5, 44.9, 45.4],
    // Saint-Pierre-et-Miquelon, Polynésie, Nouvelle-Calédonie, Wallis-et-Futuna.
    [46.6, 47.2, -56.6, -56.0],
    [-28.0, -7.5, -155.0, -134.0],
    [-23.0, -19.4, 163.0, 168.3],
    [-14.5, -13.0, -178.3, -176.0],
];

/// Whether a point may lie in France.
pub fn may_be_in_france(point: Point) -> bool {
    FRANCE.iter().any(|[south, north, west, east]| {
        (*south..=*north).contains(&point.lat) && (*west..=*east).contains(&point.lon)
    })
}

impl Located {
    /// Beyond this distance from its commune's centre a point is taken for a slip. The largest
    /// commune of mainland France, Arles, reaches some 30 km from its centre.
    pub const FARTHEST_KM: f64 = 30.0;

    /// Judges given coordinates against the centre of the commune they are said to be in; without
    /// one, they must lie in France.
    pub fn judge(given: Option<Point>, centre: Option<Point>) -> Located {
        let Some(point) = given else {
            return Located::Missing;
        };
        match centre.map(|centre| centre.km_to(point)) {
            Some(km) if km > Self::FARTHEST_KM => Located::Flagged { point, km: Some(km) },
            None if !may_be_in_france(point) => Located::Flagged { point, km: None },
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
        assert!(matches!(located, Located::Flagged { km: Some(km), .. } if km > 5_000.0));
        assert_eq!(located.trusted(), None);
        assert_eq!(located.given(), Some(swapped));
    }

    #[test]
    fn without_a_commune_a_point_is_trusted_wherever_france_is_and_nowhere_else() {
        assert_eq!(Located::judge(Some(bron()), None).trusted(), Some(bron()));
        let abroad = [(4.9114, 45.7333), (0.0, 0.0), (51.5, 10.5), (-33.9, 151.2)];
        for (lat, lon) in abroad {
            assert_eq!(Located::judge(Point::new(lat, lon), None).trusted(), None, "{lat} {lon}");
        }
        assert_eq!(Located::judge(None, Some(bron())), Located::Missing);
    }

    #[test]
    fn every_commune_is_in_france_and_none_is_when_swapped() {
        let communes = crate::gazetteer::Gazetteer::load().communes().iter();
        for centre in communes.filter_map(|commune| commune.centre) {
            assert!(may_be_in_france(centre), "{centre:?}");
            let swapped = Point::new(centre.lon, centre.lat);
            assert!(!swapped.is_some_and(may_be_in_france), "{centre:?}");
        }
    }
}
