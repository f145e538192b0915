//! A store as a whole: its tables and their rows, whatever they mean. For what must not forget any:
//! copies, comparisons, what is held of a person.

mod filling;
mod fingerprint;

use futures_util::TryStreamExt;
use futures_util::stream::BoxStream;
use kernel::coded::Coded;
use sqlx::FromRow;

pub use filling::{Deferred, add, clear, defer_references, put, remove};
pub use fingerprint::{Sum, fingerprint, of_sums, sum};

use super::{DbError, Engine, Tx, Value};

/// A table as the store itself describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// Columns that tell its rows apart, in their order: of its primary key, or all of them.
    pub key: Vec<String>,
}

impl Table {
    pub fn kinds(&self) -> Vec<Kind> {
        self.columns.iter().map(|column| column.kind).collect()
    }

    /// Those of its key, in the key's order.
    pub fn key_columns(&self) -> impl Iterator<Item = &Column> {
        self.key.iter().filter_map(|name| self.columns.iter().find(|column| column.name == *name))
    }

    fn column_names(&self) -> String {
        self.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
    }
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

/// Every table of the contexts, by name; not those the engine or the migrations keep for themselves, nor what
/// is derived from the others (`derived_…`) and made again by whoever reads it.
///
/// # Errors
/// [`DbError::UnknownKind`] for a column of a kind nothing here is made of; the store's.
pub async fn tables(tx: &mut Tx) -> Result<Vec<Table>, DbError> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT t.name, c.name AS column_name, lower(c.type) AS kind, c.pk AS key_place
             FROM sqlite_master t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_sqlx%' ESCAPE '\\'
               AND t.name NOT LIKE 'derived\\_%' ESCAPE '\\'
             ORDER BY t.name, c.cid"
        }
        Engine::Postgres => {
            "SELECT CAST(t.relname AS TEXT) AS name, CAST(c.attname AS TEXT) AS column_name,
                    format_type(c.atttypid, NULL) AS kind,
                    CAST(COALESCE(array_position(CAST(k.indkey AS SMALLINT[]), c.attnum) + 1, 0) AS BIGINT) AS key_place
             FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
             LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary
             WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname NOT LIKE '\\_sqlx%'
               AND t.relname NOT LIKE 'derived\\_%'
             ORDER BY t.relname COLLATE \"C\", c.attnum"
        }
    };
    let columns: Vec<Described> = tx.all(sql, &[]).await?;
    columns.chunk_by(|one, next| one.name == next.name).map(table).collect()
}

/// A column as the store describes it.
#[derive(FromRow)]
struct Described {
    name: String,
    column_name: String,
    kind: String,
    /// From 1; 0 for a column that is not of the primary key.
    key_place: i64,
}

fn table(described: &[Described]) -> Result<Table, DbError> {
    let column = |of: &Described| {
        let unknown = || DbError::UnknownKind(format!("{}.{}: {}", of.name, of.column_name, of.kind));
        let kind = Kind::from_code(&of.kind).ok_or_else(unknown)?;
        Ok(Column { name: of.column_name.clone(), kind })
    };
    let mut of_key: Vec<&Described> = described.iter().filter(|of| of.key_place > 0).collect();
    of_key.sort_by_key(|of| of.key_place);
    if of_key.is_empty() {
        of_key = described.iter().collect();
    }
    Ok(Table {
        name: described.first().map(|of| of.name.clone()).unwrap_or_default(),
        columns: described.iter().map(column).collect::<Result<_, DbError>>()?,
        key: of_key.iter().map(|of| of.column_name.clone()).collect(),
    })
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
    let (condition, values) = of.unwrap_or(("1 = 1", &[]));
    let sql = format!("SELECT {} FROM {} WHERE {condition}", table.column_names(), table.name);
    tx.stream(sql, values, &table.kinds()).try_collect().await
}

/// Every row of a table in the order of its key, which is the same on both engines, one after the
/// other. `kinds` are those of the table.
pub fn in_order<'t>(
    tx: &'t mut Tx,
    table: &Table,
    kinds: &'t [Kind],
) -> BoxStream<'t, Result<Vec<Value>, DbError>> {
    let is_postgres = tx.engine() == Engine::Postgres;
    // As SQLite orders by itself: by bytes, and nothing before anything.
    let place = |column: &Column| match column.kind {
        Kind::Text if is_postgres => format!("{} COLLATE \"C\" NULLS FIRST", column.name),
        _ if is_postgres => format!("{} NULLS FIRST", column.name),
        _ => column.name.clone(),
    };
    let places: Vec<String> = table.key_columns().map(place).collect();
    let sql = format!("SELECT {} FROM {} ORDER BY {}", table.column_names(), table.name, places.join(", "));
    tx.stream(sql, &[], kinds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;
    use crate::testing::on_both_engines;

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
                assert_eq!(site.key, ["site_id", "commune_code"]);
                assert!(tables.iter().all(|table| !table.name.starts_with("_sqlx")));
                assert!(tables.iter().any(|table| table.name == "setting"));
            },
        )
        .await;
    }
}
