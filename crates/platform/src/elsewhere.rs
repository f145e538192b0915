//! What is written outside the store, on another disk, since it must outlive it: a line a time, whose
//! last word counts.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Why such a file says nothing.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// Its number, from 1.
    #[error("{0}, line {1} does not end as it should")]
    Line(PathBuf, usize),
}

/// Adds to a file's end, for good before it says so; the file is made if there is none.
///
/// # Errors
/// When it cannot be written.
pub fn append(file: &Path, lines: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).open(file)?;
    let before = file.metadata()?.len();
    let written = file.write_all(lines.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // A disk that is full takes half a line, which nobody could read.
        file.set_len(before)?;
    }
    written
}

/// The last word of each line.
///
/// # Errors
/// When it cannot be read, or a line ends with something else.
pub fn read<T: FromStr>(file: &Path) -> Result<Vec<T>, Unread> {
    let text = std::fs::read_to_string(file).map_err(|error| Unread::File(file.to_owned(), error))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let last = line.split_whitespace().next_back().unwrap_or_default();
            last.parse().map_err(|_| Unread::Line(file.to_owned(), at + 1))
        })
        .collect()
}

/// Does such work where it keeps nobody waiting: another disk may be slow.
///
/// # Errors
/// The work's.
pub async fn aside(work: impl FnOnce() -> io::Result<()> + Send + 'static) -> io::Result<()> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|stopped| Err(io::Error::other(stopped)))
}
