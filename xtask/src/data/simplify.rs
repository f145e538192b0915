//! Fewer spots for the same look: the Ramer-Douglas-Peucker line.
//! Source: Douglas and Peucker, *Cartographica* 10(2), 1973.

use super::shape::Spot;

/// Degrees of longitude shrink towards the poles; this is their share at 46 degrees north, close
/// enough from Lille to Ajaccio. Overseas, east-west details are dropped a little sooner.
const LONGITUDE_SHARE: f64 = 0.695;

/// Keeps both ends and every spot that is farther than `tolerance` steps from the line drawn
/// without it.
pub(crate) fn simplified(arc: &[Spot], tolerance: f64) -> Vec<Spot> {
    let mut kept = Vec::new();
    if let Some(first) = arc.first() {
        kept.push(*first);
        keep_between(arc, tolerance, &mut kept);
    }
    kept
}

/// Pushes what is kept after the first spot, up to the last.
fn keep_between(arc: &[Spot], tolerance: f64, kept: &mut Vec<Spot>) {
    let [first, inner @ .., last] = arc else { return };
    let far = inner.iter().map(|spot| distance(*spot, *first, *last)).enumerate();
    match far.max_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((place, far)) if far > tolerance => {
            let (before, after) = (arc.get(..place + 2), arc.get(place + 1..));
            keep_between(before.unwrap_or_default(), tolerance, kept);
            keep_between(after.unwrap_or_default(), tolerance, kept);
        }
        _ => kept.push(*last),
    }
}

/// From a spot to a segment, in steps of latitude.
fn distance(spot: Spot, from: Spot, to: Spot) -> f64 {
    let flat = |a: Spot, b: Spot| (f64::from(b.0 - a.0) * LONGITUDE_SHARE, f64::from(b.1 - a.1));
    let (dx, dy) = flat(from, to);
    let (px, py) = flat(from, spot);
    let squared = dx * dx + dy * dy;
    let along = if squared > 0.0 { ((px * dx + py * dy) / squared).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * dx).hypot(py - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_keeps_its_ends_and_a_bend_its_corner() {
        let line = [(0, 0), (0, 10), (1, 20), (0, 30), (50, 30)];
        assert_eq!(simplified(&line, 3.0), [(0, 0), (0, 30), (50, 30)]);
        assert_eq!(simplified(&line, 0.1), line);
    }

    #[test]
    fn a_closed_arc_is_split_at_its_farthest_spot() {
        let square = [(0, 0), (90, 0), (90, 90), (0, 90), (0, 0)];
        assert_eq!(simplified(&square, 3.0), square);
    }
}
