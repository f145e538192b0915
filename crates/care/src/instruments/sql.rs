//! What teams chose, and the files they brought.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::id::{AccountId, InstrumentId, SiteId};
use measure::Instrument;
use platform::db::{DbError, Tx};

/// Where a team said otherwise than usual, by code.
pub(super) async fn choices(tx: &mut Tx, site: SiteId) -> Result<BTreeMap<String, bool>, DbError> {
    let sql = "SELECT code, is_used FROM instrument_choice WHERE site_id = $1";
    let rows: Vec<(String, bool)> = tx.all(sql, &[site.into()]).await?;
    Ok(rows.into_iter().collect())
}

pub(super) async fn choose(tx: &mut Tx, site: SiteId, code: &str, is_used: bool) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO instrument_choice (site_id, code, is_used) VALUES ($1, $2, $3)
         ON CONFLICT (site_id, code) DO UPDATE SET is_used = excluded.is_used",
        &[site.into(), code.into(), is_used.into()],
    )
    .await?;
    Ok(())
}

/// The latest file of each code that a team brought.
pub(super) async fn latest(tx: &mut Tx, site: SiteId) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT b.file FROM brought_instrument b WHERE b.site_id = $1 AND NOT EXISTS
                 (SELECT 1 FROM brought_instrument later WHERE later.site_id = b.site_id
                  AND later.code = b.code AND later.id > b.id)
             ORDER BY b.code",
            &[site.into()],
        )
        .await?;
    Ok(rows.into_iter().map(|(file,)| file).collect())
}

pub(super) async fn brought(
    tx: &mut Tx,
    site: SiteId,
    (code, version): (&str, &str),
) -> Result<Option<String>, DbError> {
    let sql = "SELECT file FROM brought_instrument WHERE site_id = $1 AND code = $2 AND version = $3";
    let row: Option<(String,)> = tx.maybe(sql, &[site.into(), code.into(), version.into()]).await?;
    Ok(row.map(|(file,)| file))
}

pub(super) async fn insert(
    tx: &mut Tx,
    (id, site): (InstrumentId, SiteId),
    (instrument, file): (&Instrument, &str),
    (by, now): (AccountId, Timestamp),
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO brought_instrument (id, site_id, code, version, file, brought_by, brought_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            id.into(),
            site.into(),
            instrument.code.as_str().into(),
            instrument.version.as_str().into(),
            file.into(),
            by.into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}
