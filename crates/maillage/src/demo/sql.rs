//! What the demonstration asks the store.

use jiff::Timestamp;
use platform::db::{DbError, Tx, setting};
use sqlx::FromRow;

const SHIFT: &str = "demo_shift";
const TOLD: &str = "demo_story";

/// Seconds between the machine's clock and the demonstration's present; `None` in any other store.
pub(crate) async fn shift(tx: &mut Tx) -> Result<Option<i64>, DbError> {
    let parsed = setting::read(tx, SHIFT).await?.map(|value| value.parse::<i64>()).transpose();
    parsed.map_err(|_| DbError::Impossible { table: "setting", column: "value", id: SHIFT.to_owned() })
}

pub(super) async fn keep_shift(tx: &mut Tx, seconds: i64) -> Result<(), DbError> {
    setting::write(tx, SHIFT, &seconds.to_string()).await
}

/// Whether the six months have been told to their end.
pub(super) async fn is_told(tx: &mut Tx) -> Result<bool, DbError> {
    Ok(setting::read(tx, TOLD).await?.is_some())
}

pub(super) async fn keep_told(tx: &mut Tx) -> Result<(), DbError> {
    setting::write(tx, TOLD, "told").await
}

/// Whether anybody has an account here.
pub(super) async fn has_accounts(tx: &mut Tx) -> Result<bool, DbError> {
    let (count,): (i64,) = tx.one("SELECT COUNT(*) FROM account", &[]).await?;
    Ok(count > 0)
}

/// Messages of one subject written in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub(super) struct Written {
    pub(super) subject: String,
    pub(super) count: i64,
}

/// What was written after a moment and until another, most frequent first.
pub(super) async fn written(
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

/// How many jobs were done after a moment and until another.
pub(super) async fn jobs_done(tx: &mut Tx, after: Timestamp, until: Timestamp) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one("SELECT COUNT(*) FROM job WHERE done_at > $1 AND done_at <= $2", &[after.into(), until.into()])
        .await?;
    Ok(count)
}
