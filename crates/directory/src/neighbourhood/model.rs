use kernel::commune::CommuneCode;
use kernel::geo::Point;

use crate::gazetteer::Polygon;

/// A part of a commune.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Neighbourhood {
    /// `QN06901M`, or made from its name.
    pub(crate) code: String,
    pub(crate) name: String,
    /// Of today.
    pub(crate) commune: CommuneCode,
    pub(crate) outline: Vec<Polygon>,
}

impl Neighbourhood {
    /// Whether a point lies inside, and in no hole.
    pub(crate) fn holds(&self, point: Point) -> bool {
        is_in(&self.outline, point)
    }

    /// Its bounds, as the map reads them.
    pub(crate) fn bounds(&self) -> String {
        bounds(&self.outline).map(|degrees| format!("{degrees:.5}")).join(",")
    }

    /// The middle of its bounds, and the kilometres from there to its farthest corner.
    pub(crate) fn reach(&self) -> Option<(Point, f64)> {
        let middle = middle(&self.outline)?;
        let corners = self.outline.iter().flat_map(|polygon| &polygon.outer);
        Some((middle, corners.map(|corner| middle.km_to(*corner)).fold(0.0, f64::max)))
    }
}

/// The middle of the bounds of some polygons.
pub(super) fn middle(outline: &[Polygon]) -> Option<Point> {
    let [west, south, east, north] = bounds(outline);
    Point::new(f64::midpoint(south, north), f64::midpoint(west, east))
}

/// West, south, east, north; no numbers for no polygon.
fn bounds(outline: &[Polygon]) -> [f64; 4] {
    let corners = || outline.iter().flat_map(|polygon| &polygon.outer);
    let least = |of: fn(&Point) -> f64| corners().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&Point) -> f64| corners().map(of).fold(f64::NEG_INFINITY, f64::max);
    [least(|point| point.lon), least(|point| point.lat), most(|point| point.lon), most(|point| point.lat)]
}

/// Whether a point lies in one of these, and in no hole of it.
pub(super) fn is_in(outline: &[Polygon], point: Point) -> bool {
    let within = |polygon: &Polygon| {
        is_inside(&polygon.outer, point) && !polygon.holes.iter().any(|hole| is_inside(hole, point))
    };
    outline.iter().any(within)
}

/// Counts the sides that a ray to the east crosses. Source: W. R. Franklin, PNPOLY (1994).
fn is_inside(ring: &[Point], point: Point) -> bool {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed = sides.filter(|(from, to)| {
        let spans = (from.lat > point.lat) != (to.lat > point.lat);
        spans && point.lon < (to.lon - from.lon) * (point.lat - from.lat) / (to.lat - from.lat) + from.lon
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn square(from: f64, to: f64) -> Vec<Point> {
        let corners = [(from, from), (from, to), (to, to), (to, from), (from, from)];
        corners.map(|(lat, lon)| Point::new(lat, lon).unwrap()).to_vec()
    }

    proptest! {
        #[test]
        fn a_point_is_in_a_square_with_a_hole_as_its_coordinates_say(lat in 0.0..10.0_f64, lon in 0.0..10.0_f64) {
            let outline = vec![Polygon { outer: square(1.0, 9.0), holes: vec![square(4.0, 6.0)] }];
            let (name, code) = ("Les Tilleuls".to_owned(), "T".to_owned());
            let commune = CommuneCode::parse("69029").unwrap();
            let neighbourhood = Neighbourhood { code, name, commune, outline };
            let between = |least: f64, most: f64| [lat, lon].iter().all(|one| (least..most).contains(one));
            let expected = between(1.0, 9.0) && !between(4.0, 6.0);
            prop_assert_eq!(neighbourhood.holds(Point::new(lat, lon).unwrap()), expected);
        }
    }

    #[test]
    fn its_reach_is_its_farthest_corner() {
        let outline = vec![Polygon { outer: square(45.0, 45.02), holes: Vec::new() }];
        let commune = CommuneCode::parse("69029").unwrap();
        let it = Neighbourhood { code: "T".to_owned(), name: "T".to_owned(), commune, outline };
        let (middle, km) = it.reach().unwrap();
        assert!((middle.lat - 45.01).abs() < 1e-9 && (1.2..1.5).contains(&km), "{km}");
    }
}
