//! The screens of a person's rights.

pub(super) mod copy;
pub(super) mod erase;
pub(super) mod freeze;
pub(super) mod overview;
pub(super) mod paper;
pub(super) mod person;
mod read;

use kernel::id::{PersonId, SiteId};
use kernel::role::Role;
use platform::db::Tx;
use platform::web::Nope;
use platform::web::may::{Asks, May};

use super::model::Frozen;
use super::sql;

/// How the data of a person stand for whoever asks.
pub(super) enum Stands {
    Open(SiteId),
    /// For their coordinator alone.
    Frozen(Frozen),
}

/// # Errors
/// [`Nope::NotFound`] for nobody, and for whom this account may not be shown.
async fn stands<P: Asks>(tx: &mut Tx, may: &May<P>, person: PersonId) -> Result<Stands, Nope> {
    if let Some(site) = sql::visible(tx, may.id(), person).await? {
        return Ok(Stands::Open(site));
    }
    let frozen = sql::frozen(tx, may.id()).await?.into_iter().find(|frozen| frozen.person == person);
    frozen.map(Stands::Frozen).ok_or(Nope::NotFound)
}

/// The site, for whoever coordinates it.
///
/// # Errors
/// [`Nope::NotFound`] for everybody else.
async fn coordinated<P: Asks>(tx: &mut Tx, may: &May<P>, person: PersonId) -> Result<Stands, Nope> {
    let stands = stands(tx, may, person).await?;
    if may.is_at(Role::Coordinator, stands.site()) { Ok(stands) } else { Err(Nope::NotFound) }
}

impl Stands {
    pub(super) fn site(&self) -> SiteId {
        match self {
            Stands::Open(site) => *site,
            Stands::Frozen(frozen) => frozen.site,
        }
    }
}
