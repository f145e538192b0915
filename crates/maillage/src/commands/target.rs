//! The store a command fills.

use std::io;
use std::path::{Path, PathBuf};

use platform::db::{Db, Url};

use crate::Failure;

/// Absent, or without a table; left as it was when nothing comes of it.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) db: Db,
    /// The file that opening it made.
    made: Option<PathBuf>,
}

impl Target {
    /// `file` when the store is one.
    ///
    /// # Errors
    /// [`Failure::Folder`] when there is no place for the file, and what opening the store says.
    pub(super) async fn open(url: &Url, file: Option<PathBuf>) -> Result<Target, Failure> {
        if let Some(folder) = file.as_deref().and_then(Path::parent).filter(|folder| *folder != Path::new(""))
            && !folder.is_dir()
        {
            let (path, error) = (folder.to_owned(), io::ErrorKind::NotFound.into());
            return Err(Failure::Folder { path, error });
        }
        let made = file.filter(|file| !file.exists());
        let db = Db::open(url).await?;
        Ok(Target { db, made })
    }

    /// Closes it, after it was filled.
    pub(super) async fn keep(self) {
        self.db.close().await;
    }

    /// Closes it, and takes away the file that opening it made.
    pub(super) async fn leave(self) {
        self.db.close().await;
        for end in ["", "-wal", "-shm"] {
            if let Some(file) = &self.made {
                let mut name = file.as_os_str().to_owned();
                name.push(end);
                // What was never made, or has gone, is what is wanted.
                let _ = std::fs::remove_file(PathBuf::from(name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TempFolder;

    #[tokio::test]
    async fn what_comes_to_nothing_leaves_no_file_and_one_that_was_there_stays() {
        let temp = TempFolder::new();
        let file = temp.0.join("store.db");
        let count = || std::fs::read_dir(&temp.0).unwrap().count();
        for was_there in [false, true] {
            let target = Target::open(&Url::sqlite_file(&file), Some(file.clone())).await.unwrap();
            drop(target.db.begin().await.unwrap());
            target.leave().await;
            assert_eq!(count(), usize::from(was_there));
            std::fs::write(&file, "").unwrap();
        }
        let nowhere = temp.0.join("absent").join("store.db");
        let refused = Target::open(&Url::sqlite_file(&nowhere), Some(nowhere.clone())).await;
        assert!(matches!(refused, Err(Failure::Folder { .. })));
    }
}
