//! The tables of identities and attempts, and a session's own provider.

use jiff::Timestamp;
use kernel::id::AccountId;
use sqlx::FromRow;
use uuid::Uuid;

use super::attempt::Row;
use crate::db::{DbError, Tx};

/// An identity as its owner sees it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Linked {
    pub(super) id: Uuid,
    pub(super) issuer: String,
    /// Unix seconds.
    pub(super) linked_at: i64,
}

/// The open account an identity opens.
pub(super) async fn account_of(
    tx: &mut Tx,
    (issuer, subject): (&str, &str),
) -> Result<Option<AccountId>, DbError> {
    let row: Option<(Uuid,)> = tx
        .maybe(
            "SELECT i.account_id FROM identity i JOIN account a ON a.id = i.account_id AND a.closed_at IS NULL
             WHERE i.issuer = $1 AND i.subject = $2",
            &[issuer.into(), subject.into()],
        )
        .await?;
    Ok(row.map(|(id,)| AccountId(id)))
}

/// False when it opens an account already, this one or another.
pub(in crate::accounts) async fn link(
    tx: &mut Tx,
    (issuer, subject): (&str, &str),
    account: AccountId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "INSERT INTO identity (issuer, subject, id, account_id, linked_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (issuer, subject) DO NOTHING",
            &[issuer.into(), subject.into(), Uuid::new_v4().into(), account.into(), now.into()],
        )
        .await?;
    Ok(written == 1)
}

/// Those of an account, the first linked first.
pub(super) async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Linked>, DbError> {
    let sql = "SELECT id, issuer, linked_at FROM identity WHERE account_id = $1 ORDER BY linked_at, id";
    tx.all(sql, &[account.into()]).await
}

/// Those of an account: their names in its owner's forms, and whose they are.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn issuers(
    tx: &mut Tx,
    account: AccountId,
) -> Result<Vec<(Uuid, String)>, DbError> {
    Ok(of_account(tx, account).await?.into_iter().map(|linked| (linked.id, linked.issuer)).collect())
}

pub(super) async fn unlink(tx: &mut Tx, account: AccountId, id: Uuid) -> Result<(), DbError> {
    tx.run("DELETE FROM identity WHERE id = $1 AND account_id = $2", &[id.into(), account.into()]).await?;
    Ok(())
}

/// Whoever comes back to a closed account begins anew.
pub(in crate::accounts) async fn unlink_all(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    tx.run("DELETE FROM identity WHERE account_id = $1", &[account.into()]).await?;
    Ok(())
}

/// Whether an account is opened by a phrase. Others who change how it is opened wait their turn.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn hold(tx: &mut Tx, account: AccountId) -> Result<bool, DbError> {
    let sql = "UPDATE account SET email = email WHERE id = $1 RETURNING password_hash IS NOT NULL";
    let row: Option<(bool,)> = tx.maybe(sql, &[account.into()]).await?;
    Ok(row.is_some_and(|(has_phrase,)| has_phrase))
}

/// The same without waiting.
pub(in crate::accounts) async fn has_phrase(tx: &mut Tx, account: AccountId) -> Result<bool, DbError> {
    let sql = "SELECT id FROM account WHERE id = $1 AND password_hash IS NOT NULL";
    let row: Option<(Uuid,)> = tx.maybe(sql, &[account.into()]).await?;
    Ok(row.is_some())
}

/// Keeps an attempt, and forgets those begun before a moment.
pub(super) async fn keep(tx: &mut Tx, hash: &str, row: &Row, before: Timestamp) -> Result<(), DbError> {
    tx.run("DELETE FROM identity_attempt WHERE started_at < $1", &[before.into()]).await?;
    tx.run(
        "INSERT INTO identity_attempt (secret_hash, provider, errand, begun_from, back_to, started_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            hash.into(),
            row.provider.as_str().into(),
            row.errand.as_str().into(),
            row.begun_from.clone().into(),
            row.back_to.as_str().into(),
            row.started_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Takes an attempt out of the store: it serves no more.
pub(super) async fn take(
    tx: &mut Tx,
    (hash, provider): (&str, &str),
    since: Timestamp,
) -> Result<Option<Row>, DbError> {
    tx.maybe(
        "DELETE FROM identity_attempt WHERE secret_hash = $1 AND provider = $2 AND started_at >= $3
         RETURNING provider, errand, begun_from, back_to, started_at",
        &[hash.into(), provider.into(), since.into()],
    )
    .await
}

/// Keeps with a session who vouched for whom, in which session of its own.
pub(super) async fn vouch(
    tx: &mut Tx,
    session: &str,
    (issuer, subject): (&str, &str),
    (there, sealed): (Option<&str>, Option<String>),
) -> Result<(), DbError> {
    tx.run(
        "UPDATE session SET issuer = $2, subject = $3, provider_session = $4, id_token = $5 WHERE token_hash = $1",
        &[session.into(), issuer.into(), subject.into(), there.into(), sealed.into()],
    )
    .await?;
    Ok(())
}

/// Keeps that a token of an issuer was heard, and forgets those heard before a moment; false when it was
/// heard already.
pub(super) async fn hear(
    tx: &mut Tx,
    (issuer, token): (&str, &str),
    (now, before): (Timestamp, Timestamp),
) -> Result<bool, DbError> {
    tx.run("DELETE FROM logout_told WHERE told_at < $1", &[before.into()]).await?;
    let sql = "INSERT INTO logout_told (issuer, token_hash, told_at) VALUES ($1, $2, $3)
               ON CONFLICT (issuer, token_hash) DO NOTHING";
    Ok(tx.run(sql, &[issuer.into(), token.into(), now.into()]).await? == 1)
}

/// Ends the sessions an issuer vouched for, of that name or in that session of its own. Of those of that
/// name whose session there was never said, nobody can tell which it was: they end too. Whose they were.
pub(super) async fn end_signed_out(
    tx: &mut Tx,
    issuer: &str,
    (subject, there): (Option<&str>, Option<&str>),
) -> Result<Vec<AccountId>, DbError> {
    let ended: Vec<(Uuid,)> = tx
        .all(
            "DELETE FROM session WHERE issuer = $1 AND ($2 IS NULL OR subject = $2)
           AND ($3 IS NULL OR provider_session = $3 OR ($2 IS NOT NULL AND provider_session IS NULL))
         RETURNING account_id",
            &[issuer.into(), subject.into(), there.into()],
        )
        .await?;
    Ok(ended.into_iter().map(|(id,)| AccountId(id)).collect())
}

/// Who vouched for a session, if somebody did.
pub(super) async fn vouched(tx: &mut Tx, session: &str) -> Result<Option<(String, String)>, DbError> {
    let sql = "SELECT issuer, id_token FROM session
               WHERE token_hash = $1 AND issuer IS NOT NULL AND id_token IS NOT NULL";
    tx.maybe(sql, &[session.into()]).await
}

/// Ends the sessions an issuer vouched for, but this one.
pub(super) async fn end_vouched(
    tx: &mut Tx,
    (account, issuer): (AccountId, &str),
    this: &str,
) -> Result<(), DbError> {
    let sql = "DELETE FROM session WHERE account_id = $1 AND issuer = $2 AND token_hash <> $3";
    tx.run(sql, &[account.into(), issuer.into(), this.into()]).await?;
    Ok(())
}
