//! `cargo xtask tidy`: what the house expects of its files and no compiler checks.
//!
//! A rule is a pure function from a file, or from all of them, to [`Flaw`]s; each has a test that
//! shows it failing. A flaw reads `path:line: what, and what to do`. The same rules run as a test of
//! this crate, so that no green run can hide an untidy tree.

mod flaw;
mod forbidden;
mod headers;
mod leftovers;
mod migrations;
mod paths;
mod place;
mod promises;
mod purity;
mod releases;
mod rust;
mod sizes;
mod slices;
mod tables;
mod templates;
mod tree;
mod words;

use self::flaw::Flaw;
use self::tree::{Source, Tree};
use crate::{Failure, say};

/// Checks every file git knows or would take, and prints each flaw and the figures of sizes.
///
/// # Errors
/// When something is untidy, or the tree cannot be read.
pub(crate) fn run() -> Result<(), Failure> {
    let tree = Tree::read(&crate::root())?;
    let flaws = flaws(&tree);
    for flaw in &flaws {
        say(&flaw.to_string());
    }
    say(&sizes::figures(&tree.sources).to_string());
    if flaws.is_empty() {
        say(&format!("tidy: {} files, nothing to say", tree.sources.len()));
        return Ok(());
    }
    Err(format!("tidy: {} to put right", flaws.len()).into())
}

fn flaws(tree: &Tree) -> Vec<Flaw> {
    let sources = &tree.sources;
    let mut found = sizes::too_heavy(&tree.weights);
    found.extend(sources.iter().flat_map(of_one_file));
    found.extend(sizes::of_the_whole(sources));
    found.extend(tables::written_from_two_slices(sources));
    found.extend(migrations::same_number(sources));
    found.extend(words::missing_in_one_language(sources));
    found.extend(releases::without_a_store(tree));
    found.extend(promises::without_a_test(sources));
    found
}

fn of_one_file(source: &Source) -> Vec<Flaw> {
    let rules = [
        sizes::too_long,
        headers::missing,
        purity::broken,
        slices::reaching_into_another,
        leftovers::in_rust,
        leftovers::marks,
        templates::flaws,
        words::badly_written,
        forbidden::named,
    ];
    rules.iter().flat_map(|rule| rule(&source.path, &source.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_tidy() {
        let tree = Tree::read(&crate::root()).unwrap();
        let flaws: Vec<String> = flaws(&tree).iter().map(ToString::to_string).collect();
        assert!(flaws.is_empty(), "{}", flaws.join("\n"));
    }
}
