use std::io;
use std::path::{Path, PathBuf};

use platform::db::DbError;

/// Why a store was not copied, brought back or moved.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error("{path}: {error}")]
    File { path: PathBuf, error: io::Error },
    /// A file that was being written or read by somebody who names it.
    #[error(transparent)]
    Stream(io::Error),
    /// A file of that name is there, and stays.
    #[error("{0} exists")]
    Exists(PathBuf),
    #[error("not a backup of Maillage")]
    Foreign,
    /// Not a byte of it is to be believed.
    #[error("the backup is damaged or cut")]
    Damaged,
    /// Made by a program that knows tables this one does not, or writes another format.
    #[error("made by a newer program ({0})")]
    Newer(String),
    /// Made by a program whose tables of the same number are not those of this one.
    #[error("made by a program with other tables ({0})")]
    Unlike(String),
    #[error("sealed: an identity is needed")]
    NeedsIdentity,
    #[error("sealed to somebody else")]
    WrongIdentity,
    #[error("not an age recipient: {0}")]
    Recipient(String),
    #[error("no age identity in {0}")]
    NoIdentity(PathBuf),
    /// There are tables in it.
    #[error("the store is not empty")]
    NotEmpty,
    /// There are none.
    #[error("the store has no tables")]
    NoTables,
    /// PostgreSQL has no text with a character 0.
    #[error("a text with a character 0 in {table}, column {column}")]
    Unkeepable { table: String, column: String },
    /// What was read back is not what was written.
    #[error("what was written is not what was read")]
    Unequal,
    /// Somebody wrote to a store while it was moved.
    #[error("the store changed meanwhile")]
    Changed,
}

impl BackupError {
    pub(crate) fn of_file(path: &Path) -> impl FnOnce(io::Error) -> BackupError + use<'_> {
        |error| BackupError::File { path: path.to_owned(), error }
    }

    /// What reading a file of ours says, when bytes are missing or were altered and when the disk
    /// does not answer.
    pub(crate) fn of_reading(error: io::Error) -> BackupError {
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
                BackupError::Damaged
            }
            _ => BackupError::Stream(error),
        }
    }
}
