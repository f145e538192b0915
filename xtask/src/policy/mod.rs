//! `cargo xtask policy`: what may be built upon. One page says it, `deny.toml`, written as cargo-deny
//! reads it; here it is held to without anything to install, and npm's packages with it.
//!
//! A rule is a pure function from the page and the packages to [`Refusal`]s. What the page tolerates
//! and nothing needs any more is refused as well, so that it stays short.

mod advisories;
mod duplicates;
mod licences;
mod origins;
mod page;

use std::path::PathBuf;

use clap::Args;

use self::page::Page;
use crate::packages::{self, Crates, Npm};
use crate::{Failure, root, say};

/// Environment variable: a checkout of RustSec's advisories.
const ADVISORIES: &str = "MAILLAGE_ADVISORIES";
/// npm's lock files: what the bundle takes, what the browser's tests take.
const NPM_LOCKS: [&str; 3] =
    ["crates/assets/package-lock.json", "tests/browser/package-lock.json", "tests/formats/package-lock.json"];

#[derive(Debug, Default, Args)]
pub(crate) struct Options {
    /// A checkout of RustSec's advisory-db, to hold Cargo.lock to.
    #[arg(long, env = ADVISORIES, value_name = "FOLDER")]
    advisories: Option<PathBuf>,
}

/// Something the page does not allow: what, and what to do.
type Refusal = String;

/// Holds every package to the page, and prints each refusal.
///
/// # Errors
/// When one is refused, or something cannot be read.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let page = Page::read(&root().join("deny.toml"))?;
    let crates = packages::crates()?;
    let npm = all_npm()?;
    let mut refused = refusals(&page, &crates, &npm);
    if let Some(folder) = &options.advisories {
        let known = advisories::read(folder)?;
        say(&format!("policy: {} advisories read", known.len()));
        refused.extend(advisories::refused(&page.advisories, &known, &crates.packages)?);
    } else {
        say(&format!("policy: no advisory was looked at: name a checkout with --advisories or {ADVISORIES}"));
    }
    for refusal in &refused {
        say(refusal);
    }
    if refused.is_empty() {
        say(&format!(
            "policy: {} crates and {} npm packages, nothing to say",
            crates.packages.len(),
            npm.len()
        ));
        return Ok(());
    }
    Err(format!("policy: {} refused", refused.len()).into())
}

/// The same with what the environment names, as one of the phases of `cargo xtask test`.
///
/// # Errors
/// As [`run`].
pub(crate) fn hold() -> Result<(), Failure> {
    run(&Options { advisories: std::env::var_os(ADVISORIES).map(PathBuf::from) })
}

fn refusals(page: &Page, crates: &Crates, npm: &[Npm]) -> Vec<Refusal> {
    let crates = &crates.packages;
    let mut refused = licences::refused(&page.licenses, crates, npm);
    refused.extend(duplicates::refused(&page.bans, crates));
    refused.extend(origins::banned(&page.bans, crates));
    refused.extend(origins::wildcards(crates));
    refused.extend(origins::from_elsewhere(&page.sources, crates));
    refused
}

fn all_npm() -> Result<Vec<Npm>, Failure> {
    let mut all = Vec::new();
    for lock in NPM_LOCKS {
        all.extend(packages::npm(&root().join(lock))?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An invented crate of crates.io.
    pub(super) fn package(name: &str, version: &str, license: &str) -> packages::Crate {
        packages::Crate {
            id: format!("{name}@{version}"),
            name: name.to_owned(),
            version: version.to_owned(),
            license: (!license.is_empty()).then(|| license.to_owned()),
            source: Some("registry+https://github.com/rust-lang/crates.io-index".to_owned()),
            dependencies: Vec::new(),
        }
    }

    #[test]
    fn what_is_built_upon_is_allowed() {
        let page = Page::read(&root().join("deny.toml")).unwrap();
        let refused = refusals(&page, &packages::crates().unwrap(), &all_npm().unwrap());
        assert!(refused.is_empty(), "{}", refused.join("\n"));
    }
}
