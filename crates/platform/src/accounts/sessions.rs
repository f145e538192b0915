//! Sessions: thirty minutes idle, twelve hours at most.

use jiff::{SignedDuration, Timestamp};
use kernel::id::AccountId;
use uuid::Uuid;

use super::model::Account;
use super::sql;
use crate::app::App;
use crate::db::{DbError, Tx};

const IDLE: SignedDuration = SignedDuration::from_mins(30);
const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// « Seen » is written at most this often, so that reading pages does not queue behind writers.
const NOTICE: SignedDuration = SignedDuration::from_mins(1);

pub(crate) async fn start(
    tx: &mut Tx,
    hash: &str,
    account: AccountId,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "DELETE FROM session WHERE seen_at < $1 OR created_at < $2",
        &[(now - IDLE).into(), (now - LONGEST).into()],
    )
    .await?;
    tx.run(
        "INSERT INTO session (token_hash, account_id, created_at, seen_at) VALUES ($1, $2, $3, $3)",
        &[hash.into(), account.into(), now.into()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn end(tx: &mut Tx, hash: &str) -> Result<(), DbError> {
    tx.run("DELETE FROM session WHERE token_hash = $1", &[hash.into()]).await?;
    Ok(())
}

/// Ends every session of an account, on every machine.
pub(super) async fn end_all(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    tx.run("DELETE FROM session WHERE account_id = $1", &[account.into()]).await?;
    Ok(())
}

/// Whose living session this is.
pub(crate) async fn account(app: &App, hash: &str) -> Result<Option<Account>, DbError> {
    let now = app.wall().now();
    let mut tx = app.db().read().await?;
    let row: Option<(Uuid, i64)> = tx
        .maybe(
            "SELECT account_id, seen_at FROM session WHERE token_hash = $1 AND seen_at >= $2 AND created_at >= $3",
            &[hash.into(), (now - IDLE).into(), (now - LONGEST).into()],
        )
        .await?;
    let Some((id, seen_at)) = row else { return Ok(None) };
    let account = sql::find(&mut tx, AccountId(id)).await?;
    tx.commit().await?;
    if seen_at < (now - NOTICE).as_second() {
        let mut tx = app.db().begin().await?;
        tx.run("UPDATE session SET seen_at = $2 WHERE token_hash = $1", &[hash.into(), now.into()]).await?;
        tx.commit().await?;
    }
    Ok(account)
}
