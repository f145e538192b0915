//! What is read of reviews and closings.

use kernel::id::CaseId;
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
