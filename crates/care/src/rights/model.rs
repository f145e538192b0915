//! What the rights of a person are made of.

use kernel::id::{PersonId, SiteId};

/// How many characters the reason of a freeze may have.
pub(super) const LONGEST_REASON: usize = 500;

/// Somebody whose data are neither read nor changed for a time (GDPR, article 18).
#[derive(Clone, Debug)]
pub(super) struct Frozen {
    pub(super) person: PersonId,
    pub(super) site: SiteId,
    /// As they are addressed: all that is still told of them.
    pub(super) name: String,
    pub(super) reason: String,
    /// Unix seconds.
    pub(super) at: i64,
    /// The name of the account.
    pub(super) by: String,
}

kernel::coded! {
    /// Why somebody was erased.
    Erasure {
        /// They, or somebody for them, asked for it (GDPR, article 17).
        Asked = "asked",
        /// Nothing had happened for too long.
        Retention = "retention",
    }
}
