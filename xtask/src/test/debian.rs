//! The browser, the store and Python's environments, from Debian's packages.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::{Failure, say};

/// Environment variable: another Chromium than Debian's.
const CHROMIUM: &str = "MAILLAGE_CHROMIUM";

/// What the tests to come need.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    pub(super) browser: bool,
    pub(super) postgres: bool,
    pub(super) python: bool,
    pub(super) tracer: bool,
    pub(super) scanners: bool,
}

/// Installs what is missing, when it may.
///
/// # Errors
/// One line naming what to install, when it may not or could not.
pub(super) fn ensure(wanted: Wanted) -> Result<(), Failure> {
    let missing = missing(wanted);
    if missing.is_empty() {
        say("nothing to install");
        return Ok(());
    }
    let ask = || format!("install {} first: apt-get install {}", missing.join(" and "), missing.join(" "));
    let administrator = administrator().ok_or_else(ask)?;
    say(&format!("installing {}", missing.join(" and ")));
    command::run_quietly(administrator().args(["apt-get", "update", "-q"]))?;
    let mut install = administrator();
    install.args(["apt-get", "install", "-q", "-y", "--no-install-recommends"]).args(&missing);
    command::run_quietly(&mut install)?;
    let still = self::missing(wanted);
    if still.is_empty() {
        Ok(())
    } else {
        Err(format!("{} installed, and not found", still.join(", ")).into())
    }
}

/// Folder of PostgreSQL's own programs, the newest version first.
pub(super) fn postgres_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let folders = versions.filter_map(|entry| {
        let entry = entry.ok()?;
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        let programs = entry.path().join("bin");
        programs.join("initdb").exists().then_some((version, programs))
    });
    folders.max().map(|(_, programs)| programs)
}

fn missing(Wanted { browser, postgres, python, tracer, scanners }: Wanted) -> Vec<&'static str> {
    let chromium = std::env::var_os(CHROMIUM).unwrap_or_else(|| "/usr/bin/chromium".into());
    let mut missing = Vec::new();
    if browser && !Path::new(&chromium).exists() {
        missing.push("chromium");
    }
    if postgres && postgres_programs().is_none() {
        missing.push("postgresql");
    }
    // Debian's Python makes no environment of its own without this package.
    if python && !command::works("python3", &["-c", "import ensurepip"]) {
        missing.push("python3-venv");
    }
    if tracer && !command::works("strace", &["-V"]) {
        missing.push("strace");
    }
    for scanner in ["sqlmap", "wapiti"] {
        if scanners && !command::works(scanner, &["--version"]) {
            missing.push(scanner);
        }
    }
    missing
}

/// How to run a program that may install packages, if we may.
fn administrator() -> Option<fn() -> Command> {
    if !command::works("apt-get", &["--version"]) {
        None
    } else if command::is_root() {
        Some(|| without_questions("env"))
    } else if command::works("sudo", &["-n", "true"]) {
        Some(|| {
            let mut sudo = without_questions("sudo");
            sudo.args(["-n", "--preserve-env=DEBIAN_FRONTEND"]);
            sudo
        })
    } else {
        None
    }
}

fn without_questions(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
