//! What was erased leaves no byte in the store's files either.
//!
//! SQLite overwrites what is deleted (`secure_delete`, set when it is opened), but its write-ahead log
//! keeps older pages until it is folded in; PostgreSQL keeps dead rows until their table is written
//! anew, and samples of what columns hold. None of it can happen within the transaction that erases: it
//! leaves word, and the worker wipes. PostgreSQL's own log is the administrator's to let go.

use sqlx::{AssertSqlSafe, PgConnection, PgPool, SqlitePool};
use uuid::Uuid;

use super::open::{PATIENCE, Pools};
use super::{Db, DbError, Tx, setting, whole};

#[cfg(test)]
mod tests;

/// A word of its own for the last erasure, then the names of the tables rows were erased from.
const LEFT: &str = "wipe";

impl Tx {
    /// Leaves word that rows of these tables were erased for good.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub async fn wipe(&mut self, tables: impl IntoIterator<Item = &'static str>) -> Result<(), DbError> {
        let mut names: Vec<String> = left(self).await?.into_iter().skip(1).collect();
        names.extend(tables.into_iter().map(str::to_owned));
        names.sort_unstable();
        names.dedup();
        // New each time: whoever wipes sees that more was erased meanwhile.
        setting::write(self, LEFT, &format!("{} {}", Uuid::now_v7(), names.join(" "))).await
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
            let tables: Vec<&str> = known
                .iter()
                .map(|table| table.name.as_str())
                .filter(|name| names.iter().any(|n| n == name))
                .collect();
            all_anew(pool, &tables).await?;
        }
    }
    let mut tx = db.begin().await?;
    // Another erasure may have left word meanwhile: it is wiped next time.
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

/// While it waits for readers, nobody writes: it does not wait for long.
async fn fold_in(writer: &SqlitePool) -> Result<(), DbError> {
    let mut connection = writer.acquire().await?;
    sqlx::query("PRAGMA busy_timeout = 200").execute(&mut *connection).await?;
    let folded = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await;
    let patience = format!("PRAGMA busy_timeout = {}", PATIENCE.as_millis());
    sqlx::query(AssertSqlSafe(patience)).execute(&mut *connection).await?;
    let (is_busy, _, _): (i64, i64, i64) = folded?;
    if is_busy == 0 { Ok(()) } else { Err(DbError::Busy) }
}

/// Gives way to whoever uses a table, a backup among them, and to be tried again: nobody else may wait
/// behind us.
async fn all_anew(pool: &PgPool, tables: &[&str]) -> Result<(), DbError> {
    let mut connection = pool.acquire().await?;
    run(&mut connection, "SET lock_timeout = '2s'".to_owned()).await?;
    let done = each_anew(&mut connection, tables).await;
    run(&mut connection, "RESET lock_timeout".to_owned()).await?;
    done
}

async fn each_anew(connection: &mut PgConnection, tables: &[&str]) -> Result<(), DbError> {
    nobody_sees_what_was(connection).await?;
    for table in tables {
        write_anew(connection, table).await?;
    }
    // The samples are rows themselves, and have only now gone.
    nobody_sees_what_was(connection).await?;
    run(connection, "VACUUM (FULL) pg_catalog.pg_statistic".to_owned()).await
}

/// Rows that a transaction still under way may see are copied when a table is written anew: later, then.
///
/// It may see them if its snapshot is older than now, or if it will take one that counts as under way a
/// writer older than now, be it of another database of the server.
async fn nobody_sees_what_was(connection: &mut PgConnection) -> Result<(), DbError> {
    let (now,): (String,) =
        sqlx::query_as("SELECT CAST(pg_current_xact_id() AS TEXT)").fetch_one(&mut *connection).await?;
    let (nobody,): (bool,) = sqlx::query_as(
        "SELECT pg_snapshot_xmin(pg_current_snapshot()) > CAST($1 AS xid8)
            AND NOT EXISTS (SELECT 1 FROM pg_stat_activity
                            WHERE COALESCE(datname = current_database(), TRUE) AND pid <> pg_backend_pid()
                              AND age(backend_xmin) > age(CAST(CAST($1 AS xid8) AS xid)))",
    )
    .bind(now)
    .fetch_one(connection)
    .await?;
    if nobody { Ok(()) } else { Err(DbError::Busy) }
}

/// Nobody reads a table while it is written anew.
async fn write_anew(connection: &mut PgConnection, table: &str) -> Result<(), DbError> {
    let columns: Vec<(String,)> = sqlx::query_as(
        "SELECT CAST(c.column_name AS TEXT) FROM information_schema.columns c
         WHERE c.table_schema = 'public' AND c.table_name = $1 AND c.data_type = 'text'
           AND NOT EXISTS (SELECT 1 FROM information_schema.view_column_usage u
                           WHERE u.table_name = c.table_name AND u.column_name = c.column_name)",
    )
    .bind(table)
    .fetch_all(&mut *connection)
    .await?;
    // An empty table is not sampled again: to say anew what its columns are forgets its samples.
    let said: Vec<String> =
        columns.iter().map(|(column,)| format!("ALTER COLUMN {column} TYPE TEXT")).collect();
    if !said.is_empty() {
        run(connection, format!("ALTER TABLE {table} {}", said.join(", "))).await?;
    }
    run(connection, format!("VACUUM (FULL, ANALYZE) {table}")).await
}

/// Runs a text made of names the store itself gave.
async fn run(connection: &mut PgConnection, sql: String) -> Result<(), DbError> {
    sqlx::query(AssertSqlSafe(sql)).execute(connection).await?;
    Ok(())
}
