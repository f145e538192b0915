//! The table of messages.

use jiff::Timestamp;
use kernel::contact::Email;
use kernel::id::EventId;
use sqlx::FromRow;
use uuid::Uuid;

use super::Mail;
use crate::db::{DbError, Engine, Tx};

/// A stored message and what became of it.
#[derive(Clone, FromRow)]
pub struct Letter {
    pub id: Uuid,
    pub recipient: String,
    pub subject: String,
    /// Empty once the message has left, or was given up.
    pub body: String,
    pub created_at: i64,
    pub tries: i64,
    pub sent_at: Option<i64>,
}

/// Addresses and bodies stay out of logs.
impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Letter").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Puts a message into the outbox, in the caller's transaction.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn put(tx: &mut Tx, mail: &Mail, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO outbox (id, recipient, subject, body, created_at, next_try_at) VALUES ($1, $2, $3, $4, $5, $5)",
        &[
            EventId::new().into(),
            mail.to.as_str().into(),
            mail.subject.as_str().into(),
            mail.body.as_str().into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Every message to an address, oldest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn written_to(tx: &mut Tx, to: &Email) -> Result<Vec<Letter>, DbError> {
    tx.all(
        "SELECT id, recipient, subject, body, created_at, tries, sent_at FROM outbox WHERE recipient = $1 ORDER BY id",
        &[to.as_str().into()],
    )
    .await
}

/// Messages of one subject written in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Written {
    pub subject: String,
    pub count: i64,
}

/// What was written after a moment and until another, most frequent first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn written_between(
    tx: &mut Tx,
    after: Timestamp,
    until: Timestamp,
) -> Result<Vec<Written>, DbError> {
    tx.all(
        "SELECT subject, COUNT(*) AS count FROM outbox WHERE created_at > $1 AND created_at <= $2
         GROUP BY subject ORDER BY COUNT(*) DESC, subject",
        &[after.into(), until.into()],
    )
    .await
}

/// How many written before a moment have not left.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn late(tx: &mut Tx, before: Timestamp) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND created_at < $1";
    let (count,): (i64,) = tx.one(sql, &[before.into()]).await?;
    Ok(count)
}

/// How many were given up, and why the last one was.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn given_up(tx: &mut Tx) -> Result<(i64, Option<String>), DbError> {
    tx.one(
        "SELECT COUNT(*),
                (SELECT last_error FROM outbox WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 1)
         FROM outbox WHERE failed_at IS NOT NULL",
        &[],
    )
    .await
}

/// How many were handed over once more after a server had ended in the middle: their recipient may have
/// two of them.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn doubtful(tx: &mut Tx) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM outbox WHERE doubtful_at IS NOT NULL";
    let (count,): (i64,) = tx.one(sql, &[]).await?;
    Ok(count)
}

/// Messages written before a moment went out when they were written: the demonstration's past.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn left_before(tx: &mut Tx, moment: Timestamp) -> Result<(), DbError> {
    tx.run(
        "UPDATE outbox SET sent_at = created_at WHERE created_at < $1 AND sent_at IS NULL",
        &[moment.into()],
    )
    .await?;
    Ok(())
}

/// Gives up every message that waits, for one reason; how many there were. For a store that stands
/// where it stood some time ago: they may have left since, and nobody is written to twice.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn give_up_waiting(tx: &mut Tx, why: &str, now: Timestamp) -> Result<u64, DbError> {
    tx.run(
        "UPDATE outbox SET failed_at = $1, last_error = $2, body = ''
         WHERE sent_at IS NULL AND failed_at IS NULL",
        &[now.into(), why.into()],
    )
    .await
}

/// The latest messages, newest first.
pub(super) async fn latest(tx: &mut Tx, count: i64) -> Result<Vec<Letter>, DbError> {
    tx.all(
        "SELECT id, recipient, subject, body, created_at, tries, sent_at FROM outbox
         ORDER BY created_at DESC, id DESC LIMIT $1",
        &[count.into()],
    )
    .await
}

/// The next message to send, held until the transaction ends.
pub(super) async fn take(tx: &mut Tx, now: Timestamp) -> Result<Option<Letter>, DbError> {
    let sql = if tx.engine() == Engine::Postgres {
        "SELECT id, recipient, subject, body, created_at, tries, sent_at FROM outbox
         WHERE sent_at IS NULL AND failed_at IS NULL AND next_try_at <= $1
         ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"
    } else {
        "SELECT id, recipient, subject, body, created_at, tries, sent_at FROM outbox
         WHERE sent_at IS NULL AND failed_at IS NULL AND next_try_at <= $1
         ORDER BY next_try_at, id LIMIT 1"
    };
    tx.maybe(sql, &[now.into()]).await
}

/// Claims a message before it is handed over, so that no other server sends it meanwhile. One that was
/// claimed before, and of which nothing was heard since, may have left already.
pub(super) async fn claim(tx: &mut Tx, id: Uuid, now: Timestamp, until: Timestamp) -> Result<(), DbError> {
    tx.run(
        "UPDATE outbox SET tries = tries + 1, next_try_at = $2, last_error = NULL,
                doubtful_at = CASE WHEN tries > 0 AND last_error IS NULL THEN $3 ELSE doubtful_at END
         WHERE id = $1",
        &[id.into(), until.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Handed over: the links in it are the recipient's alone from now on.
pub(super) async fn sent(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "UPDATE outbox SET sent_at = $2, last_error = NULL, body = '' WHERE id = $1",
        &[id.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Forgets letters sent before a moment.
pub(crate) async fn forget_sent(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    tx.run("DELETE FROM outbox WHERE sent_at < $1", &[before.into()]).await?;
    Ok(())
}

pub(super) async fn refused(
    tx: &mut Tx,
    id: Uuid,
    error: &str,
    again: Timestamp,
    given_up: Option<Timestamp>,
) -> Result<(), DbError> {
    tx.run(
        "UPDATE outbox SET last_error = $2, next_try_at = $3, failed_at = $4,
                body = CASE WHEN CAST($4 AS BIGINT) IS NULL THEN body ELSE '' END WHERE id = $1",
        &[id.into(), error.into(), again.into(), given_up.into()],
    )
    .await?;
    Ok(())
}
