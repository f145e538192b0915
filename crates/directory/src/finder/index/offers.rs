//! What each organization offers.

use super::lists::Lists;
use super::strings::Strings;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Offers {
    /// Identifiers of organizations, sorted.
    pub(super) organizations: Strings,
    /// For each, its entries.
    pub(super) entries: Lists,
}

impl Offers {
    pub(super) fn of(&self, organization: &str) -> &[u32] {
        self.organizations.find(organization).map_or(&[], |place| self.entries.get(place))
    }
}
