//! From the globe to the paper: what fits, and at which scale.

use kernel::geo::Point;

pub(super) const WIDTH: u32 = 320;
pub(super) const HEIGHT: u32 = 190;

/// Kilometres of a degree of latitude; of longitude it is that at the equator.
const KM_A_DEGREE: f64 = 111.2;
/// What is to be seen fills so much of the drawing.
const FILLED: f64 = 0.62;
/// From side to side at the least: nearer, limits of communes would be out of sight.
const NARROWEST_KM: f64 = 2.4;

/// On the drawing: to the right and down, from its corner.
pub(super) type Spot = (f64, f64);

#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    centre: Point,
    /// Units of the drawing a kilometre.
    pub(super) scale: f64,
}

impl View {
    /// All of them in sight, with room around.
    pub(super) fn around(points: impl Iterator<Item = Point> + Clone) -> View {
        let (south, north) = ends(points.clone().map(|point| point.lat));
        let (west, east) = ends(points.map(|point| point.lon));
        let centre = Point { lat: f64::midpoint(south, north), lon: f64::midpoint(west, east) };
        let high = (north - south) * KM_A_DEGREE;
        let wide = (east - west) * KM_A_DEGREE * centre.lat.to_radians().cos();
        let fitting = |side: u32, km: f64| f64::from(side) * FILLED / km.max(f64::EPSILON);
        let widest = f64::from(WIDTH) / NARROWEST_KM;
        View { centre, scale: fitting(WIDTH, wide).min(fitting(HEIGHT, high)).min(widest) }
    }

    pub(super) fn spot(&self, point: Point) -> Spot {
        let km_east = (point.lon - self.centre.lon) * KM_A_DEGREE * self.centre.lat.to_radians().cos();
        let km_north = (point.lat - self.centre.lat) * KM_A_DEGREE;
        let (middle, half) = (f64::from(WIDTH) / 2.0, f64::from(HEIGHT) / 2.0);
        (middle + km_east * self.scale, half - km_north * self.scale)
    }

    /// How far one sees from the middle, at the most.
    pub(super) fn reach_km(&self) -> f64 {
        f64::from(WIDTH) / self.scale
    }

    pub(super) fn holds(&self, (x, y): Spot) -> bool {
        (0.0..=f64::from(WIDTH)).contains(&x) && (0.0..=f64::from(HEIGHT)).contains(&y)
    }
}

fn ends(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), one| (least.min(one), most.max(one)))
}

/// A ring cut at the sides of the drawing (Sutherland and Hodgman): what would lie outside runs along them.
pub(super) fn clipped(ring: Vec<Spot>) -> Vec<Spot> {
    let (width, height) = (f64::from(WIDTH), f64::from(HEIGHT));
    let sides: [&dyn Fn(Spot) -> f64; 4] =
        [&|(x, _)| x, &move |(x, _)| width - x, &|(_, y)| y, &move |(_, y)| height - y];
    sides.iter().fold(ring, |ring, inside| cut(&ring, inside))
}

/// What lies where `inside` is not negative.
fn cut(ring: &[Spot], inside: &dyn Fn(Spot) -> f64) -> Vec<Spot> {
    let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    let mut kept = Vec::new();
    for (&from, &to) in before.zip(ring) {
        let (left, right) = (inside(from), inside(to));
        if (left < 0.0) != (right < 0.0) {
            let part = left / (left - right);
            kept.push((from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
        }
        if right >= 0.0 {
            kept.push(to);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(points: &[(f64, f64)]) -> View {
        View::around(points.iter().map(|(lat, lon)| Point { lat: *lat, lon: *lon }))
    }

    #[test]
    fn all_that_counts_is_in_sight_with_room_around() {
        for points in
            [vec![(45.73, 4.91)], vec![(45.73, 4.91), (45.80, 4.92)], vec![(45.73, 4.91), (45.74, 5.1)]]
        {
            let view = around(&points);
            for (lat, lon) in points {
                let (x, y) = view.spot(Point { lat, lon });
                assert!((50.0..=270.0).contains(&x) && (30.0..=160.0).contains(&y), "{x} {y}");
            }
            assert!(view.scale <= f64::from(WIDTH) / NARROWEST_KM);
        }
    }

    #[test]
    fn north_is_up_and_east_to_the_right() {
        let view = around(&[(45.73, 4.91), (45.75, 4.93)]);
        let (south_west, north_east) =
            (view.spot(Point { lat: 45.73, lon: 4.91 }), view.spot(Point { lat: 45.75, lon: 4.93 }));
        assert!(north_east.0 > south_west.0 && north_east.1 < south_west.1);
    }

    #[test]
    fn a_ring_is_cut_at_the_sides() {
        let around = vec![(-50.0, -50.0), (400.0, -50.0), (400.0, 300.0), (-50.0, 300.0)];
        let mut corners = clipped(around);
        corners.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(corners, [(0.0, 0.0), (0.0, 190.0), (320.0, 0.0), (320.0, 190.0)]);
        let inside = vec![(10.0, 10.0), (20.0, 10.0), (20.0, 20.0)];
        assert_eq!(clipped(inside.clone()).len(), inside.len());
        assert!(clipped(vec![(-9.0, -9.0), (-5.0, -9.0), (-5.0, -5.0)]).is_empty());
    }
}
