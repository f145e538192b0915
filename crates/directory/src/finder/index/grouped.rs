//! Entries by something they share: their organization, their commune, a zone they name.

use std::collections::BTreeMap;

use super::lists::Lists;
use super::strings::Strings;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grouped {
    /// Codes of what is shared, sorted.
    pub(super) codes: Strings,
    /// For each, its entries in order.
    pub(super) entries: Lists,
}

impl Grouped {
    pub(super) fn of(&self, code: &str) -> &[u32] {
        self.codes.find(code).map_or(&[], |place| self.entries.get(place))
    }
}

/// Entries come in order.
impl<'c> FromIterator<(&'c str, u32)> for Grouped {
    fn from_iter<T: IntoIterator<Item = (&'c str, u32)>>(all: T) -> Grouped {
        let mut entries: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (code, entry) in all {
            entries.entry(code).or_default().push(entry);
        }
        Grouped { codes: entries.keys().copied().collect(), entries: entries.into_values().collect() }
    }
}
