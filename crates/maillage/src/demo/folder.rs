//! The folder a demonstration lives in.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use platform::db::Url;

use crate::Failure;

/// Where a demonstration lives when nothing is said.
pub const USUAL_FOLDER: &str = "data-demo";

const STORE: &str = "store.db";
/// The store's file and what the engine lays beside it.
const STORE_FILES: [&str; 3] = [STORE, "store.db-wal", "store.db-shm"];

/// The store of a demonstration's folder.
pub fn store_file(folder: &Path) -> PathBuf {
    folder.join(STORE)
}

/// A folder held by this process until it ends.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// The system lets go of the lock with the file.
    _lock: File,
}

impl Folder {
    /// Makes the folder if need be, and holds it.
    ///
    /// # Errors
    /// [`Failure::FolderInUse`] while another process holds it, [`Failure::Folder`] when it cannot
    /// be written.
    pub fn hold(path: &Path) -> Result<Folder, Failure> {
        let failed = |error| Failure::Folder { path: path.to_owned(), error };
        fs::create_dir_all(path).map_err(failed)?;
        let lock = File::create(path.join("lock")).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Folder { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Failure::FolderInUse(path.to_owned())),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn url(&self) -> Url {
        Url::sqlite_file(&store_file(&self.path))
    }

    pub fn has_store(&self) -> bool {
        store_file(&self.path).exists()
    }

    /// Forgets the store; the caller has seen that it is a demonstration's.
    pub(super) fn empty(&self) -> Result<(), Failure> {
        for name in STORE_FILES {
            let file = self.path.join(name);
            if file.exists() {
                fs::remove_file(&file).map_err(|error| Failure::Folder { path: self.path.clone(), error })?;
            }
        }
        Ok(())
    }
}
