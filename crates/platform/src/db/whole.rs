//! A store as a whole: its tables and their rows, whatever they mean. For what must not forget any:
//! copies, comparisons, what is held of a person.

use kernel::coded::Coded;
use sha2::{Digest, Sha256};
use sqlx::FromRow;

use super::{DbError, Engine, Tx, Value};

/// A table as the store itself describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

kernel::coded! {
    /// What a column holds, by the name both engines know it under.
    Kind {
        Int = "bigint",
        Text = "text",
        Bool = "boolean",
        Uuid = "uuid",
    }
}

/// Every table of the contexts, by name; not those the engine or the migrations keep for themselves.
///
/// # Errors
/// [`DbError::UnknownKind`] for a column of a kind nothing here is made of; the store's.
pub async fn tables(tx: &mut Tx) -> Result<Vec<Table>, DbError> {
    #[derive(FromRow)]
    struct Row {
        name: String,
        column_name: String,
        kind: String,
    }
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT t.name, c.name AS column_name, lower(c.type) AS kind
             FROM sqlite_master t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_sqlx%' ESCAPE '\\'
             ORDER BY t.name, c.cid"
        }
        Engine::Postgres => {
            "SELECT CAST(c.table_name AS TEXT) AS name, CAST(c.column_name AS TEXT) AS column_name,
                    CAST(c.data_type AS TEXT) AS kind
             FROM information_schema.columns c JOIN information_schema.tables t
               ON t.table_schema = c.table_schema AND t.table_name = c.table_name
             WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE '\\_sqlx%'
             ORDER BY c.table_name COLLATE \"C\", c.ordinal_position"
        }
    };
    let mut tables: Vec<Table> = Vec::new();
    for row in tx.all::<Row>(sql, &[]).await? {
        let unknown = || DbError::UnknownKind(format!("{}.{}: {}", row.name, row.column_name, row.kind));
        let kind = Kind::from_code(&row.kind).ok_or_else(unknown)?;
        let column = Column { name: row.column_name, kind };
        match tables.last_mut().filter(|table| table.name == row.name) {
            Some(table) => table.columns.push(column),
            None => tables.push(Table { name: row.name, columns: vec![column] }),
        }
    }
    Ok(tables)
}

/// Rows of a table, in no order: all of them, or those of which a condition holds.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn rows(
    tx: &mut Tx,
    table: &Table,
    of: Option<(&'static str, &[Value])>,
) -> Result<Vec<Vec<Value>>, DbError> {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let (condition, values) = of.unwrap_or(("1 = 1", &[]));
    let sql = format!("SELECT {} FROM {} WHERE {condition}", columns.join(", "), table.name);
    let kinds: Vec<Kind> = table.columns.iter().map(|column| column.kind).collect();
    tx.untyped(sql, values, &kinds).await
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
    tx.run_named(format!("DELETE FROM {table} WHERE {condition}"), values).await
}

/// Adds a row, of which these columns are given; others have what a new row has there.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn add(tx: &mut Tx, table: &Table, columns: &[&Column], row: &[Value]) -> Result<(), DbError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let places: Vec<String> = (1..=row.len()).map(|at| format!("${at}")).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), places.join(", "));
    tx.run_named(sql, row).await
}

/// What all rows of these tables say, on either engine the same, in whatever order they lie: a digest
/// of each row's, sorted, table by table.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn fingerprint(tx: &mut Tx, which: impl Fn(&str) -> bool) -> Result<String, DbError> {
    let mut whole = Sha256::new();
    for table in tables(tx).await?.iter().filter(|table| which(&table.name)) {
        let mut digests: Vec<[u8; 32]> = rows(tx, table, None).await?.iter().map(|row| digest(row)).collect();
        digests.sort_unstable();
        whole.update(table.name.as_bytes());
        whole.update([0]);
        digests.iter().for_each(|digest| whole.update(digest));
    }
    Ok(whole.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn digest(row: &[Value]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for value in row {
        let (kind, bytes): (u8, Option<Vec<u8>>) = match value {
            Value::Int(v) => (1, v.map(|v| v.to_be_bytes().to_vec())),
            Value::Text(v) => (2, v.as_ref().map(|v| v.as_bytes().to_vec())),
            Value::Bool(v) => (3, v.map(|v| vec![u8::from(v)])),
            Value::Uuid(v) => (4, v.map(|v| v.as_bytes().to_vec())),
        };
        let length = bytes.as_ref().map_or(u64::MAX, |bytes| u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        digest.update([kind]);
        digest.update(length.to_be_bytes());
        digest.update(bytes.unwrap_or_default());
    }
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;
    use crate::testing::{Team, on_both_engines};

    #[tokio::test]
    async fn a_store_describes_itself_alike_on_both_engines() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test| async move {
                let tables = tables(&mut test.tx().await).await.unwrap();
                let site = tables.iter().find(|table| table.name == "site_commune").unwrap();
                let columns: Vec<(&str, Kind)> =
                    site.columns.iter().map(|column| (column.name.as_str(), column.kind)).collect();
                assert_eq!(columns, [("site_id", Kind::Uuid), ("commune_code", Kind::Text)]);
                assert!(tables.iter().all(|table| !table.name.starts_with("_sqlx")));
                assert!(tables.iter().any(|table| table.name == "setting"));
            },
        )
        .await;
    }

    #[tokio::test]
    async fn one_changed_value_changes_what_the_whole_says() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test| async move {
                Team::at_bron(&test).await;
                let said =
                    async || fingerprint(&mut test.tx().await, |table| table != "session").await.unwrap();
                let before = said().await;
                assert_eq!(said().await, before);
                let mut tx = test.tx().await;
                tx.run("UPDATE account SET phone = '' WHERE phone IS NULL", &[]).await.unwrap();
                tx.commit().await.unwrap();
                assert_ne!(said().await, before, "nothing is not an empty text");
            },
        )
        .await;
    }
}
