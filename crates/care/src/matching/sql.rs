//! What connections tell about resources.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::id::CaseId;
use platform::db::{DbError, Tx};

use super::model::Past;

/// What a case already knows of each resource it was tied to.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn past(tx: &mut Tx, case: CaseId) -> Result<BTreeMap<String, Past>, DbError> {
    let rows: Vec<(String, i64)> = tx
        .all(
            "SELECT resource_id, CAST(SUM(CASE WHEN state IN ('declined', 'expired', 'dropped') THEN 0 ELSE 1 END) AS BIGINT)
             FROM connection WHERE case_id = $1 GROUP BY resource_id",
            &[case.into()],
        )
        .await?;
    let past = |open| if open > 0 { Past::Tied } else { Past::Tried };
    Ok(rows.into_iter().map(|(resource, open)| (resource, past(open))).collect())
}

/// How many requests other cases have sent to each resource since a moment, that are still open.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn asked_since(
    tx: &mut Tx,
    since: Timestamp,
    but: CaseId,
) -> Result<Vec<(String, i64)>, DbError> {
    tx.all(
        "SELECT resource_id, COUNT(*) FROM connection
         WHERE state IN ('asked', 'waitlisted', 'accepted', 'introduced') AND asked_at >= $1 AND case_id <> $2
         GROUP BY resource_id",
        &[since.into(), but.into()],
    )
    .await
}
