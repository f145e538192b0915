//! `cargo xtask bench`: the measuring program, built as releases are.

use clap::Args;

use crate::Failure;
use crate::command::cargo;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// What to measure, and how: `directory --resources 200000`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
    what: Vec<String>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let done = cargo(&["run", "--release", "--package", "bench", "--"]).args(&options.what).status()?;
    if done.success() { Ok(()) } else { Err("the measurement did not end well".into()) }
}
