//! Sessions: thirty minutes idle, twelve hours at most; their owner sees them and ends them.

use jiff::{SignedDuration, Timestamp};
use kernel::id::{AccountId, SessionId};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::Account;
use super::obligation::{self, Short};
use super::sql;
use crate::app::App;
use crate::db::{DbError, Tx};

pub(crate) const IDLE: SignedDuration = SignedDuration::from_mins(30);
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// What the clocks of several servers may differ by. A session seen later than that was opened by a clock
/// that ran ahead, and would live for as long as it did: it has ended.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);
/// « Seen » is written at most this often, so that reading pages does not queue behind writers.
const NOTICE: SignedDuration = SignedDuration::from_mins(1);

/// A session as its owner sees it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Open {
    pub(super) id: Uuid,
    pub(super) created_at: i64,
    pub(super) seen_at: i64,
    pub(super) device: Option<String>,
    /// The one they are looking at it from.
    pub(super) is_this: bool,
}

pub(crate) async fn start(
    tx: &mut Tx,
    hash: &str,
    (account, device): (AccountId, Option<String>),
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "DELETE FROM session WHERE seen_at < $1 OR created_at < $2 OR seen_at > $3",
        &[(now - IDLE).into(), (now - LONGEST).into(), (now + AHEAD).into()],
    )
    .await?;
    tx.run(
        "INSERT INTO session (id, token_hash, account_id, created_at, seen_at, proven_at, device)
         VALUES ($1, $2, $3, $4, $4, $4, $5)",
        &[SessionId::new().into(), hash.into(), account.into(), now.into(), device.into()],
    )
    .await?;
    Ok(())
}

/// The living sessions of an account, the latest seen first.
pub(super) async fn open(
    tx: &mut Tx,
    account: AccountId,
    this: &str,
    now: Timestamp,
) -> Result<Vec<Open>, DbError> {
    tx.all(
        "SELECT id, created_at, seen_at, device, token_hash = $2 AS is_this FROM session
         WHERE account_id = $1 AND seen_at BETWEEN $3 AND $5 AND created_at >= $4
         ORDER BY seen_at DESC, id",
        &[account.into(), this.into(), (now - IDLE).into(), (now - LONGEST).into(), (now + AHEAD).into()],
    )
    .await
}

pub(crate) async fn end(tx: &mut Tx, hash: &str) -> Result<(), DbError> {
    tx.run("DELETE FROM session WHERE token_hash = $1", &[hash.into()]).await?;
    Ok(())
}

/// Ends one session of an account; false when it has none of that name.
pub(super) async fn end_one(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<bool, DbError> {
    let sql = "DELETE FROM session WHERE id = $1 AND account_id = $2";
    Ok(tx.run(sql, &[id.into(), account.into()]).await? == 1)
}

/// Ends every session of an account but this one.
pub(super) async fn end_others(tx: &mut Tx, account: AccountId, this: &str) -> Result<(), DbError> {
    let sql = "DELETE FROM session WHERE account_id = $1 AND token_hash <> $2";
    tx.run(sql, &[account.into(), this.into()]).await?;
    Ok(())
}

/// Keeps that whoever uses a session proved now who they are.
pub(super) async fn prove(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE session SET proven_at = $2 WHERE token_hash = $1", &[hash.into(), now.into()]).await?;
    Ok(())
}

/// Keeps that they have not: whoever let them in may have asked them nothing.
pub(super) async fn leave_unproven(tx: &mut Tx, hash: &str) -> Result<(), DbError> {
    prove(tx, hash, Timestamp::UNIX_EPOCH).await
}

/// Whether they have since a moment.
pub(super) async fn is_proven(tx: &mut Tx, hash: &str, since: Timestamp) -> Result<bool, DbError> {
    let sql = "SELECT account_id FROM session WHERE token_hash = $1 AND proven_at >= $2";
    let found: Option<(Uuid,)> = tx.maybe(sql, &[hash.into(), since.into()]).await?;
    Ok(found.is_some())
}

/// Ends every session of an account, on every machine.
pub(super) async fn end_all(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    tx.run("DELETE FROM session WHERE account_id = $1", &[account.into()]).await?;
    Ok(())
}

/// Whose living session this is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Whose {
    pub(crate) account: Option<Account>,
    /// Theirs, but opened by less than their role asks for.
    pub(crate) short: Option<Short>,
}

pub(crate) async fn whose(app: &App, hash: &str) -> Result<Whose, DbError> {
    let now = app.wall().now();
    let mut tx = app.db().read().await?;
    let row: Option<(Uuid, i64)> = tx
        .maybe(
            "SELECT account_id, seen_at FROM session
             WHERE token_hash = $1 AND seen_at BETWEEN $2 AND $4 AND created_at >= $3",
            &[hash.into(), (now - IDLE).into(), (now - LONGEST).into(), (now + AHEAD).into()],
        )
        .await?;
    let Some((id, seen_at)) = row else { return Ok(Whose::default()) };
    let account = sql::find(&mut tx, AccountId(id)).await?;
    let short = match &account {
        Some(account) => obligation::short(&mut tx, app, hash, account).await?,
        None => None,
    };
    tx.commit().await?;
    if seen_at < (now - NOTICE).as_second() {
        let mut tx = app.db().begin().await?;
        tx.run("UPDATE session SET seen_at = $2 WHERE token_hash = $1", &[hash.into(), now.into()]).await?;
        tx.commit().await?;
    }
    Ok(Whose { account: account.filter(|_| short.is_none()), short })
}
