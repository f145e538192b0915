//! Each package says its licence, and one of those it offers is on the page.

use spdx::{Expression, Licensee, ParseMode};

use super::Refusal;
use super::page::Licenses;
use crate::packages::{Crate, Npm};

/// As the page names it, and as it is read.
type Allowed<'a> = (&'a str, Licensee);

pub(super) fn refused(page: &Licenses, crates: &[Crate], npm: &[Npm]) -> Vec<Refusal> {
    let mut refused = Vec::new();
    let mut allowed = Vec::new();
    for name in &page.allow {
        match Licensee::parse(name) {
            Ok(licence) => allowed.push((name.as_str(), licence)),
            Err(_) => refused.push(format!("deny.toml: `{name}` is no licence of SPDX's list")),
        }
    }
    let of_others = crates.iter().filter(|package| package.source.is_some());
    let of_crates = of_others.map(|package| (&package.name, &package.version, &package.license));
    let of_npm = npm.iter().map(|package| (&package.name, &package.version, &package.license));
    let mut read = Vec::new();
    for (name, version, licence) in of_crates.chain(of_npm) {
        let told = licence.as_deref().unwrap_or_default();
        match Expression::parse_mode(told, ParseMode::LAX) {
            Ok(offered) if is_allowed(&offered, &allowed) => read.push(offered),
            Ok(_) => {
                refused.push(format!("{name} {version}: licence {told}, which deny.toml does not allow"));
            }
            Err(_) => refused.push(format!("{name} {version}: says no licence that can be read ({told:?})")),
        }
    }
    let idle = allowed.iter().filter(|licence| !is_needed(licence, &allowed, &read));
    refused.extend(idle.map(|(name, _)| format!("deny.toml: nothing needs the licence {name}: take it out")));
    refused
}

fn is_allowed(offered: &Expression, allowed: &[Allowed]) -> bool {
    offered.evaluate(|asked| allowed.iter().any(|(_, licence)| licence.satisfies(asked)))
}

/// Whether something would be refused without this one.
fn is_needed((name, _): &Allowed, allowed: &[Allowed], read: &[Expression]) -> bool {
    let others: Vec<Allowed> = allowed.iter().filter(|(other, _)| other != name).cloned().collect();
    read.iter().any(|offered| !is_allowed(offered, &others))
}

#[cfg(test)]
mod tests {
    use super::super::tests::package;
    use super::*;

    fn page(allow: &str) -> Licenses {
        toml::from_str(&format!(
            "allow = [{allow}]\nunused-allowed-license = \"allow\"\nprivate = {{ ignore = true }}"
        ))
        .unwrap()
    }

    #[test]
    fn one_of_those_offered_is_enough_and_all_of_those_asked_are_needed() {
        let crates =
            [package("a", "1.0.0", "MIT/Apache-2.0"), package("b", "1.0.0", "(MIT OR ISC) AND Zlib")];
        assert!(refused(&page("\"MIT\", \"Zlib\""), &crates, &[]).is_empty());
        let told = refused(&page("\"MIT\""), &crates, &[]);
        assert_eq!(told, ["b 1.0.0: licence (MIT OR ISC) AND Zlib, which deny.toml does not allow"]);
    }

    #[test]
    fn an_exception_is_a_licence_of_its_own() {
        let crates = [package("a", "1.0.0", "Apache-2.0 WITH LLVM-exception")];
        assert_eq!(refused(&page("\"Apache-2.0\""), &crates, &[]).len(), 2);
        assert!(refused(&page("\"Apache-2.0 WITH LLVM-exception\""), &crates, &[]).is_empty());
    }

    #[test]
    fn whoever_says_none_is_refused_on_npm_as_well_and_our_own_are_not_asked() {
        let ours = Crate { source: None, ..package("ours", "0.1.0", "") };
        let font = Npm {
            name: "@a/font".to_owned(),
            version: "2.0.0".to_owned(),
            license: Some("SEE LICENSE IN X".to_owned()),
            integrity: None,
        };
        let told = refused(&page(""), &[ours, package("a", "1.0.0", "")], &[font]);
        let no = "says no licence that can be read";
        assert_eq!(
            told,
            [format!("a 1.0.0: {no} (\"\")"), format!("@a/font 2.0.0: {no} (\"SEE LICENSE IN X\")")]
        );
    }

    #[test]
    fn a_licence_nothing_has_any_more_leaves_the_page() {
        let told = refused(
            &page("\"MIT\", \"ISC\", \"None such\""),
            &[package("a", "1.0.0", "MIT"), package("b", "1.0.0", "MIT OR ISC")],
            &[],
        );
        assert_eq!(
            told,
            [
                "deny.toml: `None such` is no licence of SPDX's list",
                "deny.toml: nothing needs the licence ISC: take it out"
            ]
        );
    }
}
