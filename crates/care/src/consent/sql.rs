//! The table of consents.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, EventId, PersonId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Purpose, Recipient};

/// A consent as the person's file shows it.
#[derive(Clone, Debug, FromRow)]
pub struct Given {
    pub id: Uuid,
    pub purpose: String,
    pub recipient: String,
    pub wording: String,
    pub given_at: i64,
    pub withdrawn_at: Option<i64>,
}

/// Keeps what was agreed to today.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn give(
    tx: &mut Tx,
    person: PersonId,
    purpose: Purpose,
    recipient: &Recipient,
    wording: &str,
    recorded_by: Option<AccountId>,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO consent (id, person_id, purpose, recipient, wording, given_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            EventId::new().into(),
            person.into(),
            purpose.code().into(),
            recipient.code().into(),
            wording.into(),
            now.into(),
            recorded_by.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Whether a consent was given and not withdrawn since.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn stands(
    tx: &mut Tx,
    person: PersonId,
    purpose: Purpose,
    recipient: &Recipient,
) -> Result<bool, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM consent
             WHERE person_id = $1 AND purpose = $2 AND recipient = $3 AND withdrawn_at IS NULL",
            &[person.into(), purpose.code().into(), recipient.code().into()],
        )
        .await?;
    Ok(count > 0)
}

/// Everything a person ever agreed to, newest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Given>, DbError> {
    tx.all(
        "SELECT id, purpose, recipient, wording, given_at, withdrawn_at FROM consent
         WHERE person_id = $1 ORDER BY given_at DESC, id DESC",
        &[person.into()],
    )
    .await
}

/// Withdraws what stands for a purpose and a recipient; false when nothing did.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn withdraw(
    tx: &mut Tx,
    person: PersonId,
    purpose: Purpose,
    recipient: &Recipient,
    now: Timestamp,
) -> Result<bool, DbError> {
    let withdrawn = tx
        .run(
            "UPDATE consent SET withdrawn_at = $4
             WHERE person_id = $1 AND purpose = $2 AND recipient = $3 AND withdrawn_at IS NULL",
            &[person.into(), purpose.code().into(), recipient.code().into(), now.into()],
        )
        .await?;
    Ok(withdrawn > 0)
}

/// What a merged record agreed to is what the person agreed to.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn move_records(tx: &mut Tx, gone: PersonId, kept: PersonId) -> Result<(), DbError> {
    tx.run("UPDATE consent SET person_id = $2 WHERE person_id = $1", &[gone.into(), kept.into()]).await?;
    Ok(())
}
