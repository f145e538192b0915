//! Adding a version.

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};

use super::model::Content;
use super::sql;

/// Keeps it after the version it was made from; false when another was written meanwhile.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn write(
    tx: &mut Tx,
    (by, now): (AccountId, Timestamp),
    site: SiteId,
    content: &Content,
    made_from: i64,
) -> Result<bool, DbError> {
    if !sql::add(tx, site, content, made_from, (by, now)).await? {
        return Ok(false);
    }
    audit::note(tx, Who::Account(by), Action::Changed, site, Some(site), now).await?;
    Ok(true)
}
