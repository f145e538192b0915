//! A capability asks another through its functions, never through its queries or pages.

use super::flaw::Flaw;
use super::place::{self, Slice};
use super::rust::Views;
use super::{paths, place::slice};

const PRIVATE: [&str; 2] = ["sql", "pages"];

/// A path into the `sql` or `pages` of another slice, of this crate or another.
pub(super) fn reaching_into_another(path: &str, text: &str) -> Vec<Flaw> {
    let (Some(own), Some(module)) = (slice(path), place::module(path)) else { return Vec::new() };
    if !place::is_rust(path) || place::is_test(path) || matches!(own.name, "lib" | "main") {
        return Vec::new();
    }
    let code = Views::without_tests(text).code;
    let reached = paths::named(&code).into_iter().filter_map(|(line, named)| {
        let part = private_part(own, &module, &named)?;
        let what = format!("`{part}` belongs to another slice: have that slice's `mod.rs` offer a function");
        Some(Flaw::new(path, line, what))
    });
    reached.collect()
}

/// The path up to another slice's private part, when it leads there.
fn private_part(own: Slice<'_>, module: &[&str], named: &[&str]) -> Option<String> {
    let inside = absolute(module, named);
    let other = *inside.first()?;
    let at = inside.iter().skip(1).position(|segment| PRIVATE.contains(segment))?;
    let is_module = other.chars().all(|c| c.is_lowercase() || c == '_');
    let part = || inside.iter().take(at + 2).copied().collect::<Vec<_>>().join("::");
    (other != own.name && is_module).then(part)
}

/// The path from a crate's root; of a path that begins elsewhere, all of it.
fn absolute<'a>(module: &[&'a str], named: &[&'a str]) -> Vec<&'a str> {
    match named.split_first() {
        Some((&"crate", rest)) => rest.to_vec(),
        Some((&"self", rest)) => [module, rest].concat(),
        Some((&"super", _)) => {
            let ups = named.iter().take_while(|segment| **segment == "super").count();
            let base = module.get(..module.len().saturating_sub(ups)).unwrap_or_default();
            [base, named.get(ups..).unwrap_or_default()].concat()
        }
        // `use super::other` then `other::sql`, or `directory::resource::sql`.
        _ if named.first().is_some_and(|first| PRIVATE.contains(first)) => Vec::new(),
        _ => named.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: &str = "crates/care/src/referral/pages.rs";

    #[test]
    fn another_slices_queries_are_its_own() {
        for text in [
            "use crate::screening::sql;",
            "use crate::{screening::{model, pages::Form}, words};",
            "fn f() { super::super::screening::sql::find(tx) }",
            "fn f() { screening::sql::find(tx) }",
            "use directory::resource::sql::find;",
        ] {
            assert_eq!(reaching_into_another(PAGES, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn its_own_queries_and_others_functions_are_free() {
        for text in [
            "use super::sql::find;",
            "use crate::referral::{sql, model};",
            "fn f() { sql::find(tx) }",
            "use crate::screening::model::Answer;",
            "use directory::resource::find;",
        ] {
            assert!(reaching_into_another(PAGES, text).is_empty(), "{text}");
        }
    }
}
