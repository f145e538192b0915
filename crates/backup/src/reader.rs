//! A file as rows again.

use std::io::{self, Read};

use platform::db::Value;
use platform::db::whole::{Kind, Table};
use sha2::{Digest, Sha256};

use crate::inventory::{Inventory, Totals};
use crate::part::{self, Holds, array};
use crate::writer::{FORMAT, VERSION};
use crate::{BackupError, row};

/// Longest line that may follow the format's name.
const LONGEST_VERSION: usize = 8;

/// Reads a backup from its beginning to its end. Nothing of it is to be believed before the end.
pub struct Reader<R> {
    from: Digesting<R>,
    inventory: Inventory,
    totals: Option<Totals>,
}

impl<R> std::fmt::Debug for Reader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("made_at", &self.inventory.made_at).finish_non_exhaustive()
    }
}

/// Some rows of the table of that number in the inventory.
pub type Batch = (usize, Vec<Vec<Value>>);

impl<R: Read> Reader<R> {
    /// Reads what it says of itself.
    ///
    /// # Errors
    /// [`BackupError::Foreign`], [`BackupError::Newer`], [`BackupError::Damaged`].
    pub fn begin(from: R) -> Result<Reader<R>, BackupError> {
        let mut from = Digesting { from, digest: Sha256::new() };
        format(&mut from)?;
        let (Holds::Inventory, said) = part::read(&mut from)? else { return Err(BackupError::Damaged) };
        let inventory = serde_json::from_slice(&said).map_err(|_| BackupError::Damaged)?;
        Ok(Reader { from, inventory, totals: None })
    }

    pub fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    /// The next rows; `None` at the end, once every byte was as it was written.
    ///
    /// # Errors
    /// [`BackupError::Damaged`], and [`BackupError::Stream`] of a disk that does not answer.
    pub fn next_batch(&mut self) -> Result<Option<Batch>, BackupError> {
        if self.totals.is_some() {
            return Ok(None);
        }
        match part::read(&mut self.from)? {
            (Holds::Inventory, _) => Err(BackupError::Damaged),
            (Holds::Rows, plain) => rows_of(&plain, &self.inventory).map(Some),
            (Holds::Totals, said) => {
                self.end()?;
                self.totals = Some(serde_json::from_slice(&said).map_err(|_| BackupError::Damaged)?);
                Ok(None)
            }
        }
    }

    fn end(&mut self) -> Result<(), BackupError> {
        let expected: [u8; 32] = self.from.digest.clone().finalize().into();
        let is_whole = array::<32>(&mut self.from)? == expected;
        let is_end = self.from.read(&mut [0]).map_err(BackupError::of_reading)? == 0;
        if is_whole && is_end { Ok(()) } else { Err(BackupError::Damaged) }
    }

    /// Known once [`Reader::next_batch`] has come to the end.
    pub fn totals(&self) -> Option<&Totals> {
        self.totals.as_ref()
    }
}

/// Reads a whole backup, and holds its rows against its totals.
///
/// # Errors
/// See [`Reader::next_batch`].
pub fn check<R: Read>(mut reader: Reader<R>) -> Result<(Inventory, Totals), BackupError> {
    let mut sums = reader.inventory.no_sums();
    while let Some((table, rows)) = reader.next_batch()? {
        let sum = sums.get_mut(table).ok_or(BackupError::Damaged)?;
        rows.iter().for_each(|row| sum.add(row));
    }
    let totals = reader.inventory.totals(&sums);
    if reader.totals.as_ref() == Some(&totals) {
        Ok((reader.inventory, totals))
    } else {
        Err(BackupError::Damaged)
    }
}

/// The first line.
fn format(from: &mut impl Read) -> Result<(), BackupError> {
    let mut name = [0; FORMAT.len()];
    match from.read_exact(&mut name) {
        Ok(()) if name == FORMAT => {}
        Err(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
            return Err(BackupError::of_reading(error));
        }
        Ok(()) | Err(_) => return Err(BackupError::Foreign),
    }
    let mut version = Vec::new();
    while !version.ends_with(b"\n") && version.len() < LONGEST_VERSION {
        version.extend(array::<1>(from)?);
    }
    match version.strip_suffix(b"\n") {
        _ if version == VERSION => Ok(()),
        Some(number) if !number.is_empty() && number.iter().all(u8::is_ascii_digit) => {
            Err(BackupError::Newer(String::from_utf8_lossy(number).into_owned()))
        }
        _ => Err(BackupError::Damaged),
    }
}

/// What a part of rows holds.
pub(crate) fn rows_of(plain: &[u8], inventory: &Inventory) -> Result<Batch, BackupError> {
    let mut head = plain;
    let number = usize::from(u16::from_be_bytes(array(&mut head)?));
    let count = u32::from_be_bytes(array(&mut head)?);
    let kinds = inventory.tables.get(number).map(Table::kinds).ok_or(BackupError::Damaged)?;
    Ok((number, all_rows(head, count, &kinds)?))
}

fn all_rows(bytes: &[u8], count: u32, kinds: &[Kind]) -> Result<Vec<Vec<Value>>, BackupError> {
    let mut rest = bytes;
    let mut rows = Vec::new();
    for _ in 0..count {
        // A table without columns would give rows for ever.
        if rest.is_empty() {
            return Err(BackupError::Damaged);
        }
        let (row, after) = row::read(kinds, rest)?;
        rows.push(row);
        rest = after;
    }
    if rest.is_empty() { Ok(rows) } else { Err(BackupError::Damaged) }
}

/// Where the columns of a table's key stand in its rows.
pub(crate) fn key_places(table: &Table) -> Vec<usize> {
    let place = |name: &String| table.columns.iter().position(|column| column.name == *name);
    table.key.iter().filter_map(place).collect()
}

/// Passes bytes on, and remembers the digest of all of them.
struct Digesting<R> {
    from: R,
    digest: Sha256,
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        self.digest.update(into.get(..read).unwrap_or_default());
        Ok(read)
    }
}
