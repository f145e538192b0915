//! A backup's file, in the clear or sealed.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use crate::seal::{self, Identities, SEALED};
use crate::{BackupError, Reader};

/// A backup that is read, wherever its bytes come from.
pub type Source = Reader<Box<dyn Read + Send>>;

/// Opens a file; identities are asked for when it is sealed.
///
/// # Errors
/// [`BackupError::NeedsIdentity`], [`BackupError::WrongIdentity`] and those of [`Reader::begin`].
pub fn open(path: &Path, identities: Option<&Identities>) -> Result<Source, BackupError> {
    let file = File::open(path).map_err(BackupError::of_file(path))?;
    let mut file = BufReader::with_capacity(1 << 16, file);
    let begins = file.fill_buf().map_err(BackupError::of_file(path))?;
    if !begins.starts_with(SEALED) {
        return Reader::begin(Box::new(file));
    }
    let identities = identities.ok_or(BackupError::NeedsIdentity)?;
    Reader::begin(Box::new(seal::opened(file, identities)?))
}
