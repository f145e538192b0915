//! The pairs a person should look at.

use super::candidates::candidates;
use super::compare::{Likeness, Scales, Sketch, compare};
use crate::organization::Organization;

/// Two entries that may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal<'o> {
    /// The lower identifier.
    pub first: &'o Organization,
    pub second: &'o Organization,
    pub likeness: Likeness,
}

/// Every pair that scores at least `from`, in the order of identifiers; the same whatever the
/// order of the entries.
pub fn proposals<'o>(organizations: &[&'o Organization], scales: Scales, from: i16) -> Vec<Proposal<'o>> {
    let mut sorted = organizations.to_vec();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    let sketches: Vec<Sketch> = sorted.iter().map(|entry| Sketch::of(entry, scales.lexicon)).collect();
    let likely = candidates(&sketches).into_iter().filter_map(|(one, other)| {
        let likeness = compare(sketches.get(one)?, sketches.get(other)?, scales);
        let (first, second) = (*sorted.get(one)?, *sorted.get(other)?);
        (likeness.score >= from).then_some(Proposal { first, second, likeness })
    });
    likely.collect()
}
