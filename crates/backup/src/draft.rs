//! A file that has its name only once it is whole.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::BackupError;

/// A file beside the one it will be; taken away again unless it is kept.
#[derive(Debug)]
pub(crate) struct Draft {
    path: PathBuf,
    target: PathBuf,
}

impl Draft {
    /// # Errors
    /// [`BackupError::Exists`] when there is a file of that name already; [`BackupError::File`] when
    /// the folder takes none.
    pub(crate) fn begin(target: &Path) -> Result<(Draft, File), BackupError> {
        if target.symlink_metadata().is_ok() {
            return Err(BackupError::Exists(target.to_owned()));
        }
        let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename.into());
        let name = name.map_err(BackupError::of_file(target))?.to_string_lossy();
        let path = target.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let file = only_mine().write(true).create_new(true).open(&path);
        let file = file.map_err(BackupError::of_file(target))?;
        Ok((Draft { path, target: target.to_owned() }, file))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its name, for good. A file that has come by that name meanwhile stays.
    pub(crate) fn keep(self) -> Result<(), BackupError> {
        let named = match fs::hard_link(&self.path, &self.target) {
            // A disk that knows no second name, such as a stick's: the file is renamed.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !self.target.exists() => {
                fs::rename(&self.path, &self.target)
            }
            linked => linked,
        };
        match named {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(BackupError::Exists(self.target.clone()));
            }
            other => other.map_err(BackupError::of_file(&self.target))?,
        }
        // The second name goes with us, before the folder is written down.
        let _ = fs::remove_file(&self.path);
        sync_folder(&self.target).map_err(BackupError::of_file(&self.target))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // A draft that stays behind is no backup, and harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn only_mine() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn only_mine() -> OpenOptions {
    OpenOptions::new()
}

/// A name is on the disk once its folder is.
#[cfg(unix)]
fn sync_folder(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
