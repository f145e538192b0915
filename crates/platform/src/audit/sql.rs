//! The table of entries: only ever added to.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{EventId, SiteId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Action, Subject, Who};
use crate::db::{DbError, Tx};

/// One line of the trail, with the name of the account as it is today.
#[derive(Clone, Debug, FromRow)]
pub struct Entry {
    pub at: i64,
    /// An [`Actor`](super::Actor)'s code.
    pub actor: String,
    pub account_name: Option<String>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Option<Uuid>,
}

/// Leaves one entry in the caller's transaction.
///
/// # Errors
/// [`DbError`] of the store; the act itself then does not happen either.
pub async fn note(
    tx: &mut Tx,
    who: Who,
    action: Action,
    subject: impl Into<Subject>,
    site: Option<SiteId>,
    now: Timestamp,
) -> Result<(), DbError> {
    let subject = subject.into();
    tx.run(
        "INSERT INTO audit_entry (id, at, actor, account_id, action, subject_kind, subject_id, site_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            EventId::new().into(),
            now.into(),
            who.actor().code().into(),
            who.account().into(),
            action.code().into(),
            subject.kind.code().into(),
            subject.id.into(),
            site.into(),
        ],
    )
    .await?;
    Ok(())
}

/// When the last entry was made, in Unix seconds.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn last_at(tx: &mut Tx) -> Result<Option<i64>, DbError> {
    let (at,): (Option<i64>,) = tx.one("SELECT MAX(at) FROM audit_entry", &[]).await?;
    Ok(at)
}

/// Everything that was done to one subject, oldest first: what stories ask the trail.
///
/// # Errors
/// [`DbError`] of the store.
#[cfg(any(test, feature = "testing"))]
pub async fn of_subject(tx: &mut Tx, subject: impl Into<Subject>) -> Result<Vec<Entry>, DbError> {
    let subject = subject.into();
    tx.all(
        "SELECT e.at, e.actor, a.name AS account_name, e.action, e.subject_kind, e.subject_id
         FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
         WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.at, e.id",
        &[subject.kind.code().into(), subject.id.into()],
    )
    .await
}

/// Everything that was done to one record, oldest first: what a person may read of theirs.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn about(tx: &mut Tx, record: Uuid) -> Result<Vec<Entry>, DbError> {
    tx.all(
        "SELECT e.at, e.actor, a.name AS account_name, e.action, e.subject_kind, e.subject_id
         FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
         WHERE e.subject_id = $1 ORDER BY e.at, e.id",
        &[record.into()],
    )
    .await
}

/// The trail of the sites an administrator keeps, newest first, from an offset.
pub(super) async fn page(
    tx: &mut Tx,
    administrator: Uuid,
    offset: i64,
    count: i64,
) -> Result<Vec<Entry>, DbError> {
    tx.all(
        "SELECT e.at, e.actor, a.name AS account_name, e.action, e.subject_kind, e.subject_id
         FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
         WHERE e.site_id IS NULL OR e.site_id IN
             (SELECT site_id FROM membership WHERE account_id = $1 AND role = 'administrator')
         ORDER BY e.at DESC, e.id DESC LIMIT $2 OFFSET $3",
        &[administrator.into(), count.into(), offset.into()],
    )
    .await
}
