//! Rows as parts of a file.

use std::io::{self, Write};

use platform::db::Value;
use platform::db::whole::Sum;
use sha2::{Digest, Sha256};

use crate::inventory::{Inventory, Totals};
use crate::part::{self, Holds, packed};
use crate::{BackupError, reader, row};

pub(crate) const FORMAT: &[u8] = b"maillage backup ";
pub(crate) const VERSION: &[u8] = b"1\n";

/// Bytes of rows in a part, at least: smaller ones would be compressed badly.
const LEAST: usize = 64 << 10;
/// At most, and a row: what is held in memory.
const MOST: usize = 1 << 20;
/// Of 256 first bytes of the digest of a key, how many end a part: one row of sixty-four.
const BORDERS: u8 = 4;

/// Takes the rows of each table, in the order of its key.
pub(crate) struct Writer<W: Write> {
    to: Digesting<W>,
    inventory: Inventory,
    /// Places of the columns of each table's key.
    keys: Vec<Vec<usize>>,
    sums: Vec<Sum>,
    /// The same of the rows as each part gives them again.
    sums_again: Vec<Sum>,
    table: usize,
    /// Rows of the part to come.
    rows: Vec<u8>,
    count: u32,
}

impl<W: Write> Writer<W> {
    pub(crate) fn begin(to: W, inventory: Inventory) -> Result<Writer<W>, BackupError> {
        let mut to = Digesting { to, digest: Sha256::new() };
        to.write_all(FORMAT).and_then(|()| to.write_all(VERSION)).map_err(BackupError::Stream)?;
        let said = serde_json::to_vec(&inventory).map_err(|_| BackupError::Unequal)?;
        to.write_all(&packed(Holds::Inventory, &said)?).map_err(BackupError::Stream)?;
        Ok(Writer {
            to,
            keys: inventory.tables.iter().map(reader::key_places).collect(),
            sums: inventory.no_sums(),
            sums_again: inventory.no_sums(),
            inventory,
            table: 0,
            rows: Vec::new(),
            count: 0,
        })
    }

    pub(crate) fn put(&mut self, table: usize, row: &[Value]) -> Result<(), BackupError> {
        if table != self.table {
            self.end_part()?;
            self.table = table;
        }
        self.sums.get_mut(table).ok_or(BackupError::Unequal)?.add(row);
        row::write(row, &mut self.rows)?;
        self.count = self.count.saturating_add(1);
        let length = self.rows.len();
        if length >= MOST || length >= LEAST && self.is_border(row)? {
            self.end_part()?;
        }
        Ok(())
    }

    /// Whether a part ends with this row, whatever stands before it: where rows were added or have
    /// changed, the parts after the next border are the same again.
    fn is_border(&self, row: &[Value]) -> Result<bool, BackupError> {
        let places = self.keys.get(self.table).map(Vec::as_slice).unwrap_or_default();
        let key: Vec<Value> = places.iter().filter_map(|place| row.get(*place)).cloned().collect();
        let mut bytes = Vec::new();
        row::write(&key, &mut bytes)?;
        Ok(Sha256::digest(&bytes).first().is_some_and(|first| *first < BORDERS))
    }

    fn end_part(&mut self) -> Result<(), BackupError> {
        if self.count == 0 {
            return Ok(());
        }
        let table = u16::try_from(self.table).map_err(|_| BackupError::Unequal)?;
        let mut plain = table.to_be_bytes().to_vec();
        plain.extend_from_slice(&self.count.to_be_bytes());
        plain.append(&mut self.rows);
        self.count = 0;
        let part = packed(Holds::Rows, &plain)?;
        self.read_again(&part)?;
        self.to.write_all(&part).map_err(BackupError::Stream)
    }

    /// Whoever seals a backup cannot open it: each part is read while it is still in the clear.
    fn read_again(&mut self, part: &[u8]) -> Result<(), BackupError> {
        let (_, plain) = part::read(&mut &part[..])?;
        let (table, rows) = reader::rows_of(&plain, &self.inventory)?;
        let sum = self.sums_again.get_mut(table).ok_or(BackupError::Unequal)?;
        rows.iter().for_each(|row| sum.add(row));
        Ok(())
    }

    /// The totals, the digest, and where all of it went.
    pub(crate) fn end(mut self) -> Result<(W, Totals), BackupError> {
        self.end_part()?;
        if self.sums != self.sums_again {
            return Err(BackupError::Unequal);
        }
        let totals = self.inventory.totals(&self.sums);
        let said = serde_json::to_vec(&totals).map_err(|_| BackupError::Unequal)?;
        let Digesting { mut to, digest } = {
            self.to.write_all(&packed(Holds::Totals, &said)?).map_err(BackupError::Stream)?;
            self.to
        };
        to.write_all(&digest.finalize()).map_err(BackupError::Stream)?;
        Ok((to, totals))
    }
}

/// Passes bytes on, and remembers the digest of all of them.
pub(crate) struct Digesting<W> {
    to: W,
    digest: Sha256,
}

impl<W: Write> Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.digest.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
