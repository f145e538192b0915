//! Who is eligible, or is come to, by where they live.

use super::bits::Bits;
use super::grouped::Grouped;
use crate::finder::query::Near;

/// Entries by the zones they name.
#[derive(Clone, Debug, Default)]
pub(super) struct Zones {
    /// Entries open to whoever lives in France.
    pub(super) anybody: Bits,
    /// By smaller zones.
    pub(super) named: Grouped,
}

impl Zones {
    /// Entries open to somebody who lives there.
    pub(super) fn open_to(&self, near: &Near) -> Bits {
        let mut open = self.anybody.clone();
        let lives_in = [Some(near.commune.as_str()), Some(near.commune.departement()), near.epci.as_deref()];
        let named = lives_in.into_iter().flatten().flat_map(|code| self.named.of(code));
        named.for_each(|entry| open.set(*entry));
        open
    }
}
