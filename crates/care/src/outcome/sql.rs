//! What is read of reviews and closings.

use jiff::Timestamp;
use kernel::id::{CaseId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;

/// A closing as the case keeps it.
#[derive(Clone, Debug, FromRow)]
pub struct Closed {
    pub outcome_note: Option<String>,
    /// Unix seconds.
    pub closed_at: Option<i64>,
}

/// # Errors
/// [`DbError`] of the store.
pub async fn closed(tx: &mut Tx, case: CaseId) -> Result<Option<Closed>, DbError> {
    tx.maybe("SELECT outcome_note, closed_at FROM case_file WHERE id = $1", &[case.into()]).await
}

/// Whether somebody ever looked back with the person.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn was_reviewed(tx: &mut Tx, case: CaseId) -> Result<bool, DbError> {
    let (count,): (i64,) = tx
        .one("SELECT COUNT(*) FROM case_event WHERE case_id = $1 AND kind = 'reviewed'", &[case.into()])
        .await?;
    Ok(count > 0)
}

/// How many cases a site closed from a moment on and before another, and how many of those without
/// ever looking back.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn closed_and_never_reviewed(
    tx: &mut Tx,
    site: SiteId,
    (from, before): (Timestamp, Timestamp),
) -> Result<(i64, i64), DbError> {
    tx.one(
        "SELECT COUNT(*), COUNT(CASE WHEN NOT EXISTS (
                    SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.kind = 'reviewed') THEN 1 END)
         FROM case_file c
         WHERE c.site_id = $1 AND c.state = 'closed' AND c.closed_at >= $2 AND c.closed_at < $3",
        &[site.into(), from.into(), before.into()],
    )
    .await
}
