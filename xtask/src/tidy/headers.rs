//! A crate or a folder says first whom it serves.

use super::flaw::Flaw;

/// `lib.rs` or `mod.rs` without a `//!` on its first line.
pub(super) fn missing(path: &str, text: &str) -> Vec<Flaw> {
    let opens_a_folder = path.ends_with("/lib.rs") || path.ends_with("/mod.rs");
    if !opens_a_folder || text.starts_with("//!") {
        return Vec::new();
    }
    vec![Flaw::new(path, 1, "no header: begin with `//!`, whom it serves, its words, what always holds")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_header_is_told() {
        assert_eq!(missing("crates/a/src/b/mod.rs", "mod c;\n//! Late.\n").len(), 1);
        assert_eq!(missing("crates/a/src/lib.rs", "").len(), 1);
        assert!(missing("crates/a/src/lib.rs", "//! Pure.\n").is_empty());
        assert!(missing("crates/a/src/b/sql.rs", "use x;\n").is_empty());
    }
}
