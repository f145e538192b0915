//! `deny.toml`, the part of cargo-deny's format that is held to here: a word more is refused, so that
//! nothing stands on the page that only seems to hold.

use std::fs;
use std::path::Path;

use semver::{Version, VersionReq};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::Failure;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    #[expect(dead_code, reason = "read so that it names no fewer platforms than all")]
    graph: Graph,
    pub(super) advisories: Advisories,
    pub(super) licenses: Licenses,
    pub(super) bans: Bans,
    pub(super) sources: Sources,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Graph {
    #[expect(dead_code, reason = "an empty list is the only one that can be read")]
    targets: [String; 0],
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advisories {
    pub(super) ignore: Vec<Ignored>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignored {
    pub(super) id: String,
    #[expect(dead_code, reason = "for people; without one the page is not read")]
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Licenses {
    pub(super) allow: Vec<String>,
    #[expect(dead_code, reason = "said to cargo-deny; unused ones are refused here")]
    unused_allowed_license: Allow,
    #[expect(dead_code, reason = "the project's own have no source and are never looked at")]
    private: Private,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Private {
    #[expect(dead_code, reason = "said to cargo-deny")]
    ignore: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Bans {
    #[expect(dead_code, reason = "nothing but deny can be read")]
    multiple_versions: Deny,
    #[expect(dead_code, reason = "said to cargo-deny: what tests need is looked at as well")]
    multiple_versions_include_dev: bool,
    #[expect(dead_code, reason = "nothing but deny can be read")]
    wildcards: Deny,
    #[expect(dead_code, reason = "said to cargo-deny: our own crates have no version to ask for")]
    allow_wildcard_paths: bool,
    pub(super) deny: Vec<Kept>,
    pub(super) skip: Vec<Named>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Sources {
    #[expect(dead_code, reason = "nothing but deny can be read")]
    unknown_registry: Deny,
    #[expect(dead_code, reason = "nothing but deny can be read")]
    unknown_git: Deny,
    pub(super) allow_registry: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Deny {
    Deny,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Allow {
    Allow,
}

/// A crate kept out, but for those that may bring it along.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kept {
    #[serde(rename = "crate")]
    pub(super) which: Which,
    #[serde(default)]
    pub(super) wrappers: Vec<String>,
    pub(super) reason: String,
}

/// A crate, or some versions of it, and why it is named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    #[serde(rename = "crate")]
    pub(super) which: Which,
    #[expect(dead_code, reason = "for people; without one the page is not read")]
    reason: String,
}

/// `name`, `name:0.8` (what that asks for in a manifest) or `name@0.8.1` (no other).
#[derive(Debug)]
pub(super) struct Which {
    name: String,
    versions: VersionReq,
}

impl Page {
    pub(super) fn read(path: &Path) -> Result<Page, Failure> {
        let text = fs::read_to_string(path)?;
        Ok(toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
    }
}

impl Which {
    pub(super) fn is(&self, name: &str, version: &str) -> bool {
        self.name == name
            && (self.versions == VersionReq::STAR
                || Version::parse(version).is_ok_and(|version| self.versions.matches(&version)))
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    fn parse(text: &str) -> Result<Which, semver::Error> {
        let (name, versions) = if let Some((name, version)) = text.split_once('@') {
            (name, VersionReq::parse(&format!("={version}"))?)
        } else if let Some((name, versions)) = text.split_once(':') {
            (name, VersionReq::parse(versions)?)
        } else {
            (text, VersionReq::STAR)
        };
        Ok(Which { name: name.to_owned(), versions })
    }
}

impl std::fmt::Display for Which {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.name, self.versions)
    }
}

impl<'de> Deserialize<'de> for Which {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Which, D::Error> {
        Which::parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_named_with_all_its_versions_a_range_or_one() {
        let named = |text: &str, version: &str| Which::parse(text).unwrap().is("rand", version);
        assert!(named("rand", "0.8.5") && named("rand", "1.0.0-rc.1"));
        assert!(named("rand:0.8", "0.8.5") && !named("rand:0.8", "0.9.0"));
        assert!(named("rand@0.8.5", "0.8.5") && !named("rand@0.8.5", "0.8.6"));
        assert!(!named("other", "0.8.5"));
        assert!(Which::parse("rand:what").is_err());
    }

    #[test]
    fn a_word_nobody_holds_to_is_refused() {
        let sources = "unknown-registry = \"deny\"\nunknown-git = \"deny\"\nallow-registry = []\n";
        assert!(toml::from_str::<Sources>(sources).is_ok());
        assert!(toml::from_str::<Sources>(&sources.replace("git = \"deny\"", "git = \"warn\"")).is_err());
        assert!(toml::from_str::<Sources>(&format!("{sources}required-git-spec = \"rev\"\n")).is_err());
        assert!(toml::from_str::<Ignored>("id = \"RUSTSEC-2026-0001\"").is_err(), "without a reason");
    }
}
