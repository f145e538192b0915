use std::f64::consts::PI;

use kernel::geo::Point;

/// A place on the web's square map of the world (EPSG:3857), from its north-west corner, in parts of
/// 2³².
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) x: u32,
    pub(super) y: u32,
}

impl Spot {
    pub(super) fn of(point: Point) -> Spot {
        let sin = point.lat.to_radians().sin();
        // The map ends before the poles.
        let north = (((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * PI)).clamp(-0.5, 0.5);
        Spot { x: part(point.lon / 360.0 + 0.5), y: part(0.5 - north) }
    }

    /// The bits of both, in turn: spots of one square have the same beginning.
    pub(super) fn code(self) -> u64 {
        spread(self.x) | spread(self.y) << 1
    }
}

/// Of the whole, 0 to 1, in parts of 2³².
fn part(share: f64) -> u32 {
    format!("{:.0}", share.clamp(0.0, 1.0) * f64::from(u32::MAX)).parse().unwrap_or(u32::MAX)
}

/// The bits of a number with a gap before each.
/// Source: H. Warren, *Hacker's Delight*, section 7-2.
fn spread(bits: u32) -> u64 {
    let mut wide = u64::from(bits);
    for (shift, mask) in [
        (16, 0x0000_ffff_0000_ffff),
        (8, 0x00ff_00ff_00ff_00ff),
        (4, 0x0f0f_0f0f_0f0f_0f0f),
        (2, 0x3333_3333_3333_3333),
        (1, 0x5555_5555_5555_5555),
    ] {
        wide = (wide | wide << shift) & mask;
    }
    wide
}

/// A square of the map: `x` and `y` of 2^`z` from the north-west.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tile {
    z: u32,
    x: u32,
    y: u32,
}

impl Tile {
    /// The closest look there is; beyond, the browser draws this one larger.
    pub(super) const CLOSEST: u32 = 14;
    /// Units across a tile.
    pub(super) const UNITS: u32 = 1 << 12;

    /// Nothing outside the map, or closer than the closest look.
    pub(super) fn new(z: u32, x: u32, y: u32) -> Option<Tile> {
        let side = 1_u32.checked_shl(z)?;
        (z <= Self::CLOSEST && x < side && y < side).then_some(Tile { z, x, y })
    }

    pub(super) fn is_closest(self) -> bool {
        self.z == Self::CLOSEST
    }

    /// How many times the map was halved both ways.
    pub(super) fn depth(self) -> u32 {
        self.z
    }

    /// The beginning that codes of its spots have in common.
    pub(super) fn beginning(self) -> u64 {
        spread(self.x) | spread(self.y) << 1
    }

    /// A spot of it, in units from its north-west corner.
    pub(super) fn units(self, spot: Spot) -> (u32, u32) {
        let inside = |part: u32| {
            let within = u64::from(part) << self.z & u64::from(u32::MAX);
            u32::try_from(within >> 20).unwrap_or_default()
        };
        (inside(spot.x), inside(spot.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lyon_is_in_the_tile_the_web_s_map_has_it_in() {
        // 45.76° N, 4.84° E; by the formula of the OpenStreetMap wiki, « Slippy map tilenames ».
        let lyon = Spot::of(Point::new(45.76, 4.84).unwrap());
        let tile = Tile::new(10, 525, 365).unwrap();
        assert_eq!(lyon.code() >> (64 - 20), tile.beginning());
        let (east, south) = tile.units(lyon);
        assert!((3_100..3_200).contains(&east) && (800..3_000).contains(&south), "{east} {south}");
    }

    #[test]
    fn the_corners_of_the_world_are_on_the_map_and_nothing_beyond() {
        let corner = |lat, lon| Spot::of(Point::new(lat, lon).unwrap());
        assert_eq!(corner(90.0, -180.0), Spot { x: 0, y: 0 });
        assert_eq!(corner(-90.0, 180.0), Spot { x: u32::MAX, y: u32::MAX });
        for (z, x, y) in [(0, 1, 0), (3, 8, 0), (3, 0, 8), (15, 0, 0), (32, 0, 0), (u32::MAX, 0, 0)] {
            assert_eq!(Tile::new(z, x, y), None, "{z} {x} {y}");
        }
        assert!(Tile::new(14, 16_383, 16_383).is_some());
    }
}
