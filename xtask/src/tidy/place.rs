//! What a path says about a file.

/// The folder, or lone file, under a crate's `src/` that a file belongs to.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct Slice<'a> {
    pub(super) krate: &'a str,
    /// `lib` and `main` hold a crate together and are no capability.
    pub(super) name: &'a str,
}

pub(super) fn slice(path: &str) -> Option<Slice<'_>> {
    let (krate, inside) = path.strip_prefix("crates/")?.split_once("/src/")?;
    let name = inside.split('/').next()?;
    Some(Slice { krate, name: name.strip_suffix(".rs").unwrap_or(name) })
}

/// Module path of a Rust file inside its crate: `accounts/sql.rs` is `["accounts", "sql"]`.
pub(super) fn module(path: &str) -> Option<Vec<&str>> {
    let (_, inside) = path.split_once("/src/")?;
    let mut names: Vec<&str> = inside.strip_suffix(".rs")?.split('/').collect();
    if let Some("mod" | "lib" | "main") = names.last().copied() {
        names.pop();
    }
    Some(names)
}

pub(super) fn is_rust(path: &str) -> bool {
    path.ends_with(".rs")
}

/// A page or part of one; the style guide's plain pages are not.
pub(super) fn is_template(path: &str) -> bool {
    let is_beside_code = path.contains("/src/") || path.contains("/templates/");
    path.starts_with("crates/") && path.ends_with(".html") && is_beside_code
}

/// Code that only tests run, told by its place.
pub(super) fn is_test(path: &str) -> bool {
    let mut parts = path.split('/');
    let file = parts.next_back().unwrap_or_default();
    let is_test_file =
        matches!(file, "tests.rs" | "testing.rs" | "builders.rs") || file.ends_with("_tests.rs");
    is_test_file || parts.any(|folder| matches!(folder, "tests" | "testing" | "benches"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_a_folder_or_a_lone_file() {
        assert_eq!(slice("crates/care/src/referral/sql.rs"), Some(Slice { krate: "care", name: "referral" }));
        assert_eq!(slice("crates/care/src/lib.rs"), Some(Slice { krate: "care", name: "lib" }));
        assert_eq!(slice("xtask/src/main.rs"), None);
    }

    #[test]
    fn a_module_is_named_by_its_place() {
        assert_eq!(module("crates/care/src/referral/sql.rs"), Some(vec!["referral", "sql"]));
        assert_eq!(module("crates/care/src/referral/mod.rs"), Some(vec!["referral"]));
        assert_eq!(module("crates/care/src/lib.rs"), Some(vec![]));
    }

    #[test]
    fn tests_are_told_by_their_place() {
        assert!(is_test("crates/care/src/referral/tests.rs"));
        assert!(is_test("crates/care/src/referral/tests/merging.rs"));
        assert!(is_test("crates/platform/src/testing/app.rs"));
        assert!(!is_test("crates/care/src/referral/sql.rs"));
    }
}
