//! Versions of what studies do.

use jiff::Timestamp;
use kernel::id::{AccountId, StudyId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::study::model::Protocol;

/// A version, and who wrote it.
#[derive(Clone, Debug)]
pub(in crate::study) struct Version {
    pub(in crate::study) number: i64,
    pub(in crate::study) protocol: Protocol,
    /// Why, once somebody took part.
    pub(in crate::study) reason: Option<String>,
    pub(in crate::study) written_by: String,
    /// Unix seconds.
    pub(in crate::study) written_at: i64,
}

#[derive(FromRow)]
struct Row {
    number: i64,
    content: String,
    reason: Option<String>,
    written_by: String,
    written_at: i64,
}

/// False when somebody wrote that version before.
pub(in crate::study) async fn insert(
    tx: &mut Tx,
    study: StudyId,
    (number, protocol): (i64, &Protocol),
    reason: Option<&str>,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    // Texts, numbers and lists of them have a JSON form.
    let content = serde_json::to_string(protocol).unwrap_or_default();
    let written = tx
        .run(
            "INSERT INTO study_protocol (study_id, number, content, reason, written_by, written_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (study_id, number) DO NOTHING",
            &[study.into(), number.into(), content.into(), reason.into(), by.into(), now.into()],
        )
        .await?;
    Ok(written == 1)
}

/// All of them, the latest first.
pub(in crate::study) async fn all(tx: &mut Tx, study: StudyId) -> Result<Vec<Version>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT p.number, p.content, p.reason, a.name AS written_by, p.written_at
             FROM study_protocol p JOIN account a ON a.id = p.written_by
             WHERE p.study_id = $1 ORDER BY p.number DESC",
            &[study.into()],
        )
        .await?;
    rows.into_iter().map(|row| version(row, study)).collect()
}

pub(super) fn read(content: &str, study: Uuid) -> Result<Protocol, DbError> {
    serde_json::from_str(content).map_err(|_| DbError::Impossible {
        table: "study_protocol",
        column: "content",
        id: study.to_string(),
    })
}

fn version(row: Row, study: StudyId) -> Result<Version, DbError> {
    Ok(Version {
        number: row.number,
        protocol: read(&row.content, study.0)?,
        reason: row.reason,
        written_by: row.written_by,
        written_at: row.written_at,
    })
}
