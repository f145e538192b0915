//! Programs as they were released, built from the commit that left their store.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{self, cargo, said};
use crate::release::{self, ENDING};
use crate::{Failure, say};

/// Where the program of each release lies, as `VERSION/maillage`.
pub(super) const FOLDER: &str = "target/released";

/// Builds those that are not there yet.
///
/// # Errors
/// When git does not know the commit of a release, or it cannot be built.
pub(super) fn build_all(root: &Path) -> Result<(), Failure> {
    let folder = root.join(FOLDER);
    for entry in fs::read_dir(root.join(release::FOLDER))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let Some(version) = name.strip_suffix(ENDING) else { continue };
        if !folder.join(version).join("maillage").exists() {
            say(&format!("building {version} as it was released"));
            build(root, version, &folder.join(version))?;
        }
    }
    Ok(())
}

/// In its own sources, with what else was built for this program: most of what it is made of is the same.
fn build(root: &Path, version: &str, into: &Path) -> Result<(), Failure> {
    let sources = into.join("sources");
    if !sources.exists() {
        let commit = commit(root, version)?;
        let mut checkout = Command::new("git");
        checkout.args(["worktree", "add", "--quiet", "--detach"]).arg(&sources).arg(commit);
        command::run(checkout.current_dir(root))?;
    }
    let target = root.join("target");
    let mut build = cargo(&["build", "--release", "--locked", "--package", "maillage", "--target-dir"]);
    command::run(build.arg(&target).current_dir(&sources))?;
    fs::copy(target.join("release/maillage"), into.join("maillage"))?;
    let mut leave = Command::new("git");
    leave.args(["worktree", "remove", "--force"]).arg(&sources);
    command::run(leave.current_dir(root))
}

/// The one that left the store.
fn commit(root: &Path, version: &str) -> Result<String, Failure> {
    let store = format!("{}/{version}{ENDING}", release::FOLDER);
    let mut log = Command::new("git");
    log.args(["log", "-1", "--diff-filter=A", "--format=%H", "--", &store]);
    let commit = said(log.current_dir(root))?.trim().to_owned();
    if commit.is_empty() {
        return Err(format!("git knows no commit that left {store}: fetch its history").into());
    }
    Ok(commit)
}
