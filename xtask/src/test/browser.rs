//! The program itself, driven by a real browser.

use std::process::Command;

use super::packages;
use crate::Failure;
use crate::command::{self, cargo};

/// In the development profile: what it depends on was already built so for the other tests, and a
/// release build would take ten minutes more to show the same pages.
///
/// # Errors
/// When it does not build.
pub(super) fn build() -> Result<(), Failure> {
    command::run(&mut cargo(&["build", "--package", "maillage"]))
}

/// # Errors
/// When a page is not as it should be.
pub(super) fn tests() -> Result<(), Failure> {
    command::run(&mut node(&["--test", "--test-timeout=900000", "--test-reporter=./report/reporter.mjs"]))
}

/// Node.js in `tests/browser`.
pub(super) fn node(arguments: &[&str]) -> Command {
    let mut node = Command::new("node");
    node.args(arguments).current_dir(packages::folder());
    node
}
