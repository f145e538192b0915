//! Why a store was not copied, brought back or moved, in the reader's words.

use std::path::Path;

use backup::BackupError;

use super::Failure;
use crate::words::Words;

impl Failure {
    /// What happened to a backup's file, or to a store told by its place.
    pub(crate) fn of_backup(of: impl AsRef<Path>) -> impl FnOnce(BackupError) -> Failure {
        move |error| match error {
            BackupError::Store(error) => Failure::Store(error),
            error => Failure::Backup { of: of.as_ref().display().to_string(), error },
        }
    }

    /// What happened while a store was filled from a file or from another store.
    pub(crate) fn of_filling(from: impl AsRef<Path>, to: &str) -> impl FnOnce(BackupError) -> Failure {
        move |error| match error {
            error @ (BackupError::NotEmpty | BackupError::Unkeepable { .. }) => Failure::of_backup(to)(error),
            error => Failure::of_backup(from)(error),
        }
    }
}

pub(super) fn said(of: &str, error: &BackupError, w: &Words) -> String {
    match error {
        BackupError::Store(error) => w.failure_store(error.to_string()),
        BackupError::File { path, error } => {
            w.failure_backup_file(path.display().to_string(), error.to_string())
        }
        BackupError::Stream(error) => w.failure_backup_file(of, error.to_string()),
        BackupError::Exists(path) => w.failure_backup_exists(path.display().to_string()),
        BackupError::Foreign => w.failure_backup_foreign(of),
        BackupError::Damaged => w.failure_backup_damaged(of),
        BackupError::Newer(by) => w.failure_backup_newer(of, by.as_str()),
        BackupError::Unlike(by) => w.failure_backup_unlike(of, by.as_str()),
        BackupError::NeedsIdentity => w.failure_backup_needs_identity(of),
        BackupError::WrongIdentity => w.failure_backup_wrong_identity(of),
        BackupError::Recipient(typed) => w.failure_backup_recipient(typed.as_str()),
        BackupError::NoIdentity(path) => w.failure_backup_no_identity(path.display().to_string()),
        BackupError::NotEmpty => w.failure_backup_not_empty(of),
        BackupError::NoTables => w.failure_backup_no_tables(of),
        BackupError::Unkeepable { table, column } => {
            w.failure_backup_unkeepable(of, table.as_str(), column.as_str())
        }
        BackupError::Unequal => w.failure_backup_unequal(of),
        BackupError::Changed => w.failure_backup_changed(of),
    }
}
