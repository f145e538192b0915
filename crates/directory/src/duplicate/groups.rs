//! Entries that are one, or may be.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::EntryId;
use super::merged::Merged;

/// Groups of entries of one kind that somebody merged or that are proposed as one.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    /// Of each entry of a group, another of it that comes before, as far as the first.
    before: BTreeMap<EntryId, EntryId>,
}

impl Groups {
    pub(super) fn of<'p>(
        merged: &Merged,
        proposed: impl IntoIterator<Item = (&'p EntryId, &'p EntryId)>,
    ) -> Groups {
        let mut groups = Groups::default();
        for id in merged.ids() {
            groups.join(id, merged.kept(id));
        }
        for (first, second) in proposed {
            groups.join(merged.kept(first), merged.kept(second));
        }
        groups
    }

    /// Every entry of a group, in order.
    pub(super) fn members(&self) -> BTreeSet<&EntryId> {
        self.before.iter().flat_map(|(one, other)| [one, other]).collect()
    }

    /// The first of its group; itself when it is in none.
    pub(super) fn first<'g>(&'g self, id: &'g EntryId) -> &'g EntryId {
        let mut first = id;
        while let Some(before) = self.before.get(first) {
            first = before;
        }
        first
    }

    fn join(&mut self, one: &EntryId, other: &EntryId) {
        let (one, other) = (self.first(one).clone(), self.first(other).clone());
        match one.cmp(&other) {
            std::cmp::Ordering::Less => self.before.insert(other, one),
            std::cmp::Ordering::Greater => self.before.insert(one, other),
            std::cmp::Ordering::Equal => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> EntryId {
        EntryId::parse(text).unwrap()
    }

    #[test]
    fn whoever_is_merged_or_proposed_with_one_of_a_group_is_of_it() {
        let merged = Merged::new([(id("c"), id("a"), false)]);
        let [c, d, x, y] = ["c", "d", "x", "y"].map(id);
        let groups = Groups::of(&merged, [(&c, &d), (&x, &y)]);
        assert_eq!(["a", "c", "d"].map(|one| groups.first(&id(one)).to_string()), ["a", "a", "a"]);
        assert_eq!(groups.first(&id("y")), &id("x"));
        assert_eq!(groups.first(&id("z")), &id("z"));
        assert_eq!(groups.members().len(), 5);
    }
}
