//! Borders cut into arcs that neighbours share, so that they are kept once and still touch when
//! they are simplified. The idea is M. Bostock's TopoJSON (2013).

use std::collections::{HashMap, HashSet};

use super::shape::{Ring, Shape, Spot};
use super::simplify::simplified;

/// Arcs, and shapes drawn with them.
#[derive(Debug)]
pub(crate) struct Topology {
    pub(crate) arcs: Vec<Vec<Spot>>,
    /// By code: polygons, rings, arcs end to end.
    pub(crate) shapes: Vec<(String, Vec<Vec<Path>>)>,
}

pub(crate) type Path = Vec<Step>;

/// One arc of a ring, walked as it is kept or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) arc: usize,
    pub(crate) backwards: bool,
}

impl Topology {
    pub(crate) fn build(shapes: &[(String, Shape)]) -> Topology {
        let junctions = junctions(shapes);
        let mut arcs = Arcs::default();
        let mut drawn = Vec::with_capacity(shapes.len());
        for (code, shape) in shapes {
            let mut draw =
                |ring: &Ring| cut(ring, &junctions).into_iter().map(|arc| arcs.step(arc)).collect();
            let polygons = shape.polygons.iter().map(|rings| rings.iter().map(&mut draw).collect());
            drawn.push((code.clone(), polygons.collect()));
        }
        Topology { arcs: arcs.list, shapes: drawn }
    }

    /// Drops spots nearer than `tolerance` steps from the line without them. Junctions stay, and
    /// a ring that would lose its surface is kept in full.
    pub(crate) fn simplify(&mut self, tolerance: f64) {
        let coarse: Vec<Vec<Spot>> = self.arcs.iter().map(|arc| simplified(arc, tolerance)).collect();
        let rings = self.shapes.iter().flat_map(|(_, polygons)| polygons.iter().flatten());
        let flat = |ring: &&Path| length(ring, &coarse) < 3;
        let spared: HashSet<usize> = rings.filter(flat).flatten().map(|step| step.arc).collect();
        for (index, arc) in coarse.into_iter().enumerate() {
            if let (false, Some(kept)) = (spared.contains(&index), self.arcs.get_mut(index)) {
                *kept = arc;
            }
        }
    }
}

/// How many different spots a ring goes through.
fn length(ring: &Path, arcs: &[Vec<Spot>]) -> usize {
    ring.iter().filter_map(|step| arcs.get(step.arc)).map(|arc| arc.len() - 1).sum()
}

/// Spots where rings part: they are entered or left by different neighbours.
fn junctions(shapes: &[(String, Shape)]) -> HashSet<Spot> {
    let mut neighbours: HashMap<Spot, (Spot, Spot)> = HashMap::new();
    let mut junctions = HashSet::new();
    for ring in shapes.iter().flat_map(|(_, shape)| shape.polygons.iter().flatten()) {
        let before = ring.iter().cycle().skip(ring.len() - 1);
        let after = ring.iter().cycle().skip(1);
        for ((&spot, &before), &after) in ring.iter().zip(before).zip(after) {
            let pair = (before.min(after), before.max(after));
            if *neighbours.entry(spot).or_insert(pair) != pair {
                junctions.insert(spot);
            }
        }
    }
    junctions
}

/// Arcs from junction to junction; a ring without any is one closed arc from its lowest spot.
fn cut(ring: &[Spot], junctions: &HashSet<Spot>) -> Vec<Vec<Spot>> {
    let junction = ring.iter().position(|spot| junctions.contains(spot));
    let lowest = || ring.iter().enumerate().min_by_key(|(_, spot)| **spot).map(|(place, _)| place);
    let Some(start) = junction.or_else(lowest) else { return Vec::new() };
    let mut arcs = Vec::new();
    let mut arc: Vec<Spot> = Vec::new();
    for &spot in ring.iter().cycle().skip(start).take(ring.len() + 1) {
        arc.push(spot);
        if arc.len() > 1 && junctions.contains(&spot) {
            arcs.push(std::mem::replace(&mut arc, vec![spot]));
        }
    }
    if arc.len() > 1 {
        arcs.push(arc);
    }
    arcs
}

#[derive(Default)]
struct Arcs {
    list: Vec<Vec<Spot>>,
    known: HashMap<Vec<Spot>, usize>,
}

impl Arcs {
    /// The same border seen from its other side is the same arc.
    fn step(&mut self, arc: Vec<Spot>) -> Step {
        let mut reverse = arc.clone();
        reverse.reverse();
        let backwards = reverse < arc;
        let arc = if backwards { reverse } else { arc };
        let index = *self.known.entry(arc).or_insert_with_key(|arc| {
            self.list.push(arc.clone());
            self.list.len() - 1
        });
        Step { arc: index, backwards }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(ring: Ring) -> Shape {
        let mut shape = Shape::default();
        shape.push(vec![ring]);
        shape
    }

    #[test]
    fn neighbours_share_the_arc_between_them() {
        let west = shape(vec![(0, 0), (5, 0), (6, 2), (5, 5), (0, 5)]);
        let east = shape(vec![(5, 0), (9, 0), (9, 5), (5, 5), (6, 2)]);
        let topology = Topology::build(&[("W".to_owned(), west), ("E".to_owned(), east)]);
        assert_eq!(topology.arcs.len(), 3);
        let shared = topology.arcs.iter().position(|arc| arc.contains(&(6, 2))).unwrap();
        let ways: Vec<bool> = topology
            .shapes
            .iter()
            .flat_map(|(_, polygons)| polygons[0][0].iter().find(|step| step.arc == shared))
            .map(|step| step.backwards)
            .collect();
        assert_eq!(ways.len(), 2);
        assert_ne!(ways[0], ways[1]);
    }

    #[test]
    fn an_enclave_and_the_hole_around_it_are_one_arc() {
        let hole = vec![(2, 2), (2, 4), (4, 4), (4, 2)];
        let mut around = Shape::default();
        around.push(vec![vec![(0, 0), (9, 0), (9, 9), (0, 9)], hole.clone()]);
        let topology = Topology::build(&[("A".to_owned(), around), ("B".to_owned(), shape(hole))]);
        assert_eq!(topology.arcs.len(), 2);
    }

    #[test]
    fn a_small_island_keeps_its_surface() {
        let island = shape(vec![(0, 0), (3, 0), (3, 3), (0, 3)]);
        let mut topology = Topology::build(&[("I".to_owned(), island)]);
        topology.simplify(1000.0);
        assert_eq!(topology.arcs[0].len(), 5);
    }
}
