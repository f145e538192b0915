//! The beginning of the chain goes when it has been kept long enough. An entry says so, and the chain that is
//! left holds on to the seal it began to follow: whoever takes more away is found out.

use jiff::Timestamp;
use kernel::clock::{in_france, months_before};
use uuid::Uuid;

use super::sql;
use crate::audit::{self, Action, Kind, Subject, Who};
use crate::db::{DbError, Tx};
use crate::patience;

/// What of the trail is due.
const WHAT: &str = "trail";
/// Entries that go in one run: more than a region writes in a day.
const AT_ONCE: i64 = 100_000;

/// Takes away what is older than so many months, once patience is exhausted; the last entry always stays.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn forget(tx: &mut Tx, months: i32, now: Timestamp) -> Result<(), DbError> {
    let begins = sql::take_beginning(tx).await?;
    let due = sql::last_before(tx, &begins, months_before(now, months)).await?;
    if due <= begins.number {
        return Ok(());
    }
    let Some(exhausted) = patience::exhausted(tx, WHAT, due, in_france(now).date()).await? else {
        return Ok(());
    };
    let up_to = exhausted.min(due);
    let cut = sql::sealed_at(tx, up_to.min(begins.number.saturating_add(AT_ONCE))).await?;
    sql::forget_up_to(tx, &cut).await?;
    audit::note(tx, Who::TimePassing, Action::Erased, beginning(cut.number), None, now).await?;
    if cut.number == up_to { patience::over(tx, WHAT).await } else { Ok(()) }
}

/// What the entry is about: the trail up to a number.
pub(super) fn beginning(number: i64) -> Subject {
    Subject { kind: Kind::Trail, id: Some(Uuid::from_u128(u128::try_from(number).unwrap_or_default())) }
}
