//! The table of versions: only ever added to.

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::Content;

#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) content: Content,
    pub(crate) number: i64,
    /// Unix seconds.
    pub(crate) written_at: i64,
    pub(crate) written_by: String,
}

#[derive(FromRow)]
struct Row {
    version: i64,
    content: String,
    written_at: i64,
    written_by: String,
}

/// The version that stands, if one was ever written.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn latest(tx: &mut Tx, site: SiteId) -> Result<Option<Version>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT i.version, i.content, i.written_at, a.name AS written_by
             FROM impact_version i JOIN account a ON a.id = i.written_by
             WHERE i.site_id = $1 ORDER BY i.version DESC LIMIT 1",
            &[site.into()],
        )
        .await?;
    row.map(|row| version(row, site)).transpose()
}

/// Adds the version after the one it was made from, `0` for the first; false when somebody was faster.
pub(super) async fn add(
    tx: &mut Tx,
    site: SiteId,
    content: &Content,
    made_from: i64,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let text = serde_json::json!(content).to_string();
    let rows = tx
        .run(
            "INSERT INTO impact_version (site_id, version, content, written_at, written_by)
             SELECT $1, $2 + 1, $3, $4, $5
             WHERE $2 = (SELECT COALESCE(MAX(version), 0) FROM impact_version WHERE site_id = $1)
             ON CONFLICT (site_id, version) DO NOTHING",
            &[site.into(), made_from.into(), text.into(), now.into(), by.into()],
        )
        .await?;
    Ok(rows == 1)
}

fn version(row: Row, site: SiteId) -> Result<Version, DbError> {
    let content = serde_json::from_str(&row.content).map_err(|_| DbError::Impossible {
        table: "impact_version",
        column: "content",
        id: site.to_string(),
    })?;
    Ok(Version { content, number: row.version, written_at: row.written_at, written_by: row.written_by })
}
