//! A store into a file, while it is used.

use std::fs::File;
use std::io;
use std::path::Path;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use platform::db::whole::in_order;
use platform::db::{Db, Tx};
use sha2::{Digest, Sha256};

use crate::draft::Draft;
use crate::inventory::{Inventory, Totals};
use crate::seal::Envelope;
use crate::writer::Writer;
use crate::{BackupError, Recipient, check, open};

/// What was written, and read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub inventory: Inventory,
    pub totals: Totals,
    /// Length of the file.
    pub bytes: u64,
}

/// Writes a backup of the store as it is at this moment, open or sealed to some recipients, and reads
/// it back before it gets its name.
///
/// An open backup is read again from the file, row by row. What is sealed nobody here can open: each
/// part is read again before it is sealed, and the file's bytes after.
///
/// # Errors
/// [`BackupError::Exists`], [`BackupError::File`], [`BackupError::NoTables`], and
/// [`BackupError::Unequal`] when what is read back is not what the store said.
pub async fn make(
    db: &Db,
    file: &Path,
    to: &[Recipient],
    product: &str,
    now: Timestamp,
) -> Result<Made, BackupError> {
    let (draft, opened) = Draft::begin(file)?;
    let named = |error| match error {
        BackupError::Stream(error) => BackupError::of_file(file)(error),
        other => other,
    };
    let mut tx = db.read().await?;
    let inventory = Inventory::of(&mut tx, product, now).await?;
    let envelope = Envelope::over(opened, to).map_err(named)?;
    let writer = Writer::begin(envelope, inventory.clone()).map_err(named)?;
    let (envelope, totals) = written(&mut tx, &inventory, writer).await.map_err(named)?;
    drop(tx);
    let digest = envelope.close().map_err(BackupError::of_file(file))?;
    let bytes = read_back(draft.path(), digest)?;
    if to.is_empty() && check(open(draft.path(), None)?)? != (inventory.clone(), totals.clone()) {
        return Err(BackupError::Unequal);
    }
    draft.keep()?;
    Ok(Made { inventory, totals, bytes })
}

async fn written(
    tx: &mut Tx,
    inventory: &Inventory,
    mut writer: Writer<Envelope>,
) -> Result<(Envelope, Totals), BackupError> {
    for (at, table) in inventory.tables.iter().enumerate() {
        let kinds = table.kinds();
        let mut rows = in_order(tx, table, &kinds);
        while let Some(row) = rows.try_next().await? {
            writer.put(at, &row)?;
        }
    }
    writer.end()
}

/// The length of the file, whose bytes are those that were written.
fn read_back(path: &Path, digest: [u8; 32]) -> Result<u64, BackupError> {
    let mut file = File::open(path).map_err(BackupError::of_file(path))?;
    let mut again = HashingSink(Sha256::new());
    let bytes = io::copy(&mut file, &mut again).map_err(BackupError::of_file(path))?;
    if again.0.finalize() == digest { Ok(bytes) } else { Err(BackupError::Unequal) }
}

struct HashingSink(Sha256);

impl io::Write for HashingSink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
