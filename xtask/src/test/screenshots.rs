//! `cargo xtask screenshots`: the pictures of the documentation, from a fresh demonstration.

use super::{browser, debian, packages};
use crate::Failure;
use crate::command;

/// Rewrites `docs/images`. The pages are listed in `tests/browser/screenshots.json`.
///
/// # Errors
/// When the program does not build, or a page cannot be shown.
pub(crate) fn take() -> Result<(), Failure> {
    debian::ensure(debian::Wanted { browser: true, ..debian::Wanted::default() })?;
    packages::of_browser()?;
    browser::build()?;
    command::run(&mut browser::node(&["screenshots.mjs"]))
}
