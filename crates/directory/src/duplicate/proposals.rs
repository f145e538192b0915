//! The pairs a person should look at.

use super::candidates::candidates;
use super::compare::{Likeness, Scales, Sketch, compare};
use super::entry::EntryId;

/// Two entries that may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The lower identifier.
    pub first: EntryId,
    pub second: EntryId,
    pub likeness: Likeness,
}

/// Every pair that scores at least `from`, in the order of identifiers; the same whatever the
/// order of the entries, which are of one kind.
pub fn proposals(mut sketches: Vec<Sketch>, scales: Scales, from: i16) -> Vec<Proposal> {
    sketches.sort_by(|a, b| a.id.cmp(&b.id));
    let likely = candidates(&sketches).into_iter().filter_map(|(one, other)| {
        let (one, other) = (sketches.get(one)?, sketches.get(other)?);
        // Whoever publishes both keeps « on Tuesdays » and « on Fridays » apart on purpose.
        if one.is_listed_beside(other) {
            return None;
        }
        let likeness = compare(one, other, scales);
        let (first, second) = (one.id.clone(), other.id.clone());
        (likeness.score >= from).then_some(Proposal { first, second, likeness })
    });
    likely.collect()
}
