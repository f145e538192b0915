//! What has been kept long enough goes once it was seen to be due on thirty different days, one run a day:
//! a clock that jumps takes nothing away, and once it is put right those days are forgotten.
//!
//! Table owned: `due_to_go`.

use jiff::civil::Date;

use crate::db::{DbError, Tx};

/// On how many days it must be seen to be due.
pub const DAYS: i64 = 30;

/// Counts today, once. The number it was due up to on the first of these days, when there were enough.
pub(crate) async fn exhausted(
    tx: &mut Tx,
    what: &str,
    up_to: i64,
    today: Date,
) -> Result<Option<i64>, DbError> {
    let (first, days): (i64, i64) = tx
        .one(
            "INSERT INTO due_to_go (what, up_to, days, last_day) VALUES ($1, $2, 1, $3)
             ON CONFLICT (what) DO UPDATE SET
                 days = CASE WHEN due_to_go.last_day = excluded.last_day THEN due_to_go.days ELSE due_to_go.days + 1 END,
                 last_day = excluded.last_day
             RETURNING up_to, days",
            &[what.into(), up_to.into(), today.into()],
        )
        .await?;
    Ok((days >= DAYS).then_some(first))
}

/// It went.
pub(crate) async fn over(tx: &mut Tx, what: &str) -> Result<(), DbError> {
    tx.run("DELETE FROM due_to_go WHERE what = $1", &[what.into()]).await?;
    Ok(())
}

/// Whatever was not seen today is not due any more. After everything that may be.
pub(crate) async fn lapse(tx: &mut Tx, today: Date) -> Result<(), DbError> {
    tx.run("DELETE FROM due_to_go WHERE last_day <> $1", &[today.into()]).await?;
    Ok(())
}
