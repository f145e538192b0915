//! The union of neighbours that share their borders spot for spot.

use std::collections::{BTreeMap, BTreeSet};

use super::shape::{Ring, Shape, Spot, area, edges};

/// Inner borders are walked once each way and cancel out; what is left is stitched into rings.
pub(crate) fn union<'a>(shapes: impl IntoIterator<Item = &'a Shape>) -> Shape {
    let mut outline = BTreeSet::new();
    for ring in shapes.into_iter().flat_map(|shape| shape.polygons.iter().flatten()) {
        for (from, to) in edges(ring) {
            if !outline.remove(&(to, from)) {
                outline.insert((from, to));
            }
        }
    }
    assemble(stitch(&outline))
}

/// Fills the holes that no other shape fills: communes that joined a neighbour after the source
/// drew them, and slivers. A hole around `foreign` stays, for another country is there.
pub(crate) fn fill_gaps(shapes: &mut [(String, Shape)], foreign: Spot) {
    let outers = shapes.iter().flat_map(|(_, shape)| shape.polygons.iter().filter_map(|rings| rings.first()));
    let filled: BTreeSet<(Spot, Spot)> = outers.flat_map(|outer| edges(outer)).collect();
    let is_filled = |hole: &Ring| edges(hole).any(|(from, to)| filled.contains(&(to, from)));
    for rings in shapes.iter_mut().flat_map(|(_, shape)| &mut shape.polygons) {
        rings.retain(|ring| area(ring) > 0.0 || is_filled(ring) || contains(ring, foreign));
    }
}

fn stitch(outline: &BTreeSet<(Spot, Spot)>) -> Vec<Ring> {
    let mut leaving: BTreeMap<Spot, Vec<Spot>> = BTreeMap::new();
    for &(from, to) in outline {
        leaving.entry(from).or_default().push(to);
    }
    let mut rings = Vec::new();
    while let Some((&start, _)) = leaving.first_key_value() {
        walk(start, &mut leaving, &mut rings);
    }
    rings
}

/// Follows edges from a spot until none is left there; each time the path meets itself, the loop
/// is cut off as a ring, so that two surfaces touching at a corner stay two rings.
fn walk(start: Spot, leaving: &mut BTreeMap<Spot, Vec<Spot>>, rings: &mut Vec<Ring>) {
    let mut path = vec![start];
    let mut here = start;
    while let Some(next) = take_edge(here, leaving) {
        match path.iter().position(|spot| *spot == next) {
            Some(met) => {
                let ring = path.split_off(met);
                path.push(next);
                rings.push(ring);
            }
            None => path.push(next),
        }
        here = next;
    }
}

fn take_edge(from: Spot, leaving: &mut BTreeMap<Spot, Vec<Spot>>) -> Option<Spot> {
    let targets = leaving.get_mut(&from)?;
    let next = targets.pop();
    if targets.is_empty() {
        leaving.remove(&from);
    }
    next
}

/// Gives each hole to the smallest outer ring around it.
fn assemble(rings: Vec<Ring>) -> Shape {
    let (mut outers, holes): (Vec<Ring>, Vec<Ring>) = rings.into_iter().partition(|ring| area(ring) > 0.0);
    outers.sort_by(|a, b| area(a).total_cmp(&area(b)));
    let mut polygons: Vec<Vec<Ring>> = outers.into_iter().map(|outer| vec![outer]).collect();
    for hole in holes {
        let home =
            polygons.iter_mut().find(|rings| rings.first().is_some_and(|outer| surrounds(outer, &hole)));
        if let Some(rings) = home {
            rings.push(hole);
        }
    }
    let mut shape = Shape::default();
    for rings in polygons.into_iter().rev() {
        shape.push(rings);
    }
    shape
}

/// A hole may touch its outer ring at a corner, hence most spots and not all.
fn surrounds(outer: &[Spot], hole: &[Spot]) -> bool {
    let inside = hole.iter().filter(|spot| contains(outer, **spot)).count();
    area(outer) > -area(hole) && inside * 2 > hole.len()
}

/// Counts the crossings of a ray towards the east.
fn contains(ring: &[Spot], (x, y): Spot) -> bool {
    let crossings = edges(ring).filter(|&((ax, ay), (bx, by))| {
        let straddles = (ay > y) != (by > y);
        let slope = || f64::from(bx - ax) * f64::from(y - ay) / f64::from(by - ay);
        straddles && f64::from(x - ax) < slope()
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(x: i32, y: i32, side: i32) -> Shape {
        let mut shape = Shape::default();
        shape.push(vec![vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]]);
        shape
    }

    #[test]
    fn two_neighbours_become_one_ring() {
        let both = union(&[block(0, 0, 5), block(5, 0, 5)]);
        assert_eq!(both.polygons.len(), 1);
        assert_eq!(area(&both.polygons[0][0]), 50.0);
    }

    #[test]
    fn a_missing_middle_is_a_hole() {
        let around = [(0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2), (2, 2)];
        let blocks: Vec<Shape> = around.iter().map(|&(x, y)| block(x * 5, y * 5, 5)).collect();
        let ring = union(&blocks);
        assert_eq!(ring.polygons.len(), 1);
        assert_eq!(ring.polygons[0].len(), 2);
        assert_eq!(area(&ring.polygons[0][1]), -25.0);
    }

    #[test]
    fn a_hole_is_kept_for_an_enclave_and_filled_when_nobody_is_there() {
        let around = |x, y| {
            let mut shape = block(x, y, 30);
            shape.polygons[0].push(vec![
                (x + 10, y + 10),
                (x + 10, y + 15),
                (x + 15, y + 15),
                (x + 15, y + 10),
            ]);
            shape
        };
        let named = |shape| (String::new(), shape);
        let mut shapes = [around(0, 0), block(10, 10, 5), around(100, 0), around(200, 0)].map(named);
        fill_gaps(&mut shapes, (212, 12));
        let rings = shapes.map(|(_, shape)| shape.polygons[0].len());
        assert_eq!(rings, [2, 1, 1, 2]);
    }

    #[test]
    fn two_islands_stay_two() {
        assert_eq!(union(&[block(0, 0, 5), block(50, 0, 5)]).polygons.len(), 2);
    }
}
