//! Rows of a person, taken out of the tables every query reads, and put back.

use kernel::id::PersonId;
use platform::db::whole::{self, Column, Kind};
use platform::db::{DbError, Tx, Value};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

use super::{held, tables};

/// All rows of a person, table by table, those that others hang on first.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Rows(Vec<OfTable>);

/// Columns by name: one added since is as in a new row.
#[derive(Debug, Serialize, Deserialize)]
struct OfTable {
    table: String,
    columns: Vec<String>,
    rows: Vec<Vec<Json>>,
}

/// Takes them out.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn take(tx: &mut Tx, person: PersonId) -> Result<Rows, DbError> {
    let mut taken = Vec::new();
    for (held, table) in tables(tx).await? {
        let mut rows = whole::rows(tx, &table, Some((held.rows, &[person.into()]))).await?;
        // The person's own record first: those that were merged into it hang on it.
        rows.sort_by_key(|row| row.first() != Some(&person.into()));
        taken.push(OfTable {
            table: table.name.clone(),
            columns: table.columns.iter().map(|column| column.name.clone()).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(json).collect()).collect(),
        });
    }
    remove(tx, person).await?;
    Ok(Rows(taken))
}

/// Deletes them, those that hang on others first.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn remove(tx: &mut Tx, person: PersonId) -> Result<(), DbError> {
    let held: Vec<_> = held().collect();
    tx.run("DELETE FROM outlived WHERE person_id = $1", &[person.into()]).await?;
    for held in held.iter().rev() {
        whole::remove(tx, held.table, held.rows, &[person.into()]).await?;
    }
    Ok(())
}

/// Puts them back where they were.
///
/// # Errors
/// [`DbError::Unreadable`] for rows that do not fit their table any more; the store's.
pub(super) async fn put_back(tx: &mut Tx, taken: &Rows) -> Result<(), DbError> {
    let tables = whole::tables(tx).await?;
    for OfTable { table, columns, rows } in &taken.0 {
        let unreadable = || DbError::Unreadable(table.clone());
        let table = tables.iter().find(|known| known.name == *table).ok_or_else(unreadable)?;
        let named = |name: &String| table.columns.iter().find(|column| column.name == *name);
        let columns: Vec<&Column> =
            columns.iter().map(named).collect::<Option<_>>().ok_or_else(unreadable)?;
        for row in rows {
            let values = row.iter().zip(&columns).map(|(value, column)| value_of(value, column.kind));
            let values: Vec<Value> = values.collect::<Option<_>>().ok_or_else(unreadable)?;
            whole::add(tx, table, &columns, &values).await?;
        }
    }
    Ok(())
}

/// As they were written down.
///
/// # Errors
/// [`DbError::Unreadable`].
pub(super) fn read(content: &str) -> Result<Rows, DbError> {
    serde_json::from_str(content).map_err(|error| DbError::Unreadable(error.to_string()))
}

fn json(value: Value) -> Json {
    match value {
        Value::Int(value) => value.into(),
        Value::Text(value) => value.into(),
        Value::Bool(value) => value.into(),
        Value::Uuid(value) => value.map(|id| id.to_string()).into(),
    }
}

/// None for what a column of this kind cannot hold.
fn value_of(value: &Json, kind: Kind) -> Option<Value> {
    if value.is_null() {
        return Some(match kind {
            Kind::Int => Value::Int(None),
            Kind::Text => Value::Text(None),
            Kind::Bool => Value::Bool(None),
            Kind::Uuid => Value::Uuid(None),
        });
    }
    Some(match kind {
        Kind::Int => Value::Int(Some(value.as_i64()?)),
        Kind::Text => Value::Text(Some(value.as_str()?.to_owned())),
        Kind::Bool => Value::Bool(Some(value.as_bool()?)),
        Kind::Uuid => Value::Uuid(Some(value.as_str()?.parse::<Uuid>().ok()?)),
    })
}
