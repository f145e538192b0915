//! Accounts and what they are at which site.

use jiff::Timestamp;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Account, Membership};
use super::{federation, passkey};
use crate::db::{DbError, Tx};

#[derive(FromRow)]
struct AccountRow {
    id: Uuid,
    name: String,
    email: String,
    lang: Option<String>,
}

#[derive(FromRow)]
struct MembershipRow {
    site_id: Uuid,
    site_name: String,
    role: String,
}

/// An account as the administrator's list shows it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Listed {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) site_id: Uuid,
    pub(super) site_name: String,
    pub(super) role: String,
    /// They chose a phrase, or linked an identity.
    pub(super) is_open: bool,
    /// They are asked for a code, or come in by a passkey.
    pub(super) has_two_steps: bool,
    /// A link they have not used, and still can.
    pub(super) has_link: bool,
}

/// The account behind an address.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    pub(super) id: AccountId,
    /// They chose a phrase, or linked an identity.
    pub(super) has_way_in: bool,
    pub(super) is_closed: bool,
}

/// Somebody new, who has yet to choose a pass phrase.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub id: AccountId,
    pub name: String,
    pub email: Email,
    pub phone: Option<String>,
}

/// # Errors
/// [`DbError::is_taken`] when the address already has an account.
pub async fn insert(tx: &mut Tx, new: &NewAccount, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO account (id, email, name, phone, created_at) VALUES ($1, $2, $3, $4, $5)",
        &[
            new.id.into(),
            new.email.as_str().into(),
            new.name.as_str().into(),
            new.phone.clone().into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}

/// # Errors
/// [`DbError::is_taken`] when the account already is something at that site.
pub async fn join(tx: &mut Tx, account: AccountId, site: SiteId, role: Role) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO membership (account_id, site_id, role) VALUES ($1, $2, $3)",
        &[account.into(), site.into(), role.code().into()],
    )
    .await?;
    Ok(())
}

/// An open account with everything it is.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn find(tx: &mut Tx, id: AccountId) -> Result<Option<Account>, DbError> {
    let row: Option<AccountRow> = tx
        .maybe("SELECT id, name, email, lang FROM account WHERE id = $1 AND closed_at IS NULL", &[id.into()])
        .await?;
    let Some(row) = row else { return Ok(None) };
    let memberships: Vec<MembershipRow> = tx
        .all(
            "SELECT m.site_id, s.name AS site_name, m.role FROM membership m JOIN site s ON s.id = m.site_id
             WHERE m.account_id = $1 ORDER BY s.name",
            &[id.into()],
        )
        .await?;
    let memberships = memberships.into_iter().map(membership).collect::<Result<_, _>>()?;
    account(row, memberships).map(Some)
}

/// What an account is called, open or closed.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn name_of(tx: &mut Tx, id: AccountId) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = tx.maybe("SELECT name FROM account WHERE id = $1", &[id.into()]).await?;
    Ok(row.map(|(name,)| name))
}

/// The open accounts holding a role at a site, by name.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn holding(tx: &mut Tx, site: SiteId, role: Role) -> Result<Vec<(AccountId, String)>, DbError> {
    let rows: Vec<(Uuid, String)> = tx
        .all(
            "SELECT a.id, a.name FROM account a JOIN membership m ON m.account_id = a.id
             WHERE m.site_id = $1 AND m.role = $2 AND a.closed_at IS NULL ORDER BY a.name, a.id",
            &[site.into(), role.code().into()],
        )
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (AccountId(id), name)).collect())
}

/// Whether anybody has an account here, open or closed.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn is_any(tx: &mut Tx) -> Result<bool, DbError> {
    let found: Option<(Uuid,)> = tx.maybe("SELECT id FROM account LIMIT 1", &[]).await?;
    Ok(found.is_some())
}

/// How many open accounts of administrators somebody can sign in to.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn administrators(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(DISTINCT a.id) FROM account a JOIN membership m ON m.account_id = a.id
             WHERE m.role = 'administrator' AND a.closed_at IS NULL AND (a.password_hash IS NOT NULL
               OR EXISTS (SELECT 1 FROM identity d WHERE d.account_id = a.id))",
            &[],
        )
        .await?;
    Ok(count)
}

/// The id and kept hash behind an address; `None` also for a closed account.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn credentials(tx: &mut Tx, email: &Email) -> Result<Option<(AccountId, Option<String>)>, DbError> {
    let row: Option<(Uuid, Option<String>)> = tx
        .maybe(
            "SELECT id, password_hash FROM account WHERE email = $1 AND closed_at IS NULL",
            &[email.as_str().into()],
        )
        .await?;
    Ok(row.map(|(id, hash)| (AccountId(id), hash)))
}

/// # Errors
/// [`DbError`] of the store.
pub async fn set_password(tx: &mut Tx, id: AccountId, hash: &str) -> Result<(), DbError> {
    tx.run("UPDATE account SET password_hash = $2 WHERE id = $1", &[id.into(), hash.into()]).await?;
    Ok(())
}

/// # Errors
/// [`DbError`] of the store.
pub async fn prefer_language(tx: &mut Tx, id: AccountId, lang: Lang) -> Result<(), DbError> {
    tx.run("UPDATE account SET lang = $2 WHERE id = $1", &[id.into(), lang.code().into()]).await?;
    Ok(())
}

/// Everybody at the sites an administrator keeps, on the wall clock.
pub(super) async fn kept_by(
    tx: &mut Tx,
    administrator: AccountId,
    now: Timestamp,
) -> Result<Vec<Listed>, DbError> {
    tx.all(
        "SELECT a.id, a.name, a.email, m.site_id, s.name AS site_name, m.role,
                a.password_hash IS NOT NULL
                    OR EXISTS (SELECT 1 FROM identity d WHERE d.account_id = a.id) AS is_open,
                EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id)
                    OR EXISTS (SELECT 1 FROM passkey k WHERE k.account_id = a.id) AS has_two_steps,
                EXISTS (SELECT 1 FROM invitation i
                        WHERE i.account_id = a.id AND i.used_at IS NULL AND i.expires_at >= $2) AS has_link
         FROM membership m JOIN account a ON a.id = m.account_id JOIN site s ON s.id = m.site_id
         WHERE m.site_id IN (SELECT site_id FROM membership WHERE account_id = $1 AND role = 'administrator')
         ORDER BY s.name, a.name, a.id",
        &[administrator.into(), now.into()],
    )
    .await
}

/// Who has an address, kept from others until the transaction ends: nobody is let in while the
/// account closes.
pub(super) async fn hold(tx: &mut Tx, email: &Email) -> Result<Option<Holder>, DbError> {
    let row: Option<(Uuid, bool, bool)> = tx
        .maybe(
            "UPDATE account SET email = email WHERE email = $1
             RETURNING id, closed_at IS NOT NULL,
               password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM identity d WHERE d.account_id = account.id)",
            &[email.as_str().into()],
        )
        .await?;
    Ok(row.map(|(id, is_closed, has_way_in)| Holder { id: AccountId(id), has_way_in, is_closed }))
}

/// What somebody is at a site.
pub(super) async fn role_at(tx: &mut Tx, id: AccountId, site: SiteId) -> Result<Option<Role>, DbError> {
    let row: Option<(String,)> = tx
        .maybe(
            "SELECT role FROM membership WHERE account_id = $1 AND site_id = $2",
            &[id.into(), site.into()],
        )
        .await?;
    row.map(|(code,)| role(&code, site.0)).transpose()
}

/// A closed account, open again; its old phrase, passkeys and identities open nothing.
pub(super) async fn reopen(tx: &mut Tx, id: AccountId, name: &str) -> Result<(), DbError> {
    tx.run(
        "UPDATE account SET closed_at = NULL, password_hash = NULL, name = $2 WHERE id = $1",
        &[id.into(), name.into()],
    )
    .await?;
    passkey::forget_all(tx, id).await?;
    federation::unlink_all(tx, id).await
}

/// Ends a membership; false when there was none.
pub(super) async fn leave(tx: &mut Tx, id: AccountId, site: SiteId) -> Result<bool, DbError> {
    // The account first, as where somebody is let in, so that the two take turns.
    tx.run("UPDATE account SET email = email WHERE id = $1", &[id.into()]).await?;
    let sql = "DELETE FROM membership WHERE account_id = $1 AND site_id = $2";
    Ok(tx.run(sql, &[id.into(), site.into()]).await? == 1)
}

/// Closes an account that is in no team any more; true when it was closed.
pub(super) async fn close_without_team(tx: &mut Tx, id: AccountId, now: Timestamp) -> Result<bool, DbError> {
    let sql = "UPDATE account SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM membership WHERE account_id = $1)";
    Ok(tx.run(sql, &[id.into(), now.into()]).await? == 1)
}

fn account(row: AccountRow, memberships: Vec<Membership>) -> Result<Account, DbError> {
    let id = row.id.to_string();
    let email =
        Email::parse(&row.email).ok_or(DbError::Impossible { table: "account", column: "email", id })?;
    let lang = row.lang.as_deref().and_then(Lang::from_code);
    Ok(Account { id: AccountId(row.id), name: row.name, email, lang, memberships })
}

fn membership(row: MembershipRow) -> Result<Membership, DbError> {
    let role = role(&row.role, row.site_id)?;
    Ok(Membership { site_id: SiteId(row.site_id), site_name: row.site_name, role })
}

fn role(code: &str, site: Uuid) -> Result<Role, DbError> {
    let impossible = || DbError::Impossible { table: "membership", column: "role", id: site.to_string() };
    Role::from_code(code).ok_or_else(impossible)
}
