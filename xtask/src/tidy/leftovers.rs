//! What was meant to be seen to later, and shortcuts that only tests may take.

use super::flaw::{Flaw, on_lines_with};
use super::place;
use super::rust::Views;

const ALLOW: &str = "`allow`: put it right, or `#[expect(…, reason = \"…\")]`";
const UNWRAP: &str = "`unwrap` outside tests: return the error, or make it impossible by a type";
const TODO: &str = "`todo!`: do it, or leave the whole function out";

/// Shortcuts in code.
pub(super) fn in_rust(path: &str, text: &str) -> Vec<Flaw> {
    if !place::is_rust(path) {
        return Vec::new();
    }
    let anywhere = Views::of(text).code;
    let mut flaws = on_lines_with(path, &anywhere, "#[allow", ALLOW);
    flaws.extend(on_lines_with(path, &anywhere, "#![allow", ALLOW));
    if !place::is_test(path) {
        let product = Views::without_tests(text).code;
        flaws.extend(on_lines_with(path, &product, ".unwrap()", UNWRAP));
        flaws.extend(on_lines_with(path, &product, "todo!", TODO));
    }
    flaws
}

/// Marks left for later, in comments of Rust and anywhere else.
pub(super) fn marks(path: &str, text: &str) -> Vec<Flaw> {
    let is_rust = place::is_rust(path);
    if path.ends_with(".lock") || path.ends_with("package-lock.json") || (is_rust && place::is_test(path)) {
        return Vec::new();
    }
    let read = if is_rust { Views::without_tests(text).comments } else { text.to_owned() };
    let mut flaws = Vec::new();
    for (index, line) in read.lines().enumerate() {
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        if let Some(mark) = words.find(|word| matches!(*word, "FIXME" | "XXX")) {
            let what = format!("`{mark}`: do it now, or file an issue and leave the mark out");
            flaws.push(Flaw::new(path, index + 1, what));
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcuts_are_told() {
        for text in [
            "#[allow(dead_code)]\nfn f() {}",
            "#![allow(x)]",
            "fn f() { g().unwrap() }",
            "fn f() { todo!() }",
        ] {
            assert_eq!(in_rust("crates/a/src/b.rs", text).len(), 1, "{text}");
        }
    }

    #[test]
    fn tests_may_unwrap_but_allow_nothing() {
        let inline = "#[cfg(test)]\nmod tests { fn f() { g().unwrap() } }";
        assert!(in_rust("crates/a/src/b.rs", inline).is_empty());
        assert!(in_rust("crates/a/src/tests.rs", "fn f() { g().unwrap() }").is_empty());
        assert_eq!(in_rust("crates/a/src/tests.rs", "#[allow(dead_code)]").len(), 1);
    }

    #[test]
    fn marks_are_told_in_comments_only() {
        assert_eq!(marks("crates/a/src/b.rs", "fn f() {} // FIXME: later").len(), 1);
        assert_eq!(marks("crates/a/src/b.css", "/* XXX */").len(), 1);
        assert!(marks("crates/a/src/b.rs", "const A: &str = \"XXX\";").is_empty());
        assert!(marks("crates/a/src/b.rs", "// XXXL").is_empty());
    }
}
