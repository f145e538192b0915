//! Bundles the browser's files with Node while the crate is built, so that the binary carries them
//! and nothing is fetched when it runs. Everything is written under `OUT_DIR`.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const OLDEST_NODE: u32 = 20;
const PACKAGE_FILES: [&str; 5] =
    ["package.json", "package-lock.json", ".npmrc", "bundle.mjs", "licences.mjs"];
/// Letters of paper: those of the pages, then what they lack (Greek, Cyrillic, Arabic).
const PAPER_FONTS: [&str; 4] = [
    "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
    "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
];
const SOURCES: [&str; 4] = ["css", "ts", "favicon.svg", "tsconfig.json"];

fn main() {
    for path in PACKAGE_FILES.iter().chain(&SOURCES).chain(&["build.rs"]) {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(error) = run() {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let source = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    check_node()?;
    let packages = out.join("npm");
    install(&source, &packages)?;
    let files = out.join("files");
    for name in SOURCES {
        mirror(&source.join(name), &packages.join(name))?;
    }
    bundle(&packages, &files)?;
    write_table(&files, &out.join("table.rs"))?;
    write_fonts(&packages.join("node_modules/@expo-google-fonts"), &out.join("fonts.rs"))
}

fn check_node() -> Result<(), Box<dyn Error>> {
    let version = Command::new("node").arg("--version").output().ok();
    let major = version.and_then(|output| major_version(&String::from_utf8_lossy(&output.stdout)));
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        Some(major) => Err(format!(
            "Maillage needs Node.js {OLDEST_NODE} or later to bundle its pages' assets: this is Node.js {major}."
        )
        .into()),
        None => Err(format!(
            "Maillage needs Node.js {OLDEST_NODE} or later to bundle its pages' assets: \
             install the packages nodejs and npm, or see https://nodejs.org."
        )
        .into()),
    }
}

fn major_version(text: &str) -> Option<u32> {
    text.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the locked packages, unless the same lock file was already installed there.
fn install(source: &Path, packages: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(packages)?;
    for file in PACKAGE_FILES {
        fs::copy(source.join(file), packages.join(file))?;
    }
    let lock = fs::read(packages.join("package-lock.json"))?;
    let installed = packages.join("installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(packages);
    finish(npm.output(), "npm ci could not install the packages that bundle the pages' assets")?;
    fs::write(installed, lock)?;
    Ok(())
}

/// Lays what is bundled beside the packages: esbuild names a file also by where its parts lie, seen from each
/// other, and that must not be the folder of whoever builds.
fn mirror(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    if from.is_file() {
        fs::copy(from, to)?;
        return Ok(());
    }
    // What is gone from the sources is gone here too.
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        mirror(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// From the sources beside the packages.
fn bundle(packages: &Path, files: &Path) -> Result<(), Box<dyn Error>> {
    if files.exists() {
        fs::remove_dir_all(files)?;
    }
    fs::create_dir_all(files)?;
    let mut node = Command::new("node");
    node.arg(packages.join("bundle.mjs")).arg(packages).arg(files);
    finish(node.output(), "esbuild could not bundle the pages' assets")
}

/// An error made of `what` and the last lines the command wrote, when it did not succeed.
fn finish(output: std::io::Result<Output>, what: &str) -> Result<(), Box<dyn Error>> {
    let output = output.map_err(|error| format!("{what}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let (_, last) = lines.split_at(lines.len().saturating_sub(8));
    Err(format!("{what}:\n{}", last.join("\n")).into())
}

fn write_fonts(folder: &Path, table: &Path) -> Result<(), Box<dyn Error>> {
    let mut rust = format!("static FONTS: [&[u8]; {}] = [\n", PAPER_FONTS.len());
    for font in PAPER_FONTS {
        writeln!(rust, "include_bytes!({:?}),", folder.join(font))?;
    }
    rust.push_str("];\n");
    fs::write(table, rust)?;
    Ok(())
}

fn write_table(files: &Path, table: &Path) -> Result<(), Box<dyn Error>> {
    let mut rust = String::from("static TABLE: &[Entry] = &[\n");
    for line in fs::read_to_string(files.join("manifest.tsv"))?.lines() {
        let mut cells = line.split('\t');
        let (Some(name), Some(file), Some(coding)) = (cells.next(), cells.next(), cells.next()) else {
            return Err(format!("the manifest of assets has an unreadable line: {line}").into());
        };
        let url = format!("/assets/{file}");
        let path = files.join(file);
        let gzip = match coding {
            "gzip" => format!("Some(include_bytes!({:?}))", files.join(format!("{file}.gz"))),
            _ => String::from("None"),
        };
        writeln!(
            rust,
            "Entry {{ name: {name:?}, url: {url:?}, bytes: include_bytes!({path:?}), gzip: {gzip} }},"
        )?;
    }
    rust.push_str("];\n");
    fs::write(table, rust)?;
    Ok(())
}
