//! Putting right.

use platform::audit::Action;
use platform::db::{DbError, Tx};

use crate::act::Acting;
use crate::person::{self, Person};

/// Somebody else put something right meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stale;

/// Writes what is noted of a person over the version it was read at.
///
/// # Errors
/// [`Stale`] inside; the store's outside.
pub(super) async fn correct(
    tx: &mut Tx,
    acting: &Acting<'_>,
    right: &Person,
    version: i64,
) -> Result<Result<(), Stale>, DbError> {
    if !person::correct(tx, right, version, (acting.account(), acting.now)).await? {
        return Ok(Err(Stale));
    }
    acting.trace(tx, Action::Changed, right.id, right.site_id).await?;
    Ok(Ok(()))
}
