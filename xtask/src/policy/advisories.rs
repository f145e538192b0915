//! What is known against the versions we build upon, as RustSec's database keeps it: one file each,
//! `crates/NAME/ID.md`, which opens with a block of TOML.

use std::fs;
use std::path::Path;

use semver::{Version, VersionReq};
use serde::Deserialize;

use super::Refusal;
use super::page::Advisories;
use crate::Failure;
use crate::packages::Crate;

#[derive(Debug, Deserialize)]
pub(super) struct Known {
    advisory: Advisory,
    #[serde(default)]
    versions: Versions,
}

#[derive(Debug, Deserialize)]
struct Advisory {
    id: String,
    package: String,
    /// Taken back since.
    withdrawn: Option<String>,
    /// `unmaintained`, `unsound`, `notice`: no hole, and worth knowing.
    informational: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Versions {
    #[serde(default)]
    patched: Vec<VersionReq>,
    #[serde(default)]
    unaffected: Vec<VersionReq>,
}

/// Reads a checkout of the database.
///
/// # Errors
/// When it is none, or a file of it cannot be read: an advisory passed over is one not looked at.
pub(super) fn read(folder: &Path) -> Result<Vec<Known>, Failure> {
    let crates = folder.join("crates");
    let listed = |path: &Path| -> Result<fs::ReadDir, Failure> {
        Ok(fs::read_dir(path).map_err(|error| format!("no advisories at {}: {error}", path.display()))?)
    };
    let mut known = Vec::new();
    for of_one in listed(&crates)? {
        for file in listed(&of_one?.path())? {
            let path = file?.path();
            let text = fs::read_to_string(&path)?;
            known.push(parsed(&text).map_err(|error| format!("{}: {error}", path.display()))?);
        }
    }
    if known.is_empty() { Err(format!("no advisories at {}", crates.display()).into()) } else { Ok(known) }
}

fn parsed(text: &str) -> Result<Known, Failure> {
    let block = text.split_once("```toml").and_then(|(_, rest)| rest.split_once("```"));
    let (block, _) = block.ok_or("it does not open with a block of TOML")?;
    Ok(toml::from_str(block)?)
}

/// Advisories that touch a crate and are not ignored, and those ignored that touch none.
///
/// # Errors
/// When a crate's version is none.
pub(super) fn refused(page: &Advisories, known: &[Known], crates: &[Crate]) -> Result<Vec<Refusal>, Failure> {
    let mut refused = Vec::new();
    let mut met = Vec::new();
    for package in crates.iter().filter(|package| package.source.is_some()) {
        let version = Version::parse(&package.version)?;
        for Known { advisory, .. } in known.iter().filter(|known| known.touches(&package.name, &version)) {
            met.push(&advisory.id);
            if !page.ignore.iter().any(|ignored| ignored.id == advisory.id) {
                let kind = advisory.informational.as_deref().unwrap_or("vulnerability");
                refused.push(format!("{} {version}: {} ({kind})", package.name, advisory.id));
            }
        }
    }
    let idle = page.ignore.iter().filter(|ignored| !met.contains(&&ignored.id));
    refused.extend(idle.map(|ignored| format!("deny.toml: {} touches nothing: take it out", ignored.id)));
    Ok(refused)
}

impl Known {
    /// A version nobody said to be safe is not.
    fn touches(&self, name: &str, version: &Version) -> bool {
        let safe = self.versions.patched.iter().chain(&self.versions.unaffected);
        self.advisory.withdrawn.is_none()
            && self.advisory.package == name
            && !safe.into_iter().any(|versions| versions.matches(version))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::package;
    use super::*;

    fn advisory(more: &str, versions: &str) -> Known {
        parsed(&format!(
            "```toml\n[advisory]\nid = \"RUSTSEC-2026-0001\"\npackage = \"a\"\ndate = \"2026-01-02\"\n{more}\n\
             [versions]\n{versions}\n```\n\n# A hole\n"
        ))
        .unwrap()
    }

    fn page(ignore: &str) -> Advisories {
        toml::from_str(&format!("ignore = [{ignore}]")).unwrap()
    }

    #[test]
    fn a_version_nobody_said_to_be_safe_is_refused() {
        let known = [advisory("", "patched = [\">= 1.2.0\"]\nunaffected = [\"< 0.9.0\"]")];
        let told = |version: &str| refused(&page(""), &known, &[package("a", version, "MIT")]).unwrap();
        assert_eq!(told("1.1.0"), ["a 1.1.0: RUSTSEC-2026-0001 (vulnerability)"]);
        assert!(told("1.2.0").is_empty() && told("0.8.0").is_empty());
        assert!(refused(&page(""), &known, &[package("b", "1.1.0", "MIT")]).unwrap().is_empty());
    }

    #[test]
    fn one_without_a_remedy_touches_every_version_and_one_taken_back_none() {
        let of = |more: &str| {
            refused(&page(""), &[advisory(more, "patched = []")], &[package("a", "9.0.0", "MIT")]).unwrap()
        };
        assert_eq!(of("informational = \"unmaintained\""), ["a 9.0.0: RUSTSEC-2026-0001 (unmaintained)"]);
        assert!(of("withdrawn = \"2026-02-03\"").is_empty());
    }

    #[test]
    fn one_is_ignored_with_a_reason_while_it_touches_something() {
        let ignored = page("{ id = \"RUSTSEC-2026-0001\", reason = \"never called\" }");
        let known = [advisory("", "patched = []")];
        assert!(refused(&ignored, &known, &[package("a", "1.0.0", "MIT")]).unwrap().is_empty());
        let told = refused(&ignored, &known, &[]).unwrap();
        assert_eq!(told, ["deny.toml: RUSTSEC-2026-0001 touches nothing: take it out"]);
    }

    #[test]
    fn a_folder_that_is_no_database_is_told() {
        assert!(read(Path::new("/nowhere")).unwrap_err().to_string().starts_with("no advisories at"));
        assert!(parsed("# without a block").is_err());
    }
}
