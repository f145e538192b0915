//! Where entries are: a chest of drawers. Each drawer is a band of latitude, in which entries lie
//! from west to east, so that what is around a place is one run of entries in each of a few drawers.
//!
//! Entries offered from a distance, or that come to people's homes, lie in a second chest behind the
//! first: they can be found from anywhere. What has no place lies in a last drawer of each.

use std::ops::Range;

use kernel::geo::Point;

use super::number::{at, number};

/// Height of a drawer in degrees: some 5.5 km.
const HEIGHT: f64 = 0.05;
/// From pole to pole, and a last one for what has no place.
const DRAWERS: u32 = 3_601;

/// Where each drawer of both chests begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bands {
    pub(super) starts: Vec<u32>,
    /// West to east inside each drawer; one for each entry, 0 for those without a place.
    pub(super) longitudes: Vec<f64>,
}

/// Neighbours in the order of entries.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) entries: Range<u32>,
    /// Some of them may lie within the radius; of the others, none does.
    pub(super) is_near: bool,
}

/// By what entries are sorted: chest, drawer, longitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drawer {
    chest: u32,
    band: u32,
    pub(super) longitude: f64,
}

impl Drawer {
    pub(super) fn of(point: Option<Point>, from_anywhere: bool) -> Drawer {
        Drawer {
            chest: u32::from(from_anywhere),
            band: point.map_or(DRAWERS - 1, |point| band(point.lat)),
            longitude: point.map_or(0.0, |point| point.lon),
        }
    }

    pub(super) fn cmp(&self, other: &Drawer) -> std::cmp::Ordering {
        (self.chest, self.band)
            .cmp(&(other.chest, other.band))
            .then(self.longitude.total_cmp(&other.longitude))
    }
}

impl Bands {
    /// Of entries already in the order of their drawers.
    pub(super) fn of(sorted: &[Drawer]) -> Bands {
        let drawer_of = |drawer: &Drawer| drawer.chest * DRAWERS + drawer.band;
        let starts = (0..=2 * DRAWERS)
            .map(|drawer| number(sorted.partition_point(|entry| drawer_of(entry) < drawer)))
            .collect();
        Bands { starts, longitudes: sorted.iter().map(|drawer| drawer.longitude).collect() }
    }

    pub(super) fn len(&self) -> u32 {
        number(self.longitudes.len())
    }

    /// Runs of entries, in order, that hold all those within the radius of a place, and everything
    /// that can be found from anywhere.
    pub(super) fn runs(&self, place: Option<Point>, radius_km: f64) -> Vec<Run> {
        let near = place.map(|place| self.around(place, radius_km)).unwrap_or_default();
        let mut runs = Vec::with_capacity(2 * near.len() + 1);
        let mut end = self.start(DRAWERS);
        for entries in near {
            if entries.start > end {
                runs.push(Run { entries: end..entries.start, is_near: false });
            }
            end = end.max(entries.end);
            runs.push(Run { entries, is_near: true });
        }
        runs.push(Run { entries: end..self.len(), is_near: false });
        runs
    }

    /// In both chests, in order; they also hold some entries that lie a little further.
    fn around(&self, place: Point, radius_km: f64) -> Vec<Range<u32>> {
        // A degree is never shorter than at the equator's curvature; one metre for the rounding.
        let height = (radius_km + 0.001) / 110.57;
        let bands = band(place.lat - height)..=band(place.lat + height);
        let widest = half_width(place, height);
        let width = |band| Some(widest?.min(half_width_in(band, place, height)));
        let widths: Vec<(u32, Option<f64>)> = bands.map(|band| (band, width(band))).collect();
        let drawers = [0, DRAWERS].into_iter().flat_map(|chest| {
            widths.iter().map(move |(band, width)| self.run(chest + band, place.lon, *width))
        });
        drawers.filter(|run| !run.is_empty()).collect()
    }

    fn run(&self, drawer: u32, longitude: f64, width: Option<f64>) -> Range<u32> {
        let (start, end) = (self.start(drawer), self.start(drawer + 1));
        let Some(width) = width else { return start..end };
        let inside = self.longitudes.get(at(start)..at(end)).unwrap_or_default();
        let west = inside.partition_point(|east| *east < longitude - width);
        let east = inside.partition_point(|east| *east <= longitude + width);
        start + number(west)..start + number(east)
    }

    fn start(&self, drawer: u32) -> u32 {
        self.starts.get(at(drawer)).copied().unwrap_or_else(|| self.len())
    }
}

/// How far a circle reaches east and west, in degrees of longitude; `None` where it may go round a
/// pole or over the line where longitudes change sign.
fn half_width(place: Point, height: f64) -> Option<f64> {
    let ratio = height.to_radians().sin() / place.lat.to_radians().cos();
    let width = ratio.asin().to_degrees() * 1.01;
    (ratio < 0.5 && place.lon.abs() + width < 180.0).then_some(width)
}

/// The same in one band: a circle is narrower away from its middle.
fn half_width_in(band: u32, place: Point, height: f64) -> f64 {
    let south = f64::from(band) * HEIGHT - 90.0;
    let north = south + HEIGHT;
    let away = (south - place.lat).max(place.lat - north).max(0.0);
    let furthest_from_equator = south.abs().max(north.abs());
    let half_sine = |degrees: f64| (degrees.to_radians() / 2.0).sin();
    // The haversine formula, solved for the difference of longitudes.
    let room = half_sine(height).powi(2) - half_sine(away).powi(2);
    let per_degree = place.lat.to_radians().cos() * furthest_from_equator.to_radians().cos();
    2.0 * (room.max(0.0) / per_degree).sqrt().asin().to_degrees() * 1.01
}

#[expect(clippy::as_conversions, reason = "a cast that stays within the drawers, whatever the latitude")]
fn band(latitude: f64) -> u32 {
    let band = ((latitude + 90.0) / HEIGHT).clamp(0.0, f64::from(DRAWERS - 2));
    band as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_runs_around_a_place_hold_everything_within_the_radius(
            mut points in prop::collection::vec((-89.0..89.0_f64, -180.0..180.0_f64), 0..40),
            close in prop::collection::vec((-1.0..1.0_f64, -1.0..1.0_f64), 0..40),
            from_anywhere in prop::collection::vec(any::<bool>(), 80),
            (lat, lon) in (-80.0..80.0_f64, -178.0..178.0_f64),
            radius in 0.0..120.0_f64,
        ) {
            points.extend(close.into_iter().map(|(north, east)| (lat + north, lon + east)));
            let mut drawers: Vec<(Drawer, Point)> = points
                .into_iter()
                .filter_map(|(lat, lon)| Point::new(lat, lon))
                .zip(from_anywhere)
                .map(|(point, from_anywhere)| (Drawer::of(Some(point), from_anywhere), point))
                .collect();
            drawers.sort_by(|a, b| a.0.cmp(&b.0));
            let bands = Bands::of(&drawers.iter().map(|(drawer, _)| *drawer).collect::<Vec<_>>());
            let place = Point::new(lat, lon).unwrap();
            let runs = bands.runs(Some(place), radius);
            prop_assert!(runs.windows(2).all(|pair| pair[0].entries.end <= pair[1].entries.start));
            for (entry, (drawer, point)) in drawers.iter().enumerate() {
                let entry = u32::try_from(entry).unwrap();
                let run = runs.iter().find(|run| run.entries.contains(&entry));
                let is_far = place.km_to(*point) > radius;
                prop_assert!(run.is_some_and(|run| run.is_near) || is_far, "{} km away", place.km_to(*point));
                prop_assert!(run.is_some() || drawer.chest == 0, "what is found from anywhere is in a run");
            }
        }
    }

    #[test]
    fn what_can_be_found_from_anywhere_lies_behind() {
        let lyon = Point::new(45.75, 4.85);
        let mut drawers = vec![
            Drawer::of(lyon, true),
            Drawer::of(None, false),
            Drawer::of(lyon, false),
            Drawer::of(None, true),
        ];
        drawers.sort_by(Drawer::cmp);
        let bands = Bands::of(&drawers);
        let run = |entries, is_near| Run { entries, is_near };
        assert_eq!(bands.runs(lyon, 10.0), [run(0..1, true), run(2..3, true), run(3..4, false)]);
        assert_eq!(bands.runs(None, 10.0), [run(2..4, false)]);
    }
}
