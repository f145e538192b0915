//! Surfaces on the grid of 0.0001 degree, read from well-known binary.
//! Source: OGC 06-103r4, *Simple feature access*, part 1, section 8.2.

/// Longitude and latitude, in steps of 0.0001 degree.
pub(crate) type Spot = (i32, i32);
/// Closed without repeating its first spot; counter-clockwise outside, clockwise around a hole.
pub(crate) type Ring = Vec<Spot>;

pub(crate) const STEPS_PER_DEGREE: f64 = 10_000.0;

/// Polygons, each its outer ring then its holes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shape {
    pub(crate) polygons: Vec<Vec<Ring>>,
}

/// A little-endian multipolygon written in hexadecimal.
pub(crate) fn from_wkb(hexadecimal: &str) -> Option<Shape> {
    let bytes = decode(hexadecimal)?;
    let mut reader = Reader(&bytes);
    let mut shape = Shape::default();
    for _ in 0..reader.header(6)? {
        let mut rings = Vec::new();
        for _ in 0..reader.header(3)? {
            rings.push(reader.ring()?);
        }
        shape.push(rings);
    }
    Some(shape)
}

/// A point, in degrees: latitude then longitude.
pub(crate) fn point_from_wkb(hexadecimal: &str) -> Option<(f64, f64)> {
    let bytes = decode(hexadecimal)?;
    let mut reader = Reader(bytes.get(5..)?);
    let lon = reader.double()?;
    Some((reader.double()?, lon))
}

/// The surface inside, in square steps: negative when the ring turns clockwise.
pub(crate) fn area(ring: &[Spot]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    edges(ring).map(|(from, to)| cross(origin, from, to)).sum::<f64>() / 2.0
}

/// Each spot with the next one, the last with the first.
pub(crate) fn edges(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

impl Shape {
    /// Adds a polygon once its rings are cleaned and turned the right way; what has no surface on
    /// the grid is left out.
    pub(crate) fn push(&mut self, rings: Vec<Ring>) {
        let mut clean = Vec::new();
        for (place, ring) in rings.into_iter().enumerate() {
            let mut ring = without_spikes(ring);
            let surface = area(&ring);
            if surface == 0.0 {
                if place == 0 {
                    return;
                }
                continue;
            }
            if (surface > 0.0) != (place == 0) {
                ring.reverse();
            }
            clean.push(ring);
        }
        self.polygons.push(clean);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.polygons.is_empty()
    }

    /// Forgets polygons and holes under that surface in square steps, but never the largest polygon.
    pub(crate) fn drop_islets(&mut self, smallest: f64) {
        let largest = self.polygons.iter().map(|rings| surface(rings)).fold(0.0, f64::max);
        self.polygons.retain(|rings| surface(rings) >= smallest.min(largest));
        for rings in &mut self.polygons {
            rings.retain(|ring| area(ring) > 0.0 || -area(ring) >= smallest);
        }
    }

    /// The centre of mass of the largest polygon, holes aside, in degrees: latitude then longitude.
    pub(crate) fn centre(&self) -> Option<(f64, f64)> {
        let largest = self.polygons.iter().max_by(|a, b| surface(a).total_cmp(&surface(b)))?;
        let outer = largest.first()?;
        let &origin = outer.first()?;
        let (mut lon, mut lat, mut weight) = (0.0, 0.0, 0.0);
        for (from, to) in edges(outer) {
            let share = cross(origin, from, to);
            // From the origin, so that large numbers do not eat the small differences.
            lon += share * (f64::from(from.0 - origin.0) + f64::from(to.0 - origin.0)) / 3.0;
            lat += share * (f64::from(from.1 - origin.1) + f64::from(to.1 - origin.1)) / 3.0;
            weight += share;
        }
        let degrees = |start: i32, moment: f64| (f64::from(start) + moment / weight) / STEPS_PER_DEGREE;
        Some((degrees(origin.1, lat), degrees(origin.0, lon)))
    }
}

fn surface(rings: &[Ring]) -> f64 {
    rings.first().map_or(0.0, |outer| area(outer))
}

fn cross(origin: Spot, a: Spot, b: Spot) -> f64 {
    let (ax, ay) = (f64::from(a.0 - origin.0), f64::from(a.1 - origin.1));
    let (bx, by) = (f64::from(b.0 - origin.0), f64::from(b.1 - origin.1));
    ax * by - ay * bx
}

/// Rounding to the grid makes neighbours fall together, and thin strips fold on themselves.
fn without_spikes(ring: Ring) -> Ring {
    let mut kept: Ring = Vec::with_capacity(ring.len());
    for spot in ring {
        push_unfolded(&mut kept, spot);
    }
    // The same across the end and the beginning.
    while let [first, second, .., before, last] = kept.as_slice() {
        if first == last {
            kept.pop();
        } else if before == first {
            kept.truncate(kept.len() - 2);
        } else if second == last {
            kept.remove(0);
        } else {
            break;
        }
    }
    kept
}

fn push_unfolded(kept: &mut Ring, spot: Spot) {
    match kept.as_slice() {
        [.., last] if *last == spot => {}
        [.., before, _] if *before == spot => {
            kept.pop();
        }
        _ => kept.push(spot),
    }
}

fn decode(hexadecimal: &str) -> Option<Vec<u8>> {
    let byte = |start: usize| u8::from_str_radix(hexadecimal.get(start..start + 2)?, 16).ok();
    (0..hexadecimal.len()).step_by(2).map(byte).collect()
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*head)
    }

    fn count(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn double(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes)
    }

    /// Byte order and type, then how many parts.
    fn header(&mut self, kind: u32) -> Option<u32> {
        let [order] = self.take()?;
        (order == 1 && self.count()? == kind).then(|| self.count())?
    }

    fn ring(&mut self) -> Option<Ring> {
        let mut ring = Vec::new();
        for _ in 0..self.count()? {
            ring.push((to_grid(self.double()?), to_grid(self.double()?)));
        }
        Some(ring)
    }
}

#[expect(clippy::as_conversions, reason = "a degree times ten thousand always fits, and `as` saturates")]
fn to_grid(degrees: f64) -> i32 {
    (degrees * STEPS_PER_DEGREE).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polygon_turns_counter_clockwise_and_its_hole_the_other_way() {
        let square = |side| vec![(0, 0), (0, side), (side, side), (side, 0)];
        let mut shape = Shape::default();
        shape.push(vec![square(9), square(3)]);
        assert_eq!(area(&shape.polygons[0][0]), 81.0);
        assert_eq!(area(&shape.polygons[0][1]), -9.0);
    }

    #[test]
    fn spikes_and_repeated_spots_go_away() {
        let ring = vec![(0, 0), (0, 0), (4, 0), (9, 0), (4, 0), (4, 4), (0, 0)];
        assert_eq!(without_spikes(ring), [(0, 0), (4, 0), (4, 4)]);
    }

    #[test]
    fn the_centre_of_a_square_is_its_middle() {
        let mut shape = Shape::default();
        shape.push(vec![vec![(20_000, 480_000), (40_000, 480_000), (40_000, 500_000), (20_000, 500_000)]]);
        assert_eq!(shape.centre(), Some((49.0, 3.0)));
    }
}
