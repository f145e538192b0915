//! The table of jobs.

use jiff::Timestamp;
use kernel::id::EventId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Engine, Tx};

/// A job whose time has come.
#[derive(Debug, FromRow)]
pub(super) struct DueJob {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) payload: String,
    pub(super) tries: i64,
}

/// Writes down that `kind` is to be done at a moment, in the caller's transaction.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn schedule(tx: &mut Tx, kind: &str, payload: &str, run_at: Timestamp) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO job (id, kind, payload, run_at) VALUES ($1, $2, $3, $4)",
        &[EventId::new().into(), kind.into(), payload.into(), run_at.into()],
    )
    .await?;
    Ok(())
}

/// The one kind that nobody's act calls for.
pub(crate) const UPKEEP: &str = "platform.upkeep";

/// Writes down a job without payload, unless one of its kind waits already.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn schedule_one(tx: &mut Tx, kind: &str, run_at: Timestamp) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO job (id, kind, payload, run_at) SELECT $1, $2, '', $3
         WHERE NOT EXISTS (SELECT 1 FROM job WHERE kind = $2 AND done_at IS NULL AND failed_at IS NULL)",
        &[EventId::new().into(), kind.into(), run_at.into()],
    )
    .await?;
    Ok(())
}

/// A job of a kind that waits for later than a moment is for now.
pub(crate) async fn bring_back(
    tx: &mut Tx,
    kind: &str,
    later: Timestamp,
    now: Timestamp,
) -> Result<(), DbError> {
    let sql = "UPDATE job SET run_at = $3 WHERE kind = $1 AND run_at > $2 AND done_at IS NULL";
    tx.run(sql, &[kind.into(), later.into(), now.into()]).await?;
    Ok(())
}

/// Forgets jobs done before a moment.
pub(crate) async fn forget_done(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    tx.run("DELETE FROM job WHERE done_at < $1", &[before.into()]).await?;
    Ok(())
}

/// How many jobs are still to be done, whenever: what stories ask at their end.
///
/// # Errors
/// [`DbError`] of the store.
#[cfg(any(test, feature = "testing"))]
pub async fn waiting(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,): (i64,) =
        tx.one("SELECT COUNT(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL", &[]).await?;
    Ok(count)
}

/// How many should have been done before a moment and were not.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn late(tx: &mut Tx, before: Timestamp) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at < $1";
    let (count,): (i64,) = tx.one(sql, &[before.into()]).await?;
    Ok(count)
}

/// How many were given up, and why the last one was.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn given_up(tx: &mut Tx) -> Result<(i64, Option<String>), DbError> {
    tx.one(
        "SELECT COUNT(*), (SELECT last_error FROM job WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 1)
         FROM job WHERE failed_at IS NOT NULL",
        &[],
    )
    .await
}

/// How many were done after a moment and until another, without the daily upkeep.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn done_between(tx: &mut Tx, after: Timestamp, until: Timestamp) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM job WHERE done_at > $1 AND done_at <= $2 AND kind <> $3",
            &[after.into(), until.into(), UPKEEP.into()],
        )
        .await?;
    Ok(count)
}

/// How far a job has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Tries that came to nothing, for one that is not done.
    pub tries: i64,
    /// When it is to be done, or done again.
    pub run_at: Timestamp,
    pub is_given_up: bool,
}

/// The last job of a kind with that payload; `None` when there was none lately.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn standing(tx: &mut Tx, kind: &str, payload: &str) -> Result<Option<Standing>, DbError> {
    let row: Option<(Uuid, i64, i64, Option<i64>)> = tx
        .maybe(
            "SELECT id, tries, run_at, failed_at FROM job WHERE kind = $1 AND payload = $2
             ORDER BY id DESC LIMIT 1",
            &[kind.into(), payload.into()],
        )
        .await?;
    let read = |(id, tries, run_at, failed_at): (Uuid, i64, i64, Option<i64>)| {
        let impossible = |_| DbError::Impossible { table: "job", column: "run_at", id: id.to_string() };
        let run_at = Timestamp::from_second(run_at).map_err(impossible)?;
        Ok(Standing { tries, run_at, is_given_up: failed_at.is_some() })
    };
    row.map(read).transpose()
}

/// The next due job, held until the transaction ends.
pub(super) async fn take(tx: &mut Tx, now: Timestamp) -> Result<Option<DueJob>, DbError> {
    let sql = if tx.engine() == Engine::Postgres {
        "SELECT id, kind, payload, tries FROM job
         WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1
         ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"
    } else {
        "SELECT id, kind, payload, tries FROM job
         WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1
         ORDER BY run_at, id LIMIT 1"
    };
    tx.maybe(sql, &[now.into()]).await
}

pub(super) async fn done(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE job SET done_at = $2, tries = tries + 1 WHERE id = $1", &[id.into(), now.into()]).await?;
    Ok(())
}

/// Tried again at `again`, or given up when there is no other time.
pub(super) async fn missed(
    tx: &mut Tx,
    id: Uuid,
    error: &str,
    now: Timestamp,
    again: Option<Timestamp>,
) -> Result<(), DbError> {
    let given_up = again.is_none().then_some(now);
    tx.run(
        "UPDATE job SET tries = tries + 1, last_error = $2, run_at = $3, failed_at = $4 WHERE id = $1",
        &[id.into(), error.into(), again.unwrap_or(now).into(), given_up.into()],
    )
    .await?;
    Ok(())
}
