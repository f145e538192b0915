//! `model.rs` and `rules.rs` decide; they read and write nothing.

use super::flaw::Flaw;
use super::paths;
use super::rust::Views;

const OUTSIDE: [&str; 4] = ["sqlx", "axum", "tokio", "db"];

/// A pure file that names the store, the web or the runtime, or waits.
pub(super) fn broken(path: &str, text: &str) -> Vec<Flaw> {
    if !is_pure(path) {
        return Vec::new();
    }
    let code = Views::without_tests(text).code;
    let mut flaws = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let words = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        if words.clone().any(|word| word == "async") {
            let what = "`async` in a pure file: take what it waits for as an argument";
            flaws.push(Flaw::new(path, index + 1, what));
        }
    }
    for (line, named) in paths::named(&code) {
        if let Some(outside) = outside(&named) {
            let what = format!("`{outside}` in a pure file: move this to sql.rs, pages.rs or jobs.rs");
            flaws.push(Flaw::new(path, line, what));
        }
    }
    flaws
}

fn is_pure(path: &str) -> bool {
    let mut parts = path.split('/');
    let file = parts.next_back().unwrap_or_default();
    let folder = parts.next_back().unwrap_or_default();
    let is_beside_code = path.starts_with("crates/") && path.ends_with(".rs");
    is_beside_code && (matches!(file, "model.rs" | "rules.rs") || matches!(folder, "model" | "rules"))
}

/// `sqlx::…`, `platform::db`, `crate::db`, `super::db`, `axum::…`.
fn outside<'a>(named: &[&'a str]) -> Option<&'a str> {
    let first = named.first().copied()?;
    let is_local = matches!(first, "crate" | "super" | "platform");
    let word = if is_local { *named.get(1)? } else { first };
    (OUTSIDE.contains(&word) && (is_local == (word == "db"))).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "crates/care/src/referral/model.rs";

    #[test]
    fn a_model_that_reaches_out_is_told() {
        for text in [
            "use sqlx::FromRow;",
            "fn f() { tokio::spawn(x) }",
            "use axum::Router;",
            "use platform::{db::Tx, web};",
            "use crate::db::Tx;",
            "pub async fn f() {}",
        ] {
            assert_eq!(broken(MODEL, text).len(), 1, "{text}");
        }
        assert_eq!(broken("crates/care/src/referral/rules/age.rs", "use sqlx::FromRow;").len(), 1);
    }

    #[test]
    fn a_model_may_name_them_in_a_sentence_and_a_query_may_use_them() {
        assert!(broken(MODEL, "/// Kept by sqlx.\nuse kernel::Clock;").is_empty());
        assert!(broken("crates/care/src/referral/sql.rs", "use sqlx::FromRow;").is_empty());
    }
}
