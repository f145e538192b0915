//! `cargo xtask fuzz`: each importer and the finder's questions, given bytes nobody would write, for
//! a while each.
//!
//! Needs cargo-fuzz and a nightly toolchain; the targets stand in `fuzz/`, outside the workspace.

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
    for target in targets {
        say(&format!("== {target}, {} s", options.seconds));
        fuzz(&root(), target, options.seconds)?;
    }
    say("No input made a target fail.");
    Ok(())
}

fn fuzz(root: &Path, target: &str, seconds: u32) -> Result<(), Failure> {
    let corpus = root.join("fuzz/corpus").join(target);
    std::fs::create_dir_all(&corpus)?;
    let done = Command::new("cargo")
        .args(["+nightly", "fuzz", "run", "--sanitizer", "none", target])
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
        .current_dir(root)
        .status()?;
    if done.success() {
        return Ok(());
    }
    Err(format!("{target} failed: its input is in fuzz/artifacts/{target} (or cargo-fuzz is missing: cargo install cargo-fuzz)").into())
}
