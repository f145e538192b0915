//! `cargo xtask reproducible`: the program as it is released, built twice in folders of different names,
//! is the same to the byte. Whoever releases runs it: two builds from nothing take the better part of an hour.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use sha2::{Digest, Sha256};

use crate::command::{self, said};
use crate::{Failure, root, say};

/// Of different lengths and depths, so that neither can stay in the program unnoticed.
const FOLDERS: [&str; 2] = ["target/twice/one", "target/twice/and/another"];

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The profile that is released.
    #[arg(long, default_value = "dist")]
    profile: String,
}

/// # Errors
/// When a build fails, or the two differ.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let moment = said(Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(root()))?;
    let mut built = Vec::new();
    for folder in FOLDERS.map(|folder| root().join(folder)) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        command::run(&mut build(&options.profile, &folder, moment.trim())?)?;
        // Cargo's own name for it.
        let name = if options.profile == "dev" { "debug" } else { &options.profile };
        built.push(fs::read(folder.join(name).join("maillage"))?);
    }
    let [one, another] = built.as_slice() else { return Err("two are built".into()) };
    if let Some(difference) = difference(one, another) {
        return Err(difference.into());
    }
    say(&format!("built twice, the same {} bytes: sha256 {}", one.len(), digest(one)));
    Ok(())
}

fn build(profile: &str, folder: &Path, moment: &str) -> Result<Command, Failure> {
    let names = names(&root(), folder, &cargo_home()?)?;
    let mut build = command::cargo(&["build", "--locked", "--package", "maillage", "--profile", profile]);
    build.arg("--target-dir").arg(folder);
    // Only what stands here decides: no flag of whoever builds, no day, no language, nothing built before.
    build
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(&names, "--remap-path-prefix=", "\x1f"));
    build.env("CFLAGS", flags(&names, "-ffile-prefix-map=", " "));
    build.env("SOURCE_DATE_EPOCH", moment).env("CARGO_INCREMENTAL", "0").env("LC_ALL", "C").env("TZ", "UTC");
    Ok(build)
}

/// What folders are called in the program, the outer ones first: the last that fits counts.
fn names(root: &Path, folder: &Path, cargo: &Path) -> Result<Vec<String>, Failure> {
    let named = [(cargo, "/cargo"), (root, "/maillage"), (folder, "/target")];
    let one = |(path, name): (&Path, &str)| {
        let path = path.to_str().ok_or("the path of a folder is no text")?;
        if path.contains(char::is_whitespace) {
            return Err(format!("{path}: C compilers take no space in a folder's name here").into());
        }
        Ok(format!("{path}={name}"))
    };
    named.into_iter().map(one).collect()
}

fn flags(names: &[String], flag: &str, between: &str) -> String {
    names.iter().map(|name| format!("{flag}{name}")).collect::<Vec<_>>().join(between)
}

/// Where the sources of other crates lie.
fn cargo_home() -> Result<PathBuf, Failure> {
    let told = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    Ok(told.or_else(home).ok_or("neither CARGO_HOME nor HOME is set")?)
}

/// Where two programs part, if they do.
fn difference(one: &[u8], another: &[u8]) -> Option<String> {
    let digests = || format!("{} and {}", digest(one), digest(another));
    let first = one.iter().zip(another).position(|(byte, other)| byte != other);
    if let Some(at) = first {
        return Some(format!("built twice, they part at byte {at}: sha256 {}", digests()));
    }
    (one.len() != another.len())
        .then(|| format!("built twice, {} and {} bytes: sha256 {}", one.len(), another.len(), digests()))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_programs_that_differ_are_told_apart_by_their_first_byte() {
        assert_eq!(difference(b"abc", b"abc"), None);
        assert!(
            difference(b"abc", b"abd").unwrap().starts_with("built twice, they part at byte 2: sha256 ba78")
        );
        assert!(difference(b"abc", b"abcd").unwrap().contains("3 and 4 bytes"));
    }

    #[test]
    fn every_folder_has_a_name_of_its_own_in_the_program() {
        let [root, target, cargo] = ["/a/m", "/a/m/target/one", "/a/.cargo"].map(Path::new);
        let names = names(root, target, cargo).unwrap();
        assert_eq!(
            flags(&names, "--to=", " "),
            "--to=/a/.cargo=/cargo --to=/a/m=/maillage --to=/a/m/target/one=/target"
        );
        assert!(super::names(Path::new("/a b"), target, cargo).is_err());
    }
}
