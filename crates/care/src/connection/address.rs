//! Where an organisation can be written to, and how sure that is.

use directory::resource::{self, ResourceId};
use kernel::contact::Email;
use platform::db::{DbError, Tx};

use super::sql;
use crate::words::Words;

/// An address to propose to the link worker, who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAddress {
    pub email: Email,
    pub origin: Origin,
}

/// The surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The organisation gave it for requests.
    Given,
    /// A request sent there was answered.
    Answered,
    /// The directory publishes it, for anybody and anything.
    Published,
}

/// The surest address known for a resource.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn known_address(tx: &mut Tx, resource: &str) -> Result<Option<KnownAddress>, DbError> {
    let Ok(id) = ResourceId::parse(resource) else { return Ok(None) };
    let Some((found, _)) = resource::find(tx, &id).await? else { return Ok(None) };
    if let Some(email) = found.ties.referral_email {
        return Ok(Some(KnownAddress { email, origin: Origin::Given }));
    }
    if let Some(email) = sql::answered_address(tx, resource).await? {
        return Ok(Some(KnownAddress { email, origin: Origin::Answered }));
    }
    Ok(found.contact.email.map(|email| KnownAddress { email, origin: Origin::Published }))
}

impl Origin {
    pub(super) fn hint(self, w: &Words) -> String {
        match self {
            Origin::Given => w.connection_ask_address_given(),
            Origin::Answered => w.connection_ask_address_answered(),
            Origin::Published => w.connection_ask_address_published(),
        }
    }
}
