//! From store to store.

use std::io::Read;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use platform::db::whole::{Sum, in_order};
use platform::db::{Db, Tx};
use sqlx::migrate::Migrator;

use crate::inventory::{Inventory, Totals};
use crate::{BackupError, Filling, Reader};

/// Rows that go in one batch.
const AT_ONCE: usize = 500;

/// Puts a whole backup into an empty store, and brings its tables up to date; the transaction is the
/// caller's to commit.
///
/// # Errors
/// Those of [`Reader::next_batch`] and [`Filling`].
pub async fn bring_back<R: Read>(
    reader: &mut Reader<R>,
    to: &mut Tx,
    folders: &[&'static Migrator],
) -> Result<Totals, BackupError> {
    let totals = bring_back_as_it_was(reader, to, folders).await?;
    to.migrate(folders, |_| true).await?;
    Ok(totals)
}

/// The same, as the program that made the backup left its store: with the tables of that time.
///
/// # Errors
/// Those of [`bring_back`].
pub async fn bring_back_as_it_was<R: Read>(
    reader: &mut Reader<R>,
    to: &mut Tx,
    folders: &[&'static Migrator],
) -> Result<Totals, BackupError> {
    let inventory = reader.inventory().clone();
    let mut filling = Filling::begin(to, &inventory, folders).await?;
    while let Some((table, rows)) = reader.next_batch()? {
        filling.put(table, &rows).await?;
    }
    let totals = reader.totals().cloned().ok_or(BackupError::Damaged)?;
    filling.end(&totals).await
}

/// What two stores say, read from each of them once all rows had moved: the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub rows: u64,
    pub from: String,
    pub to: String,
}

/// Puts everything a store holds into an empty one; the transaction is the caller's to commit.
///
/// # Errors
/// [`BackupError::Changed`] when somebody wrote to the first one meanwhile: what they wrote would be
/// lost. Those of [`Filling`].
pub async fn move_over(
    from: &Db,
    to: &mut Tx,
    folders: &[&'static Migrator],
    (product, now): (&str, Timestamp),
) -> Result<Moved, BackupError> {
    let mut reading = from.read().await?;
    let inventory = Inventory::of(&mut reading, product, now).await?;
    let mut filling = Filling::begin(to, &inventory, folders).await?;
    let mut sums = inventory.no_sums();
    for (at, (table, sum)) in inventory.tables.iter().zip(&mut sums).enumerate() {
        let kinds = table.kinds();
        let mut rows = in_order(&mut reading, table, &kinds).try_chunks(AT_ONCE);
        while let Some(some) = rows.try_next().await.map_err(|error| error.1)? {
            some.iter().for_each(|row| sum.add(row));
            filling.put(at, &some).await?;
        }
    }
    drop(reading);
    let totals = inventory.totals(&sums);
    let filled = filling.end(&totals).await?;
    to.migrate(folders, |_| true).await?;
    let left = now_says(from, &inventory).await?;
    if left != filled {
        return Err(BackupError::Changed);
    }
    Ok(Moved { rows: left.all_rows(), from: left.fingerprint, to: filled.fingerprint })
}

/// What the same tables say by now.
async fn now_says(from: &Db, inventory: &Inventory) -> Result<Totals, BackupError> {
    let mut reading = from.read().await?;
    let mut sums: Vec<Sum> = Vec::new();
    for table in &inventory.tables {
        sums.push(platform::db::whole::sum(&mut reading, table).await?);
    }
    Ok(inventory.totals(&sums))
}
