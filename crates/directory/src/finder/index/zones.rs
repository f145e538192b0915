//! Who is eligible, or is come to, by where they live.

use kernel::commune::CommuneCode;

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
        let (commune, city) = (&near.commune, near.city.as_ref().map(CommuneCode::as_str));
        let lives_in = [Some(commune.as_str()), city, Some(commune.departement()), near.epci.as_deref()];
        let named = lives_in.into_iter().flatten().flat_map(|code| self.named.of(code));
        named.for_each(|entry| open.set(*entry));
        open
    }
}
