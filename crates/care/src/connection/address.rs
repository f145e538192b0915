//! Where an organisation can be written to, and how sure that is.

use directory::organization;
use directory::resource::{self, Resource, ResourceId};
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
    let kept = resource::kept(tx, &id).await?;
    let Some((found, _)) = resource::find(tx, &kept).await? else { return Ok(None) };
    let published = published(tx, &found).await?;
    if let Some(email) = found.ties.referral_email {
        return Ok(Some(KnownAddress { email, origin: Origin::Given }));
    }
    if let Some(email) = sql::answered_address(tx, kept.as_str()).await? {
        return Ok(Some(KnownAddress { email, origin: Origin::Answered }));
    }
    Ok(published.map(|email| KnownAddress { email, origin: Origin::Published }))
}

/// Its own, then its organization's; once that was merged into another, the kept one's first: the
/// other entry is the one somebody found to be worse.
async fn published(tx: &mut Tx, resource: &Resource) -> Result<Option<Email>, DbError> {
    let kept = organization::kept(tx, &resource.organization).await?;
    let organization = organization::find(tx, &kept).await?;
    let organizations = organization.and_then(|(organization, _)| organization.contact.email);
    let own = resource.contact.email.clone();
    Ok(if kept == resource.organization { own.or(organizations) } else { organizations.or(own) })
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
