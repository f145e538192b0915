//! Who is eligible, or is come to, by where they live.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::lists::Lists;
use super::strings::Strings;
use crate::finder::query::Near;
use crate::resource::Zone;

/// Entries by the zones they name.
#[derive(Clone, Debug, Default)]
pub(super) struct Zones {
    /// Entries open to whoever lives in France.
    pub(super) anybody: Bits,
    /// Codes of smaller zones, sorted.
    pub(super) codes: Strings,
    /// For each code, the entries that name it.
    pub(super) entries: Lists,
}

impl Zones {
    pub(super) fn of(anybody: Bits, named: &BTreeMap<Zone, Vec<u32>>) -> Zones {
        Zones {
            anybody,
            codes: named.keys().map(Zone::as_str).collect(),
            entries: named.values().map(|entries| entries.iter().copied()).collect(),
        }
    }

    /// Entries open to somebody who lives there.
    pub(super) fn open_to(&self, near: &Near) -> Bits {
        let mut open = self.anybody.clone();
        let lives_in = [Some(near.commune.as_str()), Some(near.commune.departement()), near.epci.as_deref()];
        let codes = lives_in.into_iter().flatten().filter_map(|code| self.find(code));
        codes.flat_map(|code| self.entries.get(code)).for_each(|entry| open.set(*entry));
        open
    }

    fn find(&self, code: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.codes.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.codes.get(middle).cmp(code) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}
