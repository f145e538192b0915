//! `cargo xtask sbom`: what the program is made of, as CycloneDX 1.6. The same sources give the same
//! bytes: it holds no moment but one that is given, and no serial number.

mod parts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;
use serde_json::{Value, json};

use self::parts::{by_us, npm_package, of_registry};
use crate::command::{cargo, said};
use crate::packages::{self, Crate, Crates, Npm};
use crate::{Failure, root, say};

const PROGRAM: &str = "maillage";
/// The crate that npm's packages are embedded in.
const BUNDLE: &str = "assets";

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Where to write it.
    #[arg(long, default_value = "target/maillage.cdx.json", value_name = "FILE")]
    out: PathBuf,

    /// When the release was made (2026-11-22T12:00:00Z); without it no moment is written.
    #[arg(long, value_name = "MOMENT")]
    made: Option<String>,
}

/// Name and version of what a build takes, as cargo says it.
type Taken = BTreeSet<(String, String)>;
/// Cargo.lock's checksums, by name and version.
type Checksums = BTreeMap<(String, String), String>;

/// Writes the bill of materials.
///
/// # Errors
/// When the graph cannot be read, or the file cannot be written.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    write(&root().join(&options.out), options.made.as_deref())
}

/// The same, to a file of one's choice.
///
/// # Errors
/// As [`run`].
pub(crate) fn write(file: &Path, made: Option<&str>) -> Result<(), Failure> {
    let bill = bill(made)?;
    fs::write(file, bill.text)?;
    say(&format!("{}: {} parts", file.display(), bill.parts));
    Ok(())
}

struct Bill {
    text: String,
    parts: usize,
}

fn bill(made: Option<&str>) -> Result<Bill, Failure> {
    let taken = taken()?;
    let checksums = checksums(&fs::read_to_string(root().join("Cargo.lock"))?)?;
    let npm = embedded(&root().join("crates/assets/package-lock.json"))?;
    let written = written(&packages::crates()?, &taken, &checksums, &npm, made)?;
    let parts = written.get("components").and_then(Value::as_array).map_or(0, Vec::len);
    Ok(Bill { text: format!("{}\n", serde_json::to_string_pretty(&written)?), parts })
}

/// What cargo takes to build the program here: not what only tests or other platforms need.
fn taken() -> Result<Taken, Failure> {
    let asked = ["tree", "--locked", "--package", PROGRAM, "--edges", "normal,build", "--prefix", "none"];
    let text = said(cargo(&asked).args(["--format", "{p}"]))?;
    let named = text.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    });
    Ok(named.collect())
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

fn checksums(lock: &str) -> Result<Checksums, Failure> {
    let lock: Lock = toml::from_str(lock)?;
    let known = lock.package.into_iter().filter_map(|each| Some(((each.name, each.version), each.checksum?)));
    Ok(known.collect())
}

/// npm's packages a browser receives parts of; the bundle's tools stay behind (`crates/assets/licences.mjs`
/// draws the same line).
fn embedded(lock: &Path) -> Result<Vec<Npm>, Failure> {
    let is_tool = |name: &str| {
        matches!(name, "esbuild" | "typescript")
            || ["@esbuild/", "@types/", "@typescript/"].iter().any(|scope| name.starts_with(scope))
    };
    let mut packages = packages::npm(lock)?;
    packages.retain(|package| !is_tool(&package.name));
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    packages.dedup();
    Ok(packages)
}

fn written(
    crates: &Crates,
    taken: &Taken,
    checksums: &Checksums,
    npm: &[Npm],
    made: Option<&str>,
) -> Result<Value, Failure> {
    let is_taken = |part: &&Crate| taken.contains(&(part.name.clone(), part.version.clone()));
    let mut parts: Vec<&Crate> = crates.packages.iter().filter(is_taken).collect();
    parts.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    let program = parts.iter().find(|part| part.name == PROGRAM && part.source.is_none());
    let program = program.ok_or("cargo does not name the program")?;
    let mut components = Vec::new();
    for part in parts.iter().filter(|part| part.id != program.id) {
        let key = (part.name.clone(), part.version.clone());
        components.push(match (&part.source, checksums.get(&key)) {
            (None, _) => by_us(part, "library")?,
            (Some(_), Some(checksum)) => of_registry(part, checksum)?,
            (Some(_), None) => return Err(format!("{} {}: no checksum", part.name, part.version).into()),
        });
    }
    for package in npm {
        components.push(npm_package(package)?);
    }
    let mut metadata = json!({ "component": by_us(program, "application")? });
    if let (Some(made), Some(metadata)) = (made, metadata.as_object_mut()) {
        metadata.insert("timestamp".to_owned(), made.into());
    }
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": metadata,
        "components": components,
        "dependencies": ties(crates, &parts, npm),
    }))
}

/// Which part takes which.
fn ties(crates: &Crates, parts: &[&Crate], npm: &[Npm]) -> Vec<Value> {
    let names: BTreeMap<&str, String> =
        parts.iter().map(|part| (part.id.as_str(), parts::reference(part))).collect();
    let mut ties: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in &crates.resolve.nodes {
        let Some(name) = names.get(node.id.as_str()) else { continue };
        let takes = node.dependencies.iter().filter_map(|id| names.get(id.as_str()).cloned());
        ties.entry(name.clone()).or_default().extend(takes);
    }
    let all_npm: BTreeSet<String> = npm.iter().map(parts::npm_reference).collect();
    let bundle = parts.iter().find(|part| part.name == BUNDLE && part.source.is_none());
    if let Some(bundle) = bundle {
        ties.entry(parts::reference(bundle)).or_default().extend(all_npm.iter().cloned());
    }
    ties.extend(all_npm.into_iter().map(|name| (name, BTreeSet::new())));
    ties.into_iter().map(|(name, takes)| json!({ "ref": name, "dependsOn": takes })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRAPH: &str = r#"{
        "packages": [
            {"id": "m", "name": "maillage", "version": "0.1.0", "license": "AGPL-3.0-or-later", "source": null, "dependencies": []},
            {"id": "a", "name": "assets", "version": "0.1.0", "license": "AGPL-3.0-or-later", "source": null, "dependencies": []},
            {"id": "t", "name": "toml", "version": "1.2.1+spec-1.1.0", "license": "MIT/Apache-2.0", "source": "registry+x", "dependencies": []},
            {"id": "i", "name": "insta", "version": "1.0.0", "license": "MIT", "source": "registry+x", "dependencies": []}
        ],
        "resolve": {"nodes": [
            {"id": "m", "dependencies": ["t", "a", "i"]}, {"id": "a", "dependencies": []},
            {"id": "t", "dependencies": []}, {"id": "i", "dependencies": []}
        ]}
    }"#;

    fn invented(checksum: Option<&str>, made: Option<&str>) -> Result<Value, Failure> {
        let graph: Crates = serde_json::from_str(GRAPH).unwrap();
        let key = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        let toml = key("toml", "1.2.1+spec-1.1.0");
        let taken = [key("maillage", "0.1.0"), key("assets", "0.1.0"), toml.clone()].into_iter().collect();
        let checksums = checksum.map(|checksum| (toml, checksum.to_owned())).into_iter().collect();
        let font = Npm {
            name: "@a/font".to_owned(),
            version: "5.3.0".to_owned(),
            license: Some("OFL-1.1".to_owned()),
            integrity: Some("sha512-AP8=".to_owned()),
        };
        written(&graph, &taken, &checksums, &[font], made)
    }

    #[test]
    fn a_part_has_its_name_licence_and_hash_and_tests_take_no_part() {
        let bill = invented(Some("c0ffee"), None).unwrap();
        let named: Vec<&str> = bill["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["bom-ref"].as_str().unwrap())
            .collect();
        let toml = "pkg:cargo/toml@1.2.1%2Bspec-1.1.0";
        assert_eq!(named, ["maillage:assets@0.1.0", toml, "pkg:npm/%40a/font@5.3.0"]);
        let [_, toml_part, font] = bill["components"].as_array().unwrap().as_slice() else { panic!() };
        assert_eq!(toml_part["licenses"], json!([{ "expression": "MIT OR Apache-2.0" }]));
        assert_eq!(toml_part["hashes"], json!([{ "alg": "SHA-256", "content": "c0ffee" }]));
        assert_eq!(font["hashes"], json!([{ "alg": "SHA-512", "content": "00ff" }]));
        let ties = bill["dependencies"].as_array().unwrap();
        let of = |name: &str| ties.iter().find(|tie| tie["ref"] == name).unwrap()["dependsOn"].clone();
        assert_eq!(of("maillage:maillage@0.1.0"), json!(["maillage:assets@0.1.0", toml]));
        assert_eq!(of("maillage:assets@0.1.0"), json!(["pkg:npm/%40a/font@5.3.0"]));
    }

    #[test]
    fn it_holds_no_moment_but_one_that_is_given() {
        let moment = "2026-11-22T12:00:00Z";
        assert_eq!(invented(Some("c0ffee"), None).unwrap()["metadata"]["timestamp"], Value::Null);
        assert_eq!(invented(Some("c0ffee"), Some(moment)).unwrap()["metadata"]["timestamp"], moment);
    }

    #[test]
    fn a_crate_of_others_without_a_checksum_is_refused() {
        assert!(invented(None, None).unwrap_err().to_string().contains("toml 1.2.1+spec-1.1.0: no checksum"));
    }

    #[test]
    fn the_program_s_own_is_written_twice_the_same() {
        let bill = bill(None).unwrap();
        assert_eq!(bill.text, super::bill(None).unwrap().text);
        assert!(bill.parts > 100 && bill.text.contains("pkg:npm/maplibre-gl@"));
        for only_tests_need in ["pkg:cargo/insta@", "pkg:npm/esbuild@", "pkg:cargo/spdx@"] {
            assert!(!bill.text.contains(only_tests_need), "{only_tests_need}");
        }
    }
}
