//! Points on the map of France, and how far apart they are.

use serde::{Deserialize, Serialize};

/// A place in decimal degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

impl Point {
    /// `None` outside the globe or for a number that is not one.
    pub fn new(lat: f64, lon: f64) -> Option<Point> {
        let on_the_globe = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        on_the_globe.then_some(Point { lat, lon })
    }

    /// Kilometres over the WGS 84 ellipsoid, by the Andoyer-Lambert formula: within some ten
    /// metres of the geodesic at the distances of a région.
    /// Source: J. Meeus, *Astronomical Algorithms*, chapter 11.
    pub fn km_to(self, other: Point) -> f64 {
        const EQUATOR_KM: f64 = 6378.137;
        const FLATTENING: f64 = 1.0 / 298.257_223_563;
        let f = f64::midpoint(self.lat, other.lat).to_radians();
        let g = ((self.lat - other.lat) / 2.0).to_radians();
        let l = ((self.lon - other.lon) / 2.0).to_radians();
        let s = (g.sin() * l.cos()).powi(2) + (f.cos() * l.sin()).powi(2);
        let c = (g.cos() * l.cos()).powi(2) + (f.sin() * l.sin()).powi(2);
        if s == 0.0 || c == 0.0 {
            // The same point, or its antipode, where the correction has no meaning.
            return if s == 0.0 { 0.0 } else { EQUATOR_KM * std::f64::consts::PI };
        }
        let w = (s / c).sqrt().atan();
        let r = (s * c).sqrt() / w;
        let h1 = (3.0 * r - 1.0) / (2.0 * c);
        let h2 = (3.0 * r + 1.0) / (2.0 * s);
        let correction = FLATTENING * (h1 * (f.sin() * g.cos()).powi(2) - h2 * (f.cos() * g.sin()).powi(2));
        2.0 * w * EQUATOR_KM * (1.0 + correction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hazebrouck_to_lille_is_39_km_as_postgis_says() {
        let hazebrouck = Point::new(50.7254, 2.5357).unwrap();
        let lille = Point::new(50.633333, 3.066667).unwrap();
        assert_eq!(hazebrouck.km_to(lille).round(), 39.0);
    }

    #[test]
    fn a_place_is_nowhere_far_from_itself() {
        let bron = Point::new(45.7339, 4.9131).unwrap();
        assert_eq!(bron.km_to(bron), 0.0);
    }

    #[test]
    fn paris_to_the_observatory_of_washington_as_in_the_book() {
        // Meeus, example 11.c: 6181.63 km on a slightly different ellipsoid.
        let paris = Point::new(48.836389, 2.337222).unwrap();
        let washington = Point::new(38.921389, -77.065556).unwrap();
        assert!((paris.km_to(washington) - 6181.63).abs() < 0.1);
    }

    #[test]
    fn no_point_outside_the_globe() {
        assert_eq!(Point::new(91.0, 0.0), None);
        assert_eq!(Point::new(f64::NAN, 0.0), None);
    }
}
