//! npm packages of the tests: a driver for the browser, axe, a mail server; what FHIR is validated with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::{Failure, say};

const OLDEST_NODE: u32 = 20;

pub(super) fn folder() -> PathBuf {
    crate::root().join("tests").join("browser")
}

/// Installs those of the browser's tests.
///
/// # Errors
/// When Node.js is missing or too old, or the packages cannot be had.
pub(super) fn of_browser() -> Result<(), Failure> {
    install(&folder())
}

/// Installs the locked packages of a folder, unless the same lock file was already installed.
///
/// # Errors
/// When Node.js is missing or too old, or the packages cannot be had.
pub(super) fn install(folder: &Path) -> Result<(), Failure> {
    check_node()?;
    let lock = fs::read(folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        say("nothing to install");
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    command::run_quietly(&mut npm)?;
    fs::write(installed, lock)?;
    Ok(())
}

fn check_node() -> Result<(), Failure> {
    let told = Command::new("node").arg("--version").output();
    let version = told.ok().and_then(|output| major(&String::from_utf8_lossy(&output.stdout)));
    match version {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        Some(version) => Err(format!("Node.js {OLDEST_NODE} or later is needed: this is {version}").into()),
        None => Err(format!("install Node.js {OLDEST_NODE} or later first, with npm").into()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("not found"), None);
    }
}
