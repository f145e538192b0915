//! `cargo xtask release`: the store of this version, left to those after it, who bring it up to date in
//! their tests for ever.

use crate::command::{self, cargo};
use crate::{Failure, root, say};

/// Where stores of releases lie.
pub(crate) const FOLDER: &str = "crates/maillage/released";
pub(crate) const ENDING: &str = ".backup";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// # Errors
/// When this version is not to be released, was released already, or its store cannot be made.
pub(crate) fn run() -> Result<(), Failure> {
    if VERSION.contains('-') {
        return Err(format!("{VERSION} is on its way: give the version in Cargo.toml first").into());
    }
    let file = root().join(format!("{FOLDER}/{VERSION}{ENDING}"));
    if file.exists() {
        return Err(format!("{VERSION} was released: its store is {}", file.display()).into());
    }
    let story = ["test", "--package", "maillage", "--test", "authorization", "--", "--ignored"];
    let mut writing = cargo(&story);
    writing.arg("the_store_of_a_release_is_written").env("MAILLAGE_RELEASED", &file);
    command::run(&mut writing)?;
    say(&format!(
        "{}: commit it with the CHANGELOG's « {VERSION} », tag, and go on as X.Y.Z-dev",
        file.display()
    ));
    Ok(())
}
