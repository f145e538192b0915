//! What connections tell about resources.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::id::CaseId;
use platform::db::{DbError, Tx};

use super::model::{Asked, Past};

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

/// Requests that wait at each resource, or were sent to it since a moment; those of one case aside.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn asked(
    tx: &mut Tx,
    since: Timestamp,
    but: CaseId,
) -> Result<BTreeMap<String, Asked>, DbError> {
    let rows: Vec<(String, i64, i64)> = tx
        .all(
            "SELECT resource_id,
                    CAST(SUM(CASE WHEN state IN ('asked', 'waitlisted') THEN 1 ELSE 0 END) AS BIGINT),
                    CAST(SUM(CASE WHEN asked_at >= $1 THEN 1 ELSE 0 END) AS BIGINT)
             FROM connection
             WHERE (state IN ('asked', 'waitlisted') OR asked_at >= $1) AND case_id <> $2
             GROUP BY resource_id",
            &[since.into(), but.into()],
        )
        .await?;
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let read =
        |(id, waiting, this_month)| (id, Asked { waiting: number(waiting), this_month: number(this_month) });
    Ok(rows.into_iter().map(read).collect())
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
