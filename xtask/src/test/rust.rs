//! What cargo checks and runs.

use std::process::Command;

use super::postgres::Cluster;
use crate::Failure;
use crate::command::{self, cargo};

/// Environment variable: the server on which stories are told a second time.
const POSTGRES: &str = "MAILLAGE_TEST_POSTGRES";
/// Environment variable: a test that lacks what it needs fails instead of being skipped.
const REQUIRE: &str = "MAILLAGE_TEST_REQUIRE";

pub(super) fn format() -> Result<(), Failure> {
    command::run(&mut cargo(&["fmt", "--all", "--check"]))
}

pub(super) fn clippy() -> Result<(), Failure> {
    command::run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

pub(super) fn tests(cluster: &Cluster) -> Result<(), Failure> {
    command::run(tester(&["--workspace"]).env(POSTGRES, cluster.url()))
}

pub(super) fn tests_on_sqlite() -> Result<(), Failure> {
    command::run(tester(&["--workspace"]).env_remove(POSTGRES))
}

pub(super) fn stories(cluster: &Cluster) -> Result<(), Failure> {
    let crates = crates_with_stories()?;
    let chosen: Vec<&str> = crates.iter().flat_map(|name| ["-p", name]).collect();
    command::run(tester(&chosen).env(POSTGRES, cluster.url()))
}

/// nextest leaves these to cargo.
pub(super) fn documentation() -> Result<(), Failure> {
    command::run_quietly(&mut cargo(&["test", "--workspace", "--doc", "--quiet"]))
}

/// nextest runs tests of all crates side by side; without it cargo does, crate by crate.
fn tester(chosen: &[&str]) -> Command {
    let has_nextest = command::works("cargo", &["nextest", "--version"]);
    let mut command = if has_nextest {
        cargo(&[
            "nextest",
            "run",
            "--no-fail-fast",
            "--status-level",
            "slow",
            "--final-status-level",
            "flaky",
        ])
    } else {
        cargo(&["test", "--no-fail-fast", "--lib", "--bins", "--tests"])
    };
    command.args(chosen).env(REQUIRE, "1");
    command
}

fn crates_with_stories() -> Result<Vec<String>, Failure> {
    let mut found = vec!["platform".to_owned()];
    for entry in std::fs::read_dir(crate::root().join("crates"))? {
        let entry = entry?;
        let manifest = std::fs::read_to_string(entry.path().join("Cargo.toml")).unwrap_or_default();
        let name = entry.file_name().to_string_lossy().into_owned();
        if manifest.lines().any(|line| line.starts_with("platform") && line.contains("testing")) {
            found.push(name);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_that_drive_pages_tell_stories() {
        let crates = crates_with_stories().unwrap();
        assert!(crates.contains(&"platform".to_owned()));
        assert!(crates.contains(&"directory".to_owned()));
        assert!(!crates.contains(&"kernel".to_owned()));
    }
}
