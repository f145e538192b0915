//! The packages the project is built upon, as cargo's and npm's lock files name them.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::Failure;
use crate::command::{cargo, said};

/// A crate of the whole graph: every platform, tests included.
#[derive(Debug, Deserialize)]
pub(crate) struct Crate {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) license: Option<String>,
    /// `None` for our own.
    pub(crate) source: Option<String>,
    pub(crate) dependencies: Vec<Wanted>,
}

/// What a crate asks for in its manifest.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Wanted {
    pub(crate) name: String,
    pub(crate) req: String,
    pub(crate) path: Option<String>,
    /// `dev` for what only its own tests take.
    pub(crate) kind: Option<String>,
}

/// What `cargo metadata` says.
#[derive(Debug, Deserialize)]
pub(crate) struct Crates {
    pub(crate) packages: Vec<Crate>,
    pub(crate) resolve: Resolve,
}

/// Which crate takes which.
#[derive(Debug, Deserialize)]
pub(crate) struct Resolve {
    pub(crate) nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Node {
    pub(crate) id: String,
    pub(crate) dependencies: Vec<String>,
}

/// Reads the graph without changing Cargo.lock.
///
/// # Errors
/// When Cargo.lock is not in step with the manifests, or a crate cannot be had.
pub(crate) fn crates() -> Result<Crates, Failure> {
    let text = said(&mut cargo(&["metadata", "--locked", "--format-version", "1"]))?;
    Ok(serde_json::from_str(&text)?)
}

/// An npm package.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Npm {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) license: Option<String>,
    /// `sha512-…` in base 64.
    pub(crate) integrity: Option<String>,
}

#[derive(Deserialize)]
struct NpmLock {
    packages: std::collections::BTreeMap<String, Locked>,
}

#[derive(Deserialize)]
struct Locked {
    version: Option<String>,
    license: Option<String>,
    integrity: Option<String>,
}

/// The packages of one `package-lock.json`, without the project itself.
///
/// # Errors
/// When the file is missing or is no lock file.
pub(crate) fn npm(lock: &Path) -> Result<Vec<Npm>, Failure> {
    let text = fs::read_to_string(lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    locked(&text)
}

fn locked(text: &str) -> Result<Vec<Npm>, Failure> {
    let lock: NpmLock = serde_json::from_str(text)?;
    let named = lock.packages.into_iter().filter_map(|(path, locked)| {
        // `node_modules/a/node_modules/b` is b.
        let (_, name) = path.rsplit_once("node_modules/")?;
        let Locked { version, license, integrity } = locked;
        Some(Npm { name: name.to_owned(), version: version?, license, integrity })
    });
    Ok(named.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npm_packages_are_named_by_the_end_of_their_path() {
        let lock = r#"{"packages": {
            "": {"name": "us", "license": "MIT"},
            "node_modules/@a/b": {"version": "1.0.0", "license": "ISC", "integrity": "sha512-aa=="},
            "node_modules/c/node_modules/d": {"version": "2.0.0"}
        }}"#;
        let packages = locked(lock).unwrap();
        let names: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
        assert_eq!(names, ["@a/b", "d"]);
        assert_eq!(packages[0].license.as_deref(), Some("ISC"));
        assert_eq!(packages[1].license, None);
    }
}
