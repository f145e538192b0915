//! The two derived tables.

use kernel::id::SiteId;
use platform::db::{DbError, Tx};
use uuid::Uuid;

use super::MONTH;
use crate::figures::journey::Journeys;

/// Who reads a sheet: another program may count other things.
pub(super) const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " 1");

/// The sheets of the months that have a moment from one on and before another, in order; none of those that
/// changed since.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn kept(
    tx: &mut Tx,
    site: SiteId,
    (from, before): (i64, i64),
) -> Result<Vec<(i64, Vec<u8>)>, DbError> {
    let months = (from.div_euclid(MONTH), before.saturating_sub(1).div_euclid(MONTH));
    tx.all(
        "SELECT m.month, m.sheet FROM derived_month m
         WHERE m.site_id = $1 AND m.month >= $2 AND m.month <= $3 AND m.program = $4
           AND NOT EXISTS (SELECT 1 FROM derived_change c WHERE c.site_id = m.site_id AND c.month = m.month)
         ORDER BY m.month",
        &[site.into(), months.0.into(), months.1.into(), PROGRAM.into()],
    )
    .await
}

/// What a sheet holds.
///
/// # Errors
/// [`DbError::Impossible`] for one that this program did not write.
pub(super) fn opened(sheet: &[u8]) -> Result<Journeys, DbError> {
    let impossible = |flaw: postcard::Error| DbError::Impossible {
        table: "derived_month",
        column: "sheet",
        id: flaw.to_string(),
    };
    postcard::from_bytes(sheet).map_err(impossible)
}

/// As [`opened`] reads it.
pub(super) fn written(journeys: &Journeys) -> Option<Vec<u8>> {
    postcard::to_extend(journeys, Vec::new()).ok()
}

/// Replaces a month's sheet; none is kept of nobody, nor where it cannot be written down.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn keep(tx: &mut Tx, site: SiteId, month: i64, made: &Journeys) -> Result<(), DbError> {
    let key = [site.into(), month.into()];
    tx.run("DELETE FROM derived_month WHERE site_id = $1 AND month = $2", &key).await?;
    if let Some(bytes) = written(made).filter(|_| !made.each.is_empty()) {
        let sql = "INSERT INTO derived_month (site_id, month, program, sheet) VALUES ($1, $2, $3, $4)";
        tx.run_with_bytes(sql, &[site.into(), month.into(), PROGRAM.into()], bytes).await?;
    }
    Ok(())
}

/// Takes the word of changes away, of so many months; whoever takes it makes their sheets again.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn take_changes(tx: &mut Tx, most: i64) -> Result<Vec<(SiteId, i64)>, DbError> {
    let rows: Vec<(Uuid, i64)> = tx
        .all(
            "DELETE FROM derived_change WHERE (site_id, month) IN
                (SELECT DISTINCT site_id, month FROM derived_change ORDER BY site_id, month LIMIT $1)
             RETURNING site_id, month",
            &[most.into()],
        )
        .await?;
    let mut taken: Vec<_> = rows.into_iter().map(|(site, month)| (SiteId(site), month)).collect();
    taken.sort_unstable_by_key(|(site, month)| (site.0, *month));
    taken.dedup();
    Ok(taken)
}

/// Leaves word of every month that has a sheet.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn forget_all(tx: &mut Tx) -> Result<(), DbError> {
    let sql = "INSERT INTO derived_change (site_id, month, by_transaction)
               SELECT site_id, month, 0 FROM derived_month ON CONFLICT DO NOTHING";
    tx.run(sql, &[]).await?;
    Ok(())
}

/// Leaves word of every month of which another program made the sheet.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn forget_others(tx: &mut Tx) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO derived_change (site_id, month, by_transaction)
         SELECT site_id, month, 0 FROM derived_month WHERE program <> $1 ON CONFLICT DO NOTHING",
        &[PROGRAM.into()],
    )
    .await?;
    tx.run("DELETE FROM derived_month WHERE program <> $1", &[PROGRAM.into()]).await?;
    Ok(())
}
