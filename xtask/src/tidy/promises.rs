//! docs/trust.md and docs/asvs.md promise; each test they name is there.

use std::collections::BTreeSet;

use super::flaw::Flaw;
use super::tree::Source;

const PAGES: [&str; 2] = ["docs/trust.md", "docs/asvs.md"];
/// Names of fewer words may be those of anything.
const FEWEST_UNDERSCORES: usize = 2;

pub(super) fn without_a_test(sources: &[Source]) -> Vec<Flaw> {
    let tests: BTreeSet<&str> = sources.iter().flat_map(functions).collect();
    let pages = sources.iter().filter(|source| PAGES.contains(&source.path.as_str()));
    pages.flat_map(|page| on_one(page, &tests)).collect()
}

fn on_one(page: &Source, tests: &BTreeSet<&str>) -> Vec<Flaw> {
    let lines = (1..).zip(page.text.lines());
    let named = lines.flat_map(|(line, text)| names(text).map(move |name| (line, name)));
    let absent = named.filter(|(_, name)| !tests.contains(name));
    let told = |name| format!("`{name}` is no test: name the one that holds this");
    absent.map(|(line, name)| Flaw::new(&page.path, line, told(name))).collect()
}

/// What stands between backticks and reads like a test's name.
fn names(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2).filter(|name| {
        name.matches('_').count() >= FEWEST_UNDERSCORES
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    })
}

/// The tests of a Rust file: the functions under `#[test]` or `#[tokio::test…]`.
fn functions(source: &Source) -> Vec<&str> {
    let is_rust = source.path.ends_with(".rs");
    let mut found = Vec::new();
    let mut is_marked = false;
    for line in source.text.lines().map(str::trim_start).filter(|_| is_rust) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_marked = true;
        } else if let (true, Some((_, rest))) = (is_marked, line.split_once("fn ")) {
            found.extend(rest.split('(').next());
            is_marked = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_without_its_test_is_told_and_one_with_it_is_not() {
        let page = "| held | `a_chain_is_whole` `a_link_is_cut` `Reauthenticated` `short_name` |\n";
        let code = "#[tokio::test]\nasync fn a_chain_is_whole() {}\nfn a_link_is_cut() {}\n";
        let what = "`a_link_is_cut` is no test: name the one that holds this";
        for path in ["docs/trust.md", "docs/asvs.md"] {
            let sources = [Source::new(path, page), Source::new("crates/care/src/tests.rs", code)];
            assert_eq!(without_a_test(&sources), [Flaw::new(path, 1, what)]);
        }
        assert!(without_a_test(&[Source::new("docs/plan.md", page)]).is_empty());
    }
}
