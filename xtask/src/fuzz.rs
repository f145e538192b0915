//! `cargo xtask fuzz`: each importer and the finder's questions, given bytes nobody would write, for
//! a while each.
//!
//! No sanitizer is asked for: the code is safe Rust, and so the usual toolchain builds the targets,
//! which stand in `fuzz/`, outside the workspace. Their first build takes a quarter of an hour.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use clap::Args;

use crate::{Failure, root, say};

/// One file each in `fuzz/fuzz_targets`.
const TARGETS: [&str; 5] = ["entries", "table", "calendar", "hours", "question"];

/// Megabytes and seconds an input may take; beyond, it is a finding.
const MOST_MEMORY: u32 = 2_048;
const MOST_SECONDS: u32 = 25;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How long each target is tried.
    #[arg(long, default_value_t = 60)]
    seconds: u32,

    /// One target only.
    #[arg(long)]
    target: Option<String>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let wanted = |name: &&str| options.target.as_ref().is_none_or(|target| target == name);
    let targets: Vec<&str> = TARGETS.into_iter().filter(wanted).collect();
    if targets.is_empty() {
        return Err(format!("no such target; there are {}", TARGETS.join(", ")).into());
    }
    let path = path_to_tools(&root())?;
    for target in targets {
        say(&format!("== {target}, {} s", options.seconds));
        fuzz(&root(), &path, target, options.seconds)?;
    }
    say("No input made a target fail.");
    Ok(())
}

/// Where cargo finds cargo-fuzz, which is built here when this machine has none.
fn path_to_tools(root: &Path) -> Result<OsString, Failure> {
    let tools = root.join("target/tools");
    let known = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([tools.join("bin")].into_iter().chain(std::env::split_paths(&known)))?;
    let works = Command::new("cargo").args(["fuzz", "--version"]).env("PATH", &path).output();
    if works.is_ok_and(|output| output.status.success()) {
        return Ok(path);
    }
    let install = ["install", "--locked", "cargo-fuzz", "--root"];
    let done = Command::new("cargo").args(install).arg(tools).status()?;
    if done.success() { Ok(path) } else { Err("cargo-fuzz could not be installed".into()) }
}

fn fuzz(root: &Path, path: &OsString, target: &str, seconds: u32) -> Result<(), Failure> {
    let corpus = root.join("fuzz/corpus").join(target);
    std::fs::create_dir_all(&corpus)?;
    let done = Command::new("cargo")
        .args(["fuzz", "run", "--sanitizer", "none", target])
        .arg(corpus)
        .arg(root.join("fuzz/seeds").join(target))
        .arg("--")
        .args([
            format!("-max_total_time={seconds}"),
            format!("-rss_limit_mb={MOST_MEMORY}"),
            format!("-timeout={MOST_SECONDS}"),
            "-max_len=65536".to_owned(),
            "-print_final_stats=1".to_owned(),
        ])
        .env("PATH", path)
        .current_dir(root)
        .status()?;
    if done.success() {
        return Ok(());
    }
    Err(format!("{target} failed: its input is in fuzz/artifacts/{target}").into())
}
