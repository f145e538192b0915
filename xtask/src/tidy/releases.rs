//! Every release the CHANGELOG tells of left a store, and no store is of another.

use std::collections::BTreeSet;

use super::flaw::Flaw;
use super::tree::Tree;
use crate::release::{ENDING, FOLDER};

const CHANGELOG: &str = "CHANGELOG.md";

pub(super) fn without_a_store(tree: &Tree) -> Vec<Flaw> {
    let told: BTreeSet<(usize, &str)> = tree
        .sources
        .iter()
        .filter(|source| source.path == CHANGELOG)
        .flat_map(|page| told(&page.text))
        .collect();
    let kept: BTreeSet<&str> = tree.weights.iter().filter_map(|(path, _)| version(path)).collect();
    let lost = told.iter().filter(|(_, version)| !kept.contains(version)).map(|(line, version)| {
        Flaw::new(CHANGELOG, *line, format!("{version} left no store: `cargo xtask release` at that version"))
    });
    let of_none =
        kept.iter().filter(|kept| !told.iter().any(|(_, version)| version == *kept)).map(|version| {
            Flaw::new(
                &format!("{FOLDER}/{version}{ENDING}"),
                1,
                "of a release the CHANGELOG does not tell of".to_owned(),
            )
        });
    lost.chain(of_none).collect()
}

/// Lines such as `## 0.1.0, 22 November 2026`.
fn told(page: &str) -> impl Iterator<Item = (usize, &str)> {
    let headings = (1..).zip(page.lines()).filter_map(|(line, text)| Some((line, text.strip_prefix("## ")?)));
    headings.filter_map(|(line, heading)| {
        let version = heading.split([',', ' ']).next()?;
        version.starts_with(|first: char| first.is_ascii_digit()).then_some((line, version))
    })
}

fn version(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(ENDING)
}

#[cfg(test)]
mod tests {
    use super::super::tree::Source;
    use super::*;

    #[test]
    fn a_release_without_its_store_and_a_store_without_its_release_are_told() {
        let page = "# Changelog\n\n## Unreleased\n\n## 0.2.0, 1 March 2027\n\n## 0.1.0, 22 November 2026\n";
        let tree = |versions: &[&str]| Tree {
            sources: vec![Source::new(CHANGELOG, page)],
            weights: versions.iter().map(|version| (format!("{FOLDER}/{version}{ENDING}"), 1)).collect(),
        };
        assert!(without_a_store(&tree(&["0.1.0", "0.2.0"])).is_empty());
        let flaws: Vec<String> =
            without_a_store(&tree(&["0.1.0", "0.3.0"])).iter().map(ToString::to_string).collect();
        assert_eq!(flaws.len(), 2, "{flaws:?}");
        assert!(flaws[0].starts_with("CHANGELOG.md:5: 0.2.0 left no store"), "{flaws:?}");
        assert!(flaws[1].starts_with("crates/maillage/released/0.3.0.backup:1"), "{flaws:?}");
    }
}
