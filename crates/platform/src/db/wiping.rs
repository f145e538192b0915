//! What was erased leaves no byte in the store's files either.
//!
//! SQLite overwrites what is deleted (`secure_delete`, set when it is opened), but its write-ahead log
//! keeps older pages until it is folded in; PostgreSQL keeps dead rows until their table is written
//! anew, and samples of what columns hold. None of it can happen within the transaction that erases: it
//! leaves word, and the worker wipes. PostgreSQL's own log is the administrator's to let go.

use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::open::Pools;
use super::{Db, DbError, Tx, setting, whole};

/// Names of the tables rows were erased from, between spaces.
const LEFT: &str = "wipe";

impl Tx {
    /// Leaves word that rows of these tables were erased for good.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub async fn wipe(&mut self, tables: impl IntoIterator<Item = &'static str>) -> Result<(), DbError> {
        let mut names: Vec<String> = left(self).await?;
        names.extend(tables.into_iter().map(str::to_owned));
        names.sort_unstable();
        names.dedup();
        setting::write(self, LEFT, &names.join(" ")).await
    }
}

/// Wipes what transactions left word of; false when there was nothing.
///
/// # Errors
/// [`DbError`] of the store; the word then stays.
pub async fn wipe(db: &Db) -> Result<bool, DbError> {
    let mut tx = db.read().await?;
    let names = left(&mut tx).await?;
    if names.is_empty() {
        return Ok(false);
    }
    let known = whole::tables(&mut tx).await?;
    tx.commit().await?;
    match &db.pools {
        Pools::Lite { writer, .. } => fold_in(writer).await?,
        Pools::Pg(pool) => {
            for table in known.iter().filter(|table| names.contains(&table.name)) {
                write_anew(pool, &table.name).await?;
            }
            // The samples themselves are rows.
            run(pool, "VACUUM (FULL) pg_catalog.pg_statistic".to_owned()).await?;
        }
    }
    let mut tx = db.begin().await?;
    // Another erasure may have left word meanwhile: its tables stay.
    if left(&mut tx).await? == names {
        setting::write(&mut tx, LEFT, "").await?;
    }
    tx.commit().await?;
    Ok(true)
}

async fn left(tx: &mut Tx) -> Result<Vec<String>, DbError> {
    let names = setting::read(tx, LEFT).await?.unwrap_or_default();
    Ok(names.split_whitespace().map(str::to_owned).collect())
}

async fn fold_in(writer: &SqlitePool) -> Result<(), DbError> {
    let (is_busy, _, _): (i64, i64, i64) =
        sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(writer).await?;
    if is_busy == 0 { Ok(()) } else { Err(DbError::Busy) }
}

/// Nobody reads a table while it is written anew.
async fn write_anew(pool: &PgPool, table: &str) -> Result<(), DbError> {
    let columns: Vec<(String,)> = sqlx::query_as(
        "SELECT CAST(c.column_name AS TEXT) FROM information_schema.columns c
         WHERE c.table_schema = 'public' AND c.table_name = $1 AND c.data_type = 'text'
           AND NOT EXISTS (SELECT 1 FROM information_schema.view_column_usage u
                           WHERE u.table_name = c.table_name AND u.column_name = c.column_name)",
    )
    .bind(table)
    .fetch_all(pool)
    .await?;
    // An empty table is not sampled again: to say anew what its columns are forgets its samples.
    let said: Vec<String> =
        columns.iter().map(|(column,)| format!("ALTER COLUMN {column} TYPE TEXT")).collect();
    if !said.is_empty() {
        run(pool, format!("ALTER TABLE {table} {}", said.join(", "))).await?;
    }
    run(pool, format!("VACUUM (FULL, ANALYZE) {table}")).await
}

/// Runs a text made of names the store itself gave.
async fn run(pool: &PgPool, sql: String) -> Result<(), DbError> {
    sqlx::query(AssertSqlSafe(sql)).execute(pool).await?;
    Ok(())
}
