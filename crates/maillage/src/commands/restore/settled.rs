//! What is seen to before a store that was brought back serves anybody: it stands where it stood at
//! the backup, and the world has gone on.

use jiff::Timestamp;
use platform::audit::{self, Action, Subject, Who};
use platform::db::{DbError, Tx};
use platform::{accounts, outbox};

/// What the outbox says of messages that waited; the page of e-mails and `doctor` show it.
const MAY_HAVE_LEFT: &str = "restored from a backup: it may have been sent since";

/// Runs in the transaction that brought the rows back, at the tables of this program. Whoever was erased
/// since the backup is erased again beside it, before the commit.
///
/// Jobs are left as they were: what they did since is lost with the store that had it, and each asks
/// first whether it is still to be done. So is the key that signs links: the letters that carry one
/// are in others' hands, and must go on to open.
///
/// Says how many e-mails will not be sent.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn settle(tx: &mut Tx, now: Timestamp) -> Result<u64, DbError> {
    accounts::forget_ways_in(tx).await?;
    let given_up = outbox::give_up_waiting(tx, MAY_HAVE_LEFT, now).await?;
    audit::note(tx, Who::Console, Action::Restored, Subject::everything(), None, now).await?;
    Ok(given_up)
}
