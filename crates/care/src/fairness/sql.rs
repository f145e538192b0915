//! The table of showings.

use std::collections::BTreeMap;

use kernel::coded::Coded;
use kernel::id::SiteId;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Kind, Tally};

/// Adds showings to those of a site's month, written `2026-03`.
pub(super) async fn add(tx: &mut Tx, site: SiteId, month: &str, tally: &Tally) -> Result<(), DbError> {
    // In one order: two lists shown at once wait for one another and never both.
    for ((kind, code), times) in &tally.0 {
        tx.run(
            "INSERT INTO showing (site_id, month, kind, code, times) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (site_id, month, kind, code)
             DO UPDATE SET times = showing.times + excluded.times",
            &[site.into(), month.into(), kind.code().into(), code.as_str().into(), i64::from(*times).into()],
        )
        .await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Row {
    kind: String,
    code: String,
    times: i64,
}

/// All of a site since a month, that one included.
pub(super) async fn since(tx: &mut Tx, site: SiteId, month: &str) -> Result<Tally, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT kind, code, CAST(SUM(times) AS BIGINT) AS times FROM showing
             WHERE site_id = $1 AND month >= $2 GROUP BY kind, code",
            &[site.into(), month.into()],
        )
        .await?;
    let mut tally = BTreeMap::new();
    for row in rows {
        let impossible = || DbError::Impossible { table: "showing", column: "kind", id: row.kind.clone() };
        let kind = Kind::from_code(&row.kind).ok_or_else(impossible)?;
        tally.insert((kind, row.code), u32::try_from(row.times).unwrap_or(u32::MAX));
    }
    Ok(Tally(tally))
}
