//! What a store says of itself.

use std::collections::BTreeMap;

use super::{Db, DbError, Tx};

/// How many faults are worth listing before somebody restores a backup.
const MOST_FAULTS: usize = 3;

/// What SQLite finds wrong with its file; empty when nothing is.
///
/// # Errors
/// [`DbError`] of the store: a file too damaged to be asked, or another engine.
pub async fn damage(db: &Db) -> Result<Vec<String>, DbError> {
    let mut tx = db.read().await?;
    let found: Vec<(String,)> = tx
        .all("SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &[])
        .await?;
    let mut damage: Vec<String> = found.into_iter().map(|(line,)| line).take(MOST_FAULTS).collect();
    let (orphans,): (i64,) = tx.one("SELECT COUNT(*) FROM pragma_foreign_key_check", &[]).await?;
    if orphans > 0 {
        damage.push(format!("foreign_key_check: {orphans}"));
    }
    Ok(damage)
}

/// Migrations applied, by version, with the checksum of each.
///
/// # Errors
/// [`DbError`] of the store, where nothing was ever migrated too.
pub async fn applied(db: &Db) -> Result<BTreeMap<i64, Vec<u8>>, DbError> {
    applied_in(&mut db.read().await?).await
}

/// The same as a transaction sees it.
///
/// # Errors
/// See [`applied`].
pub async fn applied_in(tx: &mut Tx) -> Result<BTreeMap<i64, Vec<u8>>, DbError> {
    let rows: Vec<(i64, Vec<u8>)> =
        tx.all("SELECT version, checksum FROM _sqlx_migrations WHERE success", &[]).await?;
    Ok(rows.into_iter().collect())
}
