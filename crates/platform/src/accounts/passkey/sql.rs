//! The tables of passkeys and ceremonies, and a session's own passkey.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use kernel::id::AccountId;
use sqlx::FromRow;
use uuid::Uuid;

use super::ceremony::Errand;
use crate::db::{DbError, Tx};
use crate::webauthn::Credential;

/// A passkey as its owner sees it; moments are Unix seconds.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Listed {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) added_at: i64,
    pub(super) used_at: Option<i64>,
}

/// A passkey that opens an account.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) id: Uuid,
    pub(super) account: AccountId,
    pub(super) credential: Credential,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    public_key: String,
    counter: i64,
    is_shared: bool,
}

/// Its name; none when it opens an account already, this one or another.
pub(super) async fn insert(
    tx: &mut Tx,
    account: AccountId,
    (name, made): (&str, &Credential),
    now: Timestamp,
) -> Result<Option<Uuid>, DbError> {
    let id = Uuid::new_v4();
    let written = tx
        .run(
            "INSERT INTO passkey (id, account_id, credential_id, public_key, counter, is_shared, name, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING",
            &[
                id.into(),
                account.into(),
                URL_SAFE_NO_PAD.encode(&made.id).into(),
                URL_SAFE_NO_PAD.encode(&made.public_key).into(),
                i64::from(made.counter).into(),
                made.is_shared.into(),
                name.into(),
                now.into(),
            ],
        )
        .await?;
    Ok((written == 1).then_some(id))
}

/// Those of an account, the first added first.
pub(super) async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Listed>, DbError> {
    let sql = "SELECT id, name, added_at, used_at FROM passkey WHERE account_id = $1 ORDER BY added_at, id";
    tx.all(sql, &[account.into()]).await
}

/// Whether an account has any.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn any(tx: &mut Tx, account: AccountId) -> Result<bool, DbError> {
    Ok(!of_account(tx, account).await?.is_empty())
}

/// Their names in the forms of their owner.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn ids(tx: &mut Tx, account: AccountId) -> Result<Vec<Uuid>, DbError> {
    Ok(of_account(tx, account).await?.into_iter().map(|listed| listed.id).collect())
}

/// What their authenticators call them.
pub(super) async fn credentials(tx: &mut Tx, account: AccountId) -> Result<Vec<Vec<u8>>, DbError> {
    let sql = "SELECT credential_id FROM passkey WHERE account_id = $1 ORDER BY added_at, id";
    let rows: Vec<(String,)> = tx.all(sql, &[account.into()]).await?;
    Ok(rows.into_iter().filter_map(|(id,)| URL_SAFE_NO_PAD.decode(id).ok()).collect())
}

/// The passkey of that name, if the account it opens is open.
pub(super) async fn find(tx: &mut Tx, credential: &[u8]) -> Result<Option<Kept>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT p.id, p.account_id, p.public_key, p.counter, p.is_shared FROM passkey p
             JOIN account a ON a.id = p.account_id AND a.closed_at IS NULL WHERE p.credential_id = $1",
            &[URL_SAFE_NO_PAD.encode(credential).into()],
        )
        .await?;
    row.map(|row| kept(credential, &row)).transpose()
}

fn kept(credential: &[u8], row: &Row) -> Result<Kept, DbError> {
    let impossible = |column| DbError::Impossible { table: "passkey", column, id: row.id.to_string() };
    let credential = Credential {
        id: credential.to_vec(),
        public_key: URL_SAFE_NO_PAD.decode(&row.public_key).map_err(|_| impossible("public_key"))?,
        counter: u32::try_from(row.counter).map_err(|_| impossible("counter"))?,
        is_shared: row.is_shared,
    };
    Ok(Kept { id: row.id, account: AccountId(row.account_id), credential })
}

/// It has signed once more; false when another answer has counted as far meanwhile.
pub(super) async fn count(tx: &mut Tx, id: Uuid, counter: u32, now: Timestamp) -> Result<bool, DbError> {
    let sql = "UPDATE passkey SET counter = $2, used_at = $3
               WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))";
    Ok(tx.run(sql, &[id.into(), i64::from(counter).into(), now.into()]).await? == 1)
}

/// Keeps with a session by which passkey it was begun.
pub(super) async fn vouch(tx: &mut Tx, session: &str, id: Uuid) -> Result<(), DbError> {
    tx.run("UPDATE session SET passkey_id = $2 WHERE token_hash = $1", &[session.into(), id.into()]).await?;
    Ok(())
}

/// Takes one away, with the sessions it began but this one; false when the account has none of that name.
pub(super) async fn remove(tx: &mut Tx, account: AccountId, id: Uuid, this: &str) -> Result<bool, DbError> {
    let sql = "DELETE FROM passkey WHERE id = $1 AND account_id = $2";
    if tx.run(sql, &[id.into(), account.into()]).await? == 0 {
        return Ok(false);
    }
    let sql = "DELETE FROM session WHERE passkey_id = $1 AND token_hash <> $2";
    tx.run(sql, &[id.into(), this.into()]).await?;
    Ok(true)
}

/// Whoever lost a device, or comes back to a closed account, begins anew.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn forget_all(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    tx.run("DELETE FROM passkey WHERE account_id = $1", &[account.into()]).await?;
    Ok(())
}

/// Keeps a ceremony, and forgets those begun before a moment.
pub(super) async fn keep(
    tx: &mut Tx,
    hash: &str,
    errand: &Errand,
    (now, before): (Timestamp, Timestamp),
) -> Result<(), DbError> {
    tx.run("DELETE FROM passkey_ceremony WHERE started_at < $1", &[before.into()]).await?;
    let (errand, from) = errand.written();
    let sql =
        "INSERT INTO passkey_ceremony (secret_hash, errand, begun_from, started_at) VALUES ($1, $2, $3, $4)";
    tx.run(sql, &[hash.into(), errand.into(), from.into(), now.into()]).await?;
    Ok(())
}

/// Takes a ceremony out of the store: its errand, and the session it was begun from.
pub(super) async fn take(
    tx: &mut Tx,
    hash: &str,
    since: Timestamp,
) -> Result<Option<(String, Option<String>)>, DbError> {
    let sql = "DELETE FROM passkey_ceremony WHERE secret_hash = $1 RETURNING errand, begun_from, started_at";
    let row: Option<(String, Option<String>, i64)> = tx.maybe(sql, &[hash.into()]).await?;
    Ok(row.filter(|(.., at)| *at >= since.as_second()).map(|(errand, from, _)| (errand, from)))
}
