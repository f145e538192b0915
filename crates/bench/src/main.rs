//! Speed, shown by comparing: each figure stands beside a plainer way to the same answer, taken in
//! the same run on the same machine.
//!
//! `cargo xtask bench directory --resources 200000` runs it and writes `docs/benchmarks.md`.

mod directory;
mod figures;
mod paper;
mod report;
mod timing;

use std::process::ExitCode;

use clap::Parser;

/// What stops a measurement.
type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, Parser)]
#[command(name = "bench", about = "Measures Maillage's speed")]
enum Command {
    /// Finding in a directory of many resources
    Directory(directory::Options),
    /// Counting what many teams' work comes to
    Figures(figures::Options),
    /// Setting a report in pages
    Paper(paper::Options),
    /// The server that `directory` measures, with resources made before
    #[command(hide = true)]
    Serve(directory::Served),
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Directory(options) => directory::run(&options).await,
        Command::Figures(options) => figures::run(&options).await,
        Command::Paper(options) => paper::run(&options),
        Command::Serve(served) => directory::serve(&served).await,
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
