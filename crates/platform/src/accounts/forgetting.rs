//! Accounts closed long ago become nobody's: the row stays, as what was done in its name hangs on it; the
//! name, the address and every way in go.

use jiff::Timestamp;
use kernel::clock::{in_france, months_before};
use kernel::id::AccountId;
use uuid::Uuid;

use super::{federation, passkey, sessions};
use crate::audit::{self, Action, Who};
use crate::db::{DbError, Tx};
use crate::patience;

/// In one run; the others follow.
const AT_ONCE: i64 = 500;
/// Nobody is written to there (RFC 2606).
const NOWHERE: &str = "forgotten.invalid";

/// Takes whoever is behind an account closed for so many months out of it, once patience is exhausted.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn forget_closed(tx: &mut Tx, months: i32, now: Timestamp) -> Result<(), DbError> {
    for (id, closed_at) in closed(tx, months_before(now, months)).await? {
        let what = format!("account:{id}");
        if patience::exhausted(tx, &what, closed_at, in_france(now).date()).await?.is_some() {
            forget(tx, AccountId(id), now).await?;
            patience::over(tx, &what).await?;
        }
    }
    Ok(())
}

async fn closed(tx: &mut Tx, before: Timestamp) -> Result<Vec<(Uuid, i64)>, DbError> {
    tx.all(
        "SELECT id, closed_at FROM account WHERE closed_at < $1 AND forgotten_at IS NULL ORDER BY id LIMIT $2",
        &[before.into(), AT_ONCE.into()],
    )
    .await
}

/// Unless somebody opened it again meanwhile.
async fn forget(tx: &mut Tx, id: AccountId, now: Timestamp) -> Result<(), DbError> {
    let forgotten = tx
        .run(
            "UPDATE account SET name = $2, email = $3, phone = NULL, password_hash = NULL, lang = NULL, forgotten_at = $4
             WHERE id = $1 AND closed_at IS NOT NULL AND forgotten_at IS NULL",
            &[id.into(), name(id).into(), format!("{id}@{NOWHERE}").into(), now.into()],
        )
        .await?;
    if forgotten == 0 {
        return Ok(());
    }
    sessions::end_all(tx, id).await?;
    passkey::forget_all(tx, id).await?;
    federation::unlink_all(tx, id).await?;
    for sql in [
        "DELETE FROM recovery_code WHERE account_id = $1",
        "DELETE FROM second_factor WHERE account_id = $1",
        "DELETE FROM invitation WHERE account_id = $1",
        "DELETE FROM sign_in_entry WHERE account_id = $1",
    ] {
        tx.run(sql, &[id.into()]).await?;
    }
    audit::note(tx, Who::TimePassing, Action::Erased, id, None, now).await
}

/// Two former colleagues of a file are still told apart. The same in every language, as a name is.
fn name(id: AccountId) -> String {
    let hex = id.0.simple().to_string().to_uppercase();
    format!("Ancien compte {}", hex.get(28..).unwrap_or_default())
}
