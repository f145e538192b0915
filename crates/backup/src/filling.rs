//! Rows into an empty store, in one transaction of the caller's.

use platform::db::migrations::known;
use platform::db::whole::{Deferred, Kind, Sum, Table, clear, defer_references, of_sums, put, sum, tables};
use platform::db::{Engine, Tx, Value};
use sqlx::migrate::Migrator;

use crate::BackupError;
use crate::inventory::{Inventory, Totals, digits};

/// A store that rows of another are put into: made at the level of the other's migrations, so that an
/// older backup is brought up to date by the same migrations as the store it is of would have been.
#[derive(Debug)]
pub struct Filling<'a> {
    tx: &'a mut Tx,
    tables: Vec<Table>,
    deferred: Deferred,
}

impl<'a> Filling<'a> {
    /// # Errors
    /// [`BackupError::NotEmpty`], [`BackupError::Newer`], [`BackupError::Unlike`].
    pub async fn begin(
        tx: &'a mut Tx,
        inventory: &Inventory,
        folders: &[&'static Migrator],
    ) -> Result<Filling<'a>, BackupError> {
        if !tables(tx).await?.is_empty() {
            return Err(BackupError::NotEmpty);
        }
        is_known(inventory, folders)?;
        tx.migrate(folders, |version| inventory.migrations.contains_key(&version)).await?;
        let tables = tables(tx).await?;
        if tables != inventory.tables {
            return Err(BackupError::Unlike(inventory.product.clone()));
        }
        let deferred = defer_references(tx).await?;
        // What migrations put into new tables comes again with the rows.
        for table in &tables {
            clear(tx, table).await?;
        }
        Ok(Filling { tx, tables, deferred })
    }

    /// # Errors
    /// [`BackupError::Unkeepable`], and the store's.
    pub async fn put(&mut self, table: usize, rows: &[Vec<Value>]) -> Result<(), BackupError> {
        let table = self.tables.get(table).ok_or(BackupError::Damaged)?;
        if self.tx.engine() == Engine::Postgres {
            is_keepable(table, rows)?;
        }
        Ok(put(self.tx, table, rows).await?)
    }

    /// Holds what the store now says against what was to come; says it. Its tables are not brought up
    /// to date yet.
    ///
    /// # Errors
    /// [`BackupError::Unequal`], and the store's.
    pub async fn end(self, totals: &Totals) -> Result<Totals, BackupError> {
        self.deferred.hold(self.tx).await?;
        let mut sums = Vec::new();
        for table in &self.tables {
            sums.push(sum(self.tx, table).await?);
        }
        let rows: Vec<u64> = sums.iter().map(Sum::rows).collect();
        let filled = Totals { rows, fingerprint: of_sums(self.tables.iter().zip(&sums)) };
        if filled != *totals {
            return Err(BackupError::Unequal);
        }
        Ok(filled)
    }
}

/// Whether this program knows every migration of the store, as it was then.
fn is_known(inventory: &Inventory, folders: &[&Migrator]) -> Result<(), BackupError> {
    // Of either engine: the backup may come from the other one.
    let known = known(Engine::Postgres, folders);
    for (version, checksum) in &inventory.migrations {
        match known.get(version) {
            None => return Err(BackupError::Newer(inventory.product.clone())),
            Some(ours) if digits(ours) != *checksum => {
                return Err(BackupError::Unlike(inventory.product.clone()));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Told by its column before the engine would end the transaction with less to say.
fn is_keepable(table: &Table, rows: &[Vec<Value>]) -> Result<(), BackupError> {
    let texts = table.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Text);
    for (at, column) in texts {
        let has_zero =
            |row: &Vec<Value>| matches!(row.get(at), Some(Value::Text(Some(text))) if text.contains('\0'));
        if rows.iter().any(has_zero) {
            let (table, column) = (table.name.clone(), column.name.clone());
            return Err(BackupError::Unkeepable { table, column });
        }
    }
    Ok(())
}
