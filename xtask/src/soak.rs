//! `cargo xtask soak`: what takes long to show, on the program as it is released. Each run leaves
//! figures, which are written into docs/trust.md where the page asks for them.

use std::fs;
use std::path::Path;
use std::process::Command;

use clap::Args;

use crate::{Failure, root, say};

const PAGE: &str = "docs/trust.md";
const BEGIN: &str = "<!-- figure ";
const END: &str = "<!-- end -->";

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How many times the server is killed.
    #[arg(long, default_value_t = 200)]
    kills: u32,
}

/// # Errors
/// When the program cannot be built, a promise does not hold, or the page cannot be written.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let root = root();
    done(Command::new("cargo").args(["build", "--release", "--package", "maillage"]).current_dir(&root))?;
    let figures = root.join("target/figures");
    let soaked = Command::new("node")
        .args(["--test", "--test-concurrency=1", "tests/soak/kill.test.mjs"])
        .env("MAILLAGE_PROGRAM", root.join("target/release/maillage"))
        .env("MAILLAGE_FIGURES", &figures)
        .env("MAILLAGE_KILLS", options.kills.to_string())
        .current_dir(&root)
        .status()?;
    if !soaked.success() {
        return Err("a promise does not hold: its own words stand above".into());
    }
    let page = root.join(PAGE);
    let text = with_figures(&fs::read_to_string(&page)?, &figures);
    fs::write(&page, text)?;
    say(&format!("{PAGE}: figures written"));
    Ok(())
}

fn done(command: &mut Command) -> Result<(), Failure> {
    if command.status()?.success() { Ok(()) } else { Err("the program was not built".into()) }
}

/// The page with each figure that was measured; others stay as they were.
fn with_figures(text: &str, folder: &Path) -> String {
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok().map(|said| said.trim().to_owned());
    replaced(text, read)
}

fn replaced(text: &str, read: impl Fn(&str) -> Option<String>) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let Some((name, after)) = after.split_once(" -->") else { break };
        let Some((old, after)) = after.split_once(END) else { break };
        let figure = read(name).map_or_else(|| old.to_owned(), |said| format!("*{said}*"));
        written.push_str(&format!("{before}{BEGIN}{name} -->{figure}{END}"));
        rest = after;
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_written_where_the_page_asks_for_it_and_the_rest_stays() {
        let page = "a <!-- figure kill -->*old*<!-- end --> b <!-- figure disk -->*none*<!-- end --> c";
        let read = |name: &str| (name == "kill").then(|| "0 of 9".to_owned());
        let written = "a <!-- figure kill -->*0 of 9*<!-- end --> b <!-- figure disk -->*none*<!-- end --> c";
        assert_eq!(replaced(page, read), written);
        assert_eq!(replaced(written, |_| None), written);
    }
}
