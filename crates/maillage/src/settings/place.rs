//! Where the data a command works on is.

use std::path::{Path, PathBuf};

use clap::Args;
use platform::db::{self, DbError};

use super::Options;
use crate::Failure;
use crate::demo::folder::{USUAL_FOLDER, store_file};

/// `--data` of a demonstration, or the store of an installation; the usual demonstration when
/// nothing is said.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    /// Folder of a demonstration, instead of an installation's store
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,

    #[command(flatten)]
    pub options: Options,
}

impl Place {
    /// The same with what the settings' file says.
    ///
    /// # Errors
    /// See [`Options::with_file`].
    pub fn with_file(self) -> Result<Place, Failure> {
        Ok(Place { data: self.data, options: self.options.with_file()? })
    }

    /// # Errors
    /// [`DbError::Url`].
    pub fn store(&self) -> Result<db::Url, DbError> {
        match (&self.folder(), &self.options.store) {
            (Some(folder), _) => Ok(db::Url::sqlite_file(&store_file(folder))),
            (None, Some(url)) => db::Url::parse(url),
            (None, None) => Ok(db::Url::sqlite_file(&store_file(Path::new(USUAL_FOLDER)))),
        }
    }

    /// The file, when the store is one.
    pub fn file(&self) -> Option<PathBuf> {
        match (self.folder(), &self.options.store) {
            (None, Some(url)) => url.strip_prefix("sqlite://").map(PathBuf::from),
            (folder, _) => Some(store_file(folder.unwrap_or(Path::new(USUAL_FOLDER)))),
        }
    }

    /// The place in words, without a password.
    pub fn spoken(&self) -> String {
        match (self.file(), &self.options.store) {
            (Some(file), _) => file.display().to_string(),
            (None, url) => without_password(url.as_deref().unwrap_or_default()),
        }
    }

    fn folder(&self) -> Option<&Path> {
        self.data.as_deref()
    }
}

/// `postgres://user:secret@host/base` as `postgres://user@host/base`.
pub(crate) fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    // The last @ ends the user's part: a password may hold one.
    match rest.rsplit_once('@') {
        Some((who, place)) => {
            let user = who.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{place}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_never_spoken() {
        assert_eq!(without_password("postgres://m:p@ss@db/m"), "postgres://m@db/m");
        assert_eq!(without_password("postgres://db/m"), "postgres://db/m");
    }
}
