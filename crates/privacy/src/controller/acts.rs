//! Saying who answers.

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};

use super::model::Controller;
use super::sql;

/// Keeps it over the version it was made from; false when another was saved meanwhile.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn save(
    tx: &mut Tx,
    (by, now): (AccountId, Timestamp),
    site: SiteId,
    controller: &Controller,
    version: i64,
) -> Result<bool, DbError> {
    if !sql::save(tx, site, controller, version, (by, now)).await? {
        return Ok(false);
    }
    audit::note(tx, Who::Account(by), Action::Changed, site, Some(site), now).await?;
    Ok(true)
}

/// Says it for the first time; nothing where it was said already.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn say(
    tx: &mut Tx,
    acting: (AccountId, Timestamp),
    site: SiteId,
    controller: &Controller,
) -> Result<(), DbError> {
    save(tx, acting, site, controller, 0).await.map(|_| ())
}
