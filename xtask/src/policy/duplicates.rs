//! One version of each crate, but for those the page names with a reason.

use std::collections::BTreeMap;

use super::Refusal;
use super::page::{Bans, Named};
use crate::packages::Crate;

pub(super) fn refused(page: &Bans, crates: &[Crate]) -> Vec<Refusal> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in crates {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    versions.retain(|_, all| all.len() > 1);
    let mut refused: Vec<Refusal> =
        versions.iter().filter_map(|(name, all)| told(name, all, &page.skip)).collect();
    let idle = page.skip.iter().filter(|named| {
        !versions.iter().any(|(name, all)| all.iter().any(|version| named.which.is(name, version)))
    });
    refused.extend(idle.map(|named| {
        format!("deny.toml: there are no longer two versions because of {}: take it out", named.which)
    }));
    refused
}

/// When more than one version is left after those that are tolerated.
fn told(name: &str, all: &[&str], tolerated: &[Named]) -> Option<Refusal> {
    let is_left = |version: &&&str| !tolerated.iter().any(|named| named.which.is(name, version));
    let left: Vec<&str> = all.iter().filter(is_left).copied().collect();
    let many = left.len() > 1;
    many.then(|| {
        format!("{name}: versions {}: take one, or name the others in deny.toml", left.join(" and "))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::package;
    use super::*;

    pub(super) fn page(skip: &str) -> Bans {
        toml::from_str(&format!(
            "multiple-versions = \"deny\"\nmultiple-versions-include-dev = true\nwildcards = \"deny\"\n\
             allow-wildcard-paths = true\ndeny = []\nskip = [{skip}]"
        ))
        .unwrap()
    }

    #[test]
    fn a_second_version_is_refused_unless_one_of_them_is_named() {
        let crates =
            [package("a", "0.8.1", "MIT"), package("a", "0.9.0", "MIT"), package("b", "1.0.0", "MIT")];
        let told = refused(&page(""), &crates);
        assert_eq!(told, ["a: versions 0.8.1 and 0.9.0: take one, or name the others in deny.toml"]);
        assert!(refused(&page("{ crate = \"a:0.8\", reason = \"c\" }"), &crates).is_empty());
    }

    #[test]
    fn what_is_tolerated_and_no_longer_there_is_refused() {
        let crates = [package("a", "0.9.0", "MIT")];
        let told = refused(
            &page("{ crate = \"a:0.8\", reason = \"c\" }, { crate = \"a:0.9\", reason = \"c\" }"),
            &crates,
        );
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("a ^0.8: take it out"), "{told:?}");
    }
}
