use std::collections::HashMap;

use super::entry::EntryId;

/// Which entries of one kind are shown under which others, for all of the directory.
#[derive(Clone, Debug, Default)]
pub struct Merged(HashMap<EntryId, Into>);

#[derive(Clone, Debug)]
struct Into {
    other: EntryId,
    is_gone: bool,
}

impl Merged {
    /// Of each merged entry: itself, the one it was merged into, and whether that one is gone from
    /// its source.
    pub fn new(list: impl IntoIterator<Item = (EntryId, EntryId, bool)>) -> Merged {
        Merged(list.into_iter().map(|(id, other, is_gone)| (id, Into { other, is_gone })).collect())
    }

    /// Those that were merged into another, in no particular order.
    pub fn ids(&self) -> impl Iterator<Item = &EntryId> {
        self.0.keys()
    }

    /// Under which entry this one is shown: the farthest it was merged into that is still listed;
    /// itself when there is none.
    pub fn kept<'m>(&'m self, id: &'m EntryId) -> &'m EntryId {
        let (mut kept, mut here) = (id, id);
        // A chain has no more links than there are merged entries.
        for _ in 0..self.0.len() {
            let Some(next) = self.0.get(here) else { break };
            here = &next.other;
            if !next.is_gone {
                kept = here;
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> EntryId {
        EntryId::parse(text).unwrap()
    }

    fn kept(links: &[(&str, &str, bool)], of: &str) -> String {
        let list = links.iter().map(|(from, to, is_gone)| (id(from), id(to), *is_gone));
        Merged::new(list).kept(&id(of)).to_string()
    }

    #[test]
    fn a_chain_leads_to_its_last_entry_that_is_still_listed() {
        let links = [("a", "b", false), ("b", "c", false)];
        assert_eq!([kept(&links, "a"), kept(&links, "b"), kept(&links, "c")], ["c", "c", "c"]);
        assert_eq!(kept(&[("a", "b", false), ("b", "c", true)], "a"), "b");
        assert_eq!(kept(&[("a", "b", true), ("b", "c", false)], "a"), "c");
    }

    #[test]
    fn an_entry_whose_kept_one_is_gone_stands_for_itself() {
        assert_eq!(kept(&[("a", "b", true)], "a"), "a");
        assert_eq!(kept(&[], "a"), "a");
    }
}
