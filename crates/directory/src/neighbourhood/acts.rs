//! Bringing outlines, and taking one out.

use jiff::Timestamp;
use kernel::id::IncomingId;
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};

use super::model::Neighbourhood;
use super::sql;

/// Keeps all of a file; how many are new or have changed.
///
/// # Errors
/// [`DbError`] of the store; nothing is kept then.
pub(crate) async fn bring(tx: &mut Tx, all: &[Neighbourhood], now: Timestamp) -> Result<usize, DbError> {
    let mut changed = 0;
    for one in all {
        changed += usize::from(sql::put(tx, one, now).await?);
    }
    Ok(changed)
}

/// The same, by somebody: a file brought to the directory is one entry of the trail.
pub(super) async fn keep(
    tx: &mut Tx,
    all: &[Neighbourhood],
    who: Who,
    now: Timestamp,
) -> Result<(), DbError> {
    bring(tx, all, now).await?;
    audit::note(tx, who, Action::Created, IncomingId::new(), None, now).await
}

/// False when it was not there.
pub(super) async fn take_out(tx: &mut Tx, code: &str, who: Who, now: Timestamp) -> Result<bool, DbError> {
    let was_there = sql::remove(tx, code).await?;
    if was_there {
        audit::note(tx, who, Action::Changed, IncomingId::new(), None, now).await?;
    }
    Ok(was_there)
}
