use std::ops::Range;

use kernel::geo::Point;

use super::square::{Spot, Tile};

/// Squares across a tile whose places are drawn together.
const SQUARES: u32 = 4;

/// Everything that answers one question and lies somewhere.
#[derive(Debug, Default)]
pub(in crate::map) struct Cloud {
    /// Codes of spots, sorted.
    codes: Vec<u64>,
    /// Entries' numbers, in that order.
    numbers: Vec<u32>,
    /// For each place in that order, the sum of all spots before it.
    sums: Vec<(u64, u64)>,
    bounds: Option<[f64; 4]>,
}

/// One mark on the map: a place, or a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark<'c> {
    /// In units of the tile.
    pub(super) at: (u32, u32),
    /// What it stands for.
    pub(super) numbers: &'c [u32],
    /// They lie on one spot: looking closer would part none.
    pub(super) is_one_spot: bool,
}

impl Cloud {
    pub(super) fn of(places: &[(u32, Point)]) -> Cloud {
        let mut sorted: Vec<(u64, u32, Spot)> = places
            .iter()
            .map(|(number, point)| {
                let spot = Spot::of(*point);
                (spot.code(), *number, spot)
            })
            .collect();
        sorted.sort_unstable_by_key(|(code, number, _)| (*code, *number));
        let mut sum = (0, 0);
        let mut sums = vec![sum];
        sums.extend(sorted.iter().map(|(_, _, spot)| {
            sum = (sum.0 + u64::from(spot.x), sum.1 + u64::from(spot.y));
            sum
        }));
        Cloud {
            codes: sorted.iter().map(|(code, ..)| *code).collect(),
            numbers: sorted.iter().map(|(_, number, _)| *number).collect(),
            sums,
            bounds: bounds(places),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.codes.len()
    }

    /// West, south, east and north, in degrees.
    pub(super) fn bounds(&self) -> Option<[f64; 4]> {
        self.bounds
    }

    /// What a tile shows: at its closest look each spot, before that what each of its squares holds.
    pub(super) fn marks(&self, tile: Tile) -> Vec<Mark<'_>> {
        let whole = self.square(tile.beginning(), tile.depth(), 0);
        let depth = if tile.is_closest() { u32::BITS } else { tile.depth() + SQUARES };
        let mut marks = Vec::new();
        let mut start = whole.start;
        while start < whole.end {
            let Some(code) = self.codes.get(start) else { break };
            let square = self.square(code >> (64 - 2 * depth), depth, start);
            let end = square.end.min(whole.end).max(start + 1);
            marks.extend(self.mark(tile, start..end));
            start = end;
        }
        marks
    }

    /// The places of a square, from a place on that is not after them.
    fn square(&self, beginning: u64, depth: u32, from: usize) -> Range<usize> {
        let shift = 64 - 2 * depth;
        let codes = self.codes.get(from..).unwrap_or_default();
        let before = |limit: u64| from + codes.partition_point(|code| cut(*code, shift) < limit);
        before(beginning)..before(beginning.saturating_add(1))
    }

    fn mark(&self, tile: Tile, range: Range<usize>) -> Option<Mark<'_>> {
        let numbers = self.numbers.get(range.clone())?;
        let (before, after) = (self.sums.get(range.start)?, self.sums.get(range.end)?);
        let count = u64::try_from(numbers.len()).ok()?;
        let mean = |before: u64, after: u64| u32::try_from((after - before) / count).ok();
        let middle = Spot { x: mean(before.0, after.0)?, y: mean(before.1, after.1)? };
        let is_one_spot = self.codes.get(range.start) == self.codes.get(range.end - 1);
        Some(Mark { at: tile.units(middle), numbers, is_one_spot })
    }
}

/// The beginning of a code; of the whole map, nothing.
fn cut(code: u64, shift: u32) -> u64 {
    code.checked_shr(shift).unwrap_or(0)
}

fn bounds(places: &[(u32, Point)]) -> Option<[f64; 4]> {
    let nothing = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    let [west, south, east, north] = places.iter().fold(nothing, |[west, south, east, north], (_, at)| {
        [west.min(at.lon), south.min(at.lat), east.max(at.lon), north.max(at.lat)]
    });
    (west <= east).then_some([west, south, east, north])
}
