//! The settings' file.

use std::path::Path;

use super::Options;
use crate::Failure;

/// # Errors
/// [`Failure::ConfigUnread`] for a file that cannot be read, [`Failure::ConfigWrong`] with the line
/// for an unknown name or a value of the wrong kind.
pub(super) fn read(path: &Path) -> Result<Options, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::ConfigUnread { path: path.to_owned(), error })?;
    parse(&text).map_err(|(line, reason)| Failure::ConfigWrong { path: path.to_owned(), line, reason })
}

/// The options, or the line (from 1) and what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Options, (usize, String)> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = text.get(..start).unwrap_or_default();
        (before.matches('\n').count() + 1, error.message().to_owned())
    })
}
