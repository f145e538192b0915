//! The table of words.

use jiff::Timestamp;
use kernel::id::AccountId;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::accounts::Accounts;
use super::model::{Content, Texts, Written};
use crate::frozen::{Scope, Span};

#[derive(FromRow)]
struct Row {
    words: String,
    accounts: String,
    version: i64,
    written_at: i64,
    written_by: String,
}

/// The version that stands, if one was ever written.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn latest(tx: &mut Tx, (scope, span): (Scope, Span)) -> Result<Option<Written>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT r.words, r.accounts, r.version, r.written_at, a.name AS written_by
             FROM report_words r JOIN account a ON a.id = r.written_by
             WHERE r.scope = $1 AND r.span = $2 ORDER BY r.version DESC LIMIT 1",
            &[scope.code().into(), span.code().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let impossible = |column| move |_| DbError::Impossible { table: "report_words", column, id: span.code() };
    let texts: Texts = serde_json::from_str(&row.words).map_err(impossible("words"))?;
    let accounts: Accounts = serde_json::from_str(&row.accounts).map_err(impossible("accounts"))?;
    let content = Content { texts, accounts };
    Ok(Some(Written { content, version: row.version, at: row.written_at, by: row.written_by }))
}

/// Adds the version after the one it was made from, `0` for the first; false when somebody was faster.
pub(super) async fn add(
    tx: &mut Tx,
    (scope, span): (Scope, Span),
    content: &Content,
    made_from: i64,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let words = serde_json::json!(content.texts).to_string();
    let accounts = serde_json::json!(content.accounts).to_string();
    let rows = tx
        .run(
            "INSERT INTO report_words (scope, span, version, words, accounts, written_at, written_by)
             SELECT $1, $2, $3 + 1, $4, $5, $6, $7
             WHERE $3 = (SELECT COALESCE(MAX(version), 0) FROM report_words WHERE scope = $1 AND span = $2)
             ON CONFLICT (scope, span, version) DO NOTHING",
            &[
                scope.code().into(),
                span.code().into(),
                made_from.into(),
                words.into(),
                accounts.into(),
                now.into(),
                by.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}
