//! A store taken over row by row.

use sqlx::FromRow;

use super::{Column, Table};
use crate::db::{DbError, Engine, Tx, Value};

/// Values in one statement: few enough for either engine, enough that rows do not wait for it.
const VALUES_AT_ONCE: usize = 900;

/// Writes rows into a table, each with a value for every column, in their order.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn put(tx: &mut Tx, table: &Table, rows: &[Vec<Value>]) -> Result<(), DbError> {
    let width = table.columns.len().max(1);
    for some in rows.chunks((VALUES_AT_ONCE / width).max(1)) {
        let values: Vec<Value> = some.iter().flatten().cloned().collect();
        tx.run_made(insert(table, some.len()), &values).await?;
    }
    Ok(())
}

/// `INSERT INTO site_commune (site_id, commune_code) VALUES ($1, $2), ($3, $4)`
fn insert(table: &Table, rows: usize) -> String {
    let width = table.columns.len();
    let tuples: Vec<String> = (0..rows)
        .map(|row| {
            let places: Vec<String> = (1..=width).map(|at| format!("${}", row * width + at)).collect();
            format!("({})", places.join(", "))
        })
        .collect();
    format!("INSERT INTO {} ({}) VALUES {}", table.name, table.column_names(), tuples.join(", "))
}

/// Adds a row, of which these columns are given; others have what a new row has there.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn add(tx: &mut Tx, table: &Table, columns: &[&Column], row: &[Value]) -> Result<(), DbError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let places: Vec<String> = (1..=row.len()).map(|at| format!("${at}")).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), places.join(", "));
    tx.run_made(sql, row).await?;
    Ok(())
}

/// Deletes the rows of a table of which a condition holds.
///
/// # Errors
/// [`DbError`] of the store; also while rows of other tables hang on them.
pub async fn remove(
    tx: &mut Tx,
    table: &'static str,
    condition: &'static str,
    values: &[Value],
) -> Result<(), DbError> {
    tx.run_made(format!("DELETE FROM {table} WHERE {condition}"), values).await?;
    Ok(())
}

/// Takes out every row of a table.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn clear(tx: &mut Tx, table: &Table) -> Result<(), DbError> {
    tx.run_made(format!("DELETE FROM {}", table.name), &[]).await?;
    Ok(())
}

/// References that are not held to while rows come in any order.
#[derive(Debug)]
#[must_use = "references are held to again by `hold`"]
pub struct Deferred(Vec<Reference>);

#[derive(Debug, FromRow)]
struct Reference {
    table_name: String,
    name: String,
}

/// From here until [`Deferred::hold`], in this transaction, a row may name one that is not there yet.
///
/// # Errors
/// [`DbError`] of the store; on PostgreSQL the tables must be ours.
pub async fn defer_references(tx: &mut Tx) -> Result<Deferred, DbError> {
    if tx.engine() == Engine::Sqlite {
        tx.run("PRAGMA defer_foreign_keys = ON", &[]).await?;
        return Ok(Deferred(Vec::new()));
    }
    let references: Vec<Reference> = tx
        .all(
            "SELECT CAST(CAST(conrelid AS regclass) AS TEXT) AS table_name, CAST(conname AS TEXT) AS name
             FROM pg_constraint WHERE contype = 'f' AND NOT condeferrable AND connamespace = 'public'::regnamespace",
            &[],
        )
        .await?;
    for Reference { table_name, name } in &references {
        let sql = format!("ALTER TABLE {table_name} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED");
        tx.run_made(sql, &[]).await?;
    }
    Ok(Deferred(references))
}

impl Deferred {
    /// Holds to all of them, and leaves them as they were.
    ///
    /// # Errors
    /// [`DbError::Dangling`] when a row names one that never came, and [`DbError`] of the store.
    pub async fn hold(self, tx: &mut Tx) -> Result<(), DbError> {
        if tx.engine() == Engine::Sqlite {
            let (dangling,): (i64,) = tx.one("SELECT COUNT(*) FROM pragma_foreign_key_check", &[]).await?;
            if dangling > 0 {
                return Err(DbError::Dangling);
            }
            tx.run("PRAGMA defer_foreign_keys = OFF", &[]).await?;
            return Ok(());
        }
        tx.run("SET CONSTRAINTS ALL IMMEDIATE", &[]).await.map_err(dangling)?;
        for Reference { table_name, name } in self.0 {
            tx.run_made(format!("ALTER TABLE {table_name} ALTER CONSTRAINT {name} NOT DEFERRABLE"), &[])
                .await?;
        }
        Ok(())
    }
}

fn dangling(error: DbError) -> DbError {
    match error {
        DbError::Engine(sqlx::Error::Database(e)) if e.is_foreign_key_violation() => DbError::Dangling,
        other => other,
    }
}
