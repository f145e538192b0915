//! What the doctor asks the store: counts over every context's tables, never a row of a person.
//!
//! The one place outside a table's own context that reads it; it writes nothing.

use std::collections::HashMap;

use jiff::Timestamp;
use platform::db::{Db, DbError, Tx};

/// What SQLite finds wrong with its file; empty when nothing is.
pub(super) async fn damage(db: &Db) -> Result<Vec<String>, DbError> {
    let mut tx = db.read().await?;
    let found: Vec<(String,)> = tx
        .all("SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &[])
        .await?;
    let mut damage: Vec<String> = found.into_iter().map(|(line,)| line).take(3).collect();
    let (orphans,): (i64,) = tx.one("SELECT COUNT(*) FROM pragma_foreign_key_check", &[]).await?;
    if orphans > 0 {
        damage.push(format!("foreign_key_check: {orphans}"));
    }
    Ok(damage)
}

/// Applied migrations and their checksums.
pub(super) async fn applied(db: &Db) -> Result<HashMap<i64, Vec<u8>>, DbError> {
    let mut tx = db.read().await?;
    let rows: Vec<(i64, Vec<u8>)> =
        tx.all("SELECT version, checksum FROM _sqlx_migrations WHERE success", &[]).await?;
    Ok(rows.into_iter().collect())
}

pub(super) async fn latest_entry(tx: &mut Tx) -> Result<Option<i64>, DbError> {
    let (at,): (Option<i64>,) = tx.one("SELECT MAX(at) FROM audit_entry", &[]).await?;
    Ok(at)
}

pub(super) async fn late_jobs(tx: &mut Tx, before: Timestamp) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at < $1";
    let (count,): (i64,) = tx.one(sql, &[before.into()]).await?;
    Ok(count)
}

/// How many were given up, and why the last one was.
pub(super) async fn failed_jobs(tx: &mut Tx) -> Result<(i64, Option<String>), DbError> {
    tx.one(
        "SELECT COUNT(*), (SELECT last_error FROM job WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 1)
         FROM job WHERE failed_at IS NOT NULL",
        &[],
    )
    .await
}

pub(super) async fn waiting_mail(tx: &mut Tx, before: Timestamp) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND created_at < $1";
    let (count,): (i64,) = tx.one(sql, &[before.into()]).await?;
    Ok(count)
}

/// How many were given up, and why the last one was.
pub(super) async fn failed_mail(tx: &mut Tx) -> Result<(i64, Option<String>), DbError> {
    tx.one(
        "SELECT COUNT(*),
                (SELECT last_error FROM outbox WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 1)
         FROM outbox WHERE failed_at IS NOT NULL",
        &[],
    )
    .await
}

pub(super) async fn sites(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,): (i64,) = tx.one("SELECT COUNT(*) FROM site", &[]).await?;
    Ok(count)
}

/// Open accounts of administrators who have chosen their pass phrase.
pub(super) async fn administrators(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(DISTINCT a.id) FROM account a JOIN membership m ON m.account_id = a.id
             WHERE m.role = 'administrator' AND a.closed_at IS NULL AND a.password_hash IS NOT NULL",
            &[],
        )
        .await?;
    Ok(count)
}

/// Names of sites where a referral would reach nobody.
pub(super) async fn sites_without_link_worker(tx: &mut Tx) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT s.name FROM site s WHERE NOT EXISTS
                (SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
                 WHERE m.site_id = s.id AND m.role IN ('link_worker', 'coordinator') AND a.closed_at IS NULL)
             ORDER BY s.name",
            &[],
        )
        .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// How many resources are listed, and when one last changed.
pub(super) async fn resources(tx: &mut Tx) -> Result<(i64, Option<i64>), DbError> {
    tx.one("SELECT COUNT(*), MAX(changed_at) FROM resource WHERE gone_since IS NULL", &[]).await
}
