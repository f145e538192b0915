//! The table of words.

use jiff::Timestamp;
use kernel::id::AccountId;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Texts, Written};
use crate::quarter::{Quarter, Scope};

#[derive(FromRow)]
struct Row {
    words: String,
    version: i64,
    written_at: i64,
    written_by: String,
}

/// The version that stands, if one was ever written.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn latest(
    tx: &mut Tx,
    (scope, quarter): (Scope, Quarter),
) -> Result<Option<Written>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT r.words, r.version, r.written_at, a.name AS written_by
             FROM report_words r JOIN account a ON a.id = r.written_by
             WHERE r.scope = $1 AND r.quarter = $2 ORDER BY r.version DESC LIMIT 1",
            &[scope.code().into(), quarter.code().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let impossible = |_| DbError::Impossible { table: "report_words", column: "words", id: quarter.code() };
    let texts: Texts = serde_json::from_str(&row.words).map_err(impossible)?;
    Ok(Some(Written { texts, version: row.version, at: row.written_at, by: row.written_by }))
}

/// Adds the version after the one it was made from, `0` for the first; false when somebody was faster.
pub(super) async fn add(
    tx: &mut Tx,
    (scope, quarter): (Scope, Quarter),
    texts: &Texts,
    made_from: i64,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let words = serde_json::json!(texts).to_string();
    let rows = tx
        .run(
            "INSERT INTO report_words (scope, quarter, version, words, written_at, written_by)
             SELECT $1, $2, $3 + 1, $4, $5, $6
             WHERE $3 = (SELECT COALESCE(MAX(version), 0) FROM report_words WHERE scope = $1 AND quarter = $2)
             ON CONFLICT (scope, quarter, version) DO NOTHING",
            &[
                scope.code().into(),
                quarter.code().into(),
                made_from.into(),
                words.into(),
                now.into(),
                by.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}
