//! What can be typed: `maillage demo`, `serve`, `site add`, `invite`, `import`, `export`,
//! `duplicates`, `doctor`, `audit verify`, `backup`, `restore`, `migrate-store`.
//!
//! Each command is a file here: its options, and one `run` that ends well or with a [`Failure`].

mod audit;
mod backup;
mod demo;
mod doctor;
mod duplicates;
mod export;
mod help;
mod import;
mod invite;
mod migrate_store;
mod restore;
mod serve;
mod site;
mod target;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::{Failure, out};

/// What was typed; what `--help` says of it is in [`help`].
#[derive(Debug, Parser)]
#[command(name = "maillage", version, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Args),
    Serve(serve::Args),
    #[command(subcommand)]
    Site(site::Command),
    Invite(invite::Args),
    #[command(subcommand)]
    Import(import::Command),
    Export(export::Args),
    Duplicates(duplicates::Args),
    Doctor(doctor::Args),
    #[command(subcommand)]
    Audit(audit::Command),
    Backup(Box<backup::Args>),
    Restore(Box<restore::Args>),
    MigrateStore(migrate_store::Args),
}

/// Does what was typed; leaves with 1 after a failure, told in one line.
pub fn run() -> ExitCode {
    let typed = help::spoken(Cli::command(), out::lang()).get_matches();
    let cli = Cli::from_arg_matches(&typed).unwrap_or_else(|error| error.exit());
    match in_runtime(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            out::complain(failure.say(out::lang()));
            ExitCode::FAILURE
        }
    }
}

fn in_runtime(command: Command) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| Failure::Other(error.to_string()))?.block_on(perform(command))
}

async fn perform(command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Serve(args) => serve::run(args).await,
        Command::Site(command) => site::run(command).await,
        Command::Invite(args) => invite::run(args).await,
        Command::Import(command) => import::run(command).await,
        Command::Export(args) => export::run(args).await,
        Command::Duplicates(args) => duplicates::run(args).await,
        Command::Doctor(args) => doctor::run(args).await,
        Command::Audit(command) => audit::run(command).await,
        Command::Backup(args) => backup::run(*args).await,
        Command::Restore(args) => restore::run(*args).await,
        Command::MigrateStore(args) => migrate_store::run(args).await,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn no_two_options_of_a_command_clash() {
        super::Cli::command().debug_assert();
    }
}
