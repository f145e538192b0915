//! The tables of second steps and recovery codes.

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use sqlx::FromRow;

use crate::db::{DbError, Tx};

#[derive(Clone, Debug, FromRow)]
pub(super) struct Kept {
    pub(super) secret: String,
    /// Unix seconds.
    pub(super) since: i64,
    /// Unix seconds; since when too many codes were wrong.
    pub(super) stopped_at: Option<i64>,
}

pub(super) async fn find(tx: &mut Tx, account: AccountId) -> Result<Option<Kept>, DbError> {
    tx.maybe("SELECT secret, since, stopped_at FROM second_factor WHERE account_id = $1", &[account.into()])
        .await
}

/// Whether a code is asked of them.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn is_on(tx: &mut Tx, account: AccountId) -> Result<bool, DbError> {
    Ok(find(tx, account).await?.is_some())
}

/// How many open accounts a site has, and how many of them are asked for a code.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn share_at(tx: &mut Tx, site: SiteId) -> Result<(i64, i64), DbError> {
    tx.one(
        "SELECT COUNT(*), COUNT(f.account_id) FROM membership m JOIN account a ON a.id = m.account_id
         LEFT JOIN second_factor f ON f.account_id = a.id WHERE m.site_id = $1 AND a.closed_at IS NULL",
        &[site.into()],
    )
    .await
}

/// The first code, of that step, has served to turn it on; false when it was on already.
pub(super) async fn turn_on(
    tx: &mut Tx,
    account: AccountId,
    (secret, step): (&str, i64),
    now: Timestamp,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "INSERT INTO second_factor (account_id, secret, since, last_step) VALUES ($1, $2, $3, $4)
             ON CONFLICT (account_id) DO NOTHING",
            &[account.into(), secret.into(), now.into(), step.into()],
        )
        .await?;
    Ok(written == 1)
}

/// From now on the phrase suffices.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn turn_off(tx: &mut Tx, account: AccountId) -> Result<bool, DbError> {
    tx.run("DELETE FROM recovery_code WHERE account_id = $1", &[account.into()]).await?;
    Ok(tx.run("DELETE FROM second_factor WHERE account_id = $1", &[account.into()]).await? == 1)
}

/// False when a code of that half-minute, or a later one, has served.
pub(super) async fn use_step(tx: &mut Tx, account: AccountId, step: i64) -> Result<bool, DbError> {
    let sql = "UPDATE second_factor SET last_step = $2 WHERE account_id = $1 AND last_step < $2";
    Ok(tx.run(sql, &[account.into(), step.into()]).await? == 1)
}

/// Those kept before serve no more.
pub(super) async fn keep_recoveries(
    tx: &mut Tx,
    account: AccountId,
    hashes: impl Iterator<Item = String>,
) -> Result<(), DbError> {
    tx.run("DELETE FROM recovery_code WHERE account_id = $1", &[account.into()]).await?;
    for hash in hashes {
        let sql = "INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)";
        tx.run(sql, &[account.into(), hash.into()]).await?;
    }
    Ok(())
}

/// False when there is no such code, or it has served.
pub(super) async fn use_recovery(
    tx: &mut Tx,
    account: AccountId,
    hash: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let sql =
        "UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL";
    Ok(tx.run(sql, &[account.into(), hash.into(), now.into()]).await? == 1)
}

pub(super) async fn recoveries_left(tx: &mut Tx, account: AccountId) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL";
    let (left,): (i64,) = tx.one(sql, &[account.into()]).await?;
    Ok(left)
}

/// How many were wrong since the last right one, this one too.
pub(super) async fn count_wrong(tx: &mut Tx, account: AccountId) -> Result<i64, DbError> {
    let sql = "UPDATE second_factor SET wrong = wrong + 1 WHERE account_id = $1 RETURNING wrong";
    let (wrong,): (i64,) = tx.one(sql, &[account.into()]).await?;
    Ok(wrong)
}

pub(super) async fn stop(tx: &mut Tx, account: AccountId, now: Timestamp) -> Result<(), DbError> {
    let sql = "UPDATE second_factor SET stopped_at = $2 WHERE account_id = $1";
    tx.run(sql, &[account.into(), now.into()]).await?;
    Ok(())
}

pub(super) async fn forget_wrong(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    let sql = "UPDATE second_factor SET wrong = 0, stopped_at = NULL WHERE account_id = $1";
    tx.run(sql, &[account.into()]).await?;
    Ok(())
}
