//! `cargo xtask test`: everything that must hold, on this machine, from a fresh clone.
//!
//! It installs what it needs when it may, starts a PostgreSQL of its own, runs every check in the
//! order of their cost, and stops what it started. Each phase prints its name, then how long it took.

mod browser;
mod debian;
mod formats;
mod packages;
mod phases;
mod postgres;
mod rust;
mod screenshots;

pub(crate) use self::screenshots::take as screenshots;

use clap::{Args, ValueEnum};

use self::phases::Phases;
use self::postgres::Cluster;
use crate::{Failure, policy, tidy};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Run one part only.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Go on after a phase that failed; the end still says so.
    #[arg(long)]
    keep_going: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
enum Part {
    /// Format, lints, the rules of the house, and what may be built upon.
    Tidy,
    /// Every Rust test, stories on embedded SQLite only: the quickest look.
    Unit,
    /// The crates that tell stories through HTTP, on both engines.
    Stories,
    /// The program itself, in a browser.
    Browser,
    /// What the program exports and answers, held to what others check.
    Formats,
}

/// Runs the phases.
///
/// # Errors
/// When one of them failed; its own words stand above.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let mut phases = Phases::new(options.keep_going);
    let wants = |part: Part| options.only.is_none_or(|only| only == part);
    prepare(&mut phases, options.only);
    if wants(Part::Tidy) {
        phases.run("format", rust::format);
        phases.run("tidy", tidy::run);
        phases.run("policy", policy::hold);
        phases.run("clippy", rust::clippy);
    }
    if options.only == Some(Part::Unit) {
        phases.run("unit tests", rust::tests_on_sqlite);
    }
    if options.only.is_none_or(|only| only == Part::Stories) {
        on_both_engines(&mut phases, options.only);
    }
    if wants(Part::Browser) || wants(Part::Formats) {
        phases.run("program", browser::build);
    }
    if wants(Part::Formats) {
        phases.run("formats", formats::check);
    }
    if wants(Part::Browser) {
        phases.run("browser tests", browser::tests);
    }
    phases.finish()
}

/// What `cargo xtask soak` needs besides: a tracer, PostgreSQL, scanners, the mail server of the browser's tests.
///
/// # Errors
/// One line naming what is missing.
pub(crate) fn for_soak() -> Result<(), Failure> {
    let wanted =
        debian::Wanted { postgres: true, python: true, tracer: true, scanners: true, ..Default::default() };
    debian::ensure(wanted)?;
    formats::install()?;
    packages::of_browser()
}

fn prepare(phases: &mut Phases, only: Option<Part>) {
    let wanted = debian::Wanted {
        browser: matches!(only, None | Some(Part::Browser)),
        postgres: matches!(only, None | Some(Part::Stories)),
        python: matches!(only, None | Some(Part::Formats)),
        ..debian::Wanted::default()
    };
    if wanted.browser || wanted.postgres || wanted.python {
        phases.run("Debian packages", || debian::ensure(wanted));
    }
    if !matches!(only, Some(Part::Tidy | Part::Formats)) {
        phases.run("npm packages", packages::of_browser);
    }
    if wanted.python {
        phases.run("packages of format tests", formats::install);
    }
}

fn on_both_engines(phases: &mut Phases, only: Option<Part>) {
    let Some(cluster) = phases.run("PostgreSQL", Cluster::start) else { return };
    if only.is_none() {
        phases.run("tests", || rust::tests(&cluster));
        phases.run("examples in documentation", rust::documentation);
    } else {
        phases.run("stories", || rust::stories(&cluster));
    }
    phases.run("PostgreSQL stopped", || cluster.stop());
}
