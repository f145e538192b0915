//! Contours drawn from arcs that neighbours share, so that they touch without a gap.

use std::collections::HashMap;

use kernel::geo::Point;

use super::varint::Bytes;

/// Start of a contour file; the last byte is the version of the format.
const SIGNATURE: &[u8] = b"MLGC\x01";
const STEPS_PER_DEGREE: f64 = 10_000.0;

/// Rings are closed: the last point is the first again. Counter-clockwise outside, clockwise
/// around holes (RFC 7946).
#[derive(Clone, Debug, PartialEq)]
pub struct Polygon {
    pub outer: Vec<Point>,
    pub holes: Vec<Vec<Point>>,
}

/// All the contours of one file.
#[derive(Debug, Default)]
pub(super) struct Atlas {
    /// All arcs end to end, in steps of longitude and latitude.
    spots: Vec<(i32, i32)>,
    /// Where each arc ends in `spots`.
    ends: Vec<usize>,
    /// By code, polygons still to be read.
    shapes: HashMap<&'static str, Bytes<'static>>,
}

impl Atlas {
    /// An empty atlas if the file is damaged, which the tests would show.
    pub(super) fn embedded(bytes: &'static [u8]) -> Atlas {
        Atlas::read(bytes).unwrap_or_default()
    }

    fn read(bytes: &'static [u8]) -> Option<Atlas> {
        let mut bytes = Bytes(bytes.strip_prefix(SIGNATURE)?);
        let mut atlas = Atlas::default();
        atlas.read_arcs(&mut bytes)?;
        for _ in 0..bytes.count()? {
            let length = bytes.count()?;
            let code = std::str::from_utf8(bytes.take(length)?).ok()?;
            atlas.shapes.insert(code, bytes);
            // Only to find where the next shape starts.
            steps(&mut bytes)?;
        }
        Some(atlas)
    }

    fn read_arcs(&mut self, bytes: &mut Bytes<'_>) -> Option<()> {
        let (mut x, mut y) = (0, 0);
        for _ in 0..bytes.count()? {
            for _ in 0..bytes.count()? {
                x += bytes.signed()?;
                y += bytes.signed()?;
                self.spots.push((i32::try_from(x).ok()?, i32::try_from(y).ok()?));
            }
            self.ends.push(self.spots.len());
        }
        self.spots.shrink_to_fit();
        Some(())
    }

    pub(super) fn polygons(&self, code: &str) -> Option<Vec<Polygon>> {
        let mut bytes = *self.shapes.get(code)?;
        let polygons = steps(&mut bytes)?;
        polygons.iter().map(|rings| self.polygon(rings)).collect()
    }

    fn polygon(&self, rings: &[Vec<usize>]) -> Option<Polygon> {
        let mut rings = rings.iter().map(|steps| self.ring(steps));
        Some(Polygon { outer: rings.next()??, holes: rings.collect::<Option<_>>()? })
    }

    fn ring(&self, steps: &[usize]) -> Option<Vec<Point>> {
        let mut ring = Vec::new();
        for step in steps {
            let arc = self.arc(step / 2)?;
            // An arc begins where the one before ended.
            let seen = usize::from(!ring.is_empty());
            if step % 2 == 0 {
                ring.extend(arc.iter().skip(seen).map(point));
            } else {
                ring.extend(arc.iter().rev().skip(seen).map(point));
            }
        }
        Some(ring)
    }

    fn arc(&self, index: usize) -> Option<&[(i32, i32)]> {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.spots.get(start..*self.ends.get(index)?)
    }
}

/// Polygons, rings, then arcs: twice the arc's place, plus one when it is walked backwards.
fn steps(bytes: &mut Bytes<'_>) -> Option<Vec<Vec<Vec<usize>>>> {
    let mut number = 0;
    let mut ring = |bytes: &mut Bytes<'_>| {
        let mut steps = Vec::new();
        for _ in 0..bytes.count()? {
            number += bytes.signed()?;
            steps.push(usize::try_from(number).ok()?);
        }
        Some(steps)
    };
    let mut polygon = |bytes: &mut Bytes<'_>| (0..bytes.count()?).map(|_| ring(bytes)).collect::<Option<_>>();
    (0..bytes.count()?).map(|_| polygon(bytes)).collect()
}

fn point(&(x, y): &(i32, i32)) -> Point {
    Point { lat: f64::from(y) / STEPS_PER_DEGREE, lon: f64::from(x) / STEPS_PER_DEGREE }
}
