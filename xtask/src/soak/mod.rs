//! `cargo xtask soak`: what takes long to show, on the program as it is released. Each run leaves
//! figures, which are written into docs/trust.md where the page asks for them.

mod released;

use std::fs;
use std::path::Path;
use std::process::Command;

use clap::{Args, ValueEnum};

use crate::command::cargo;
use crate::{Failure, root, say};

const PAGE: &str = "docs/trust.md";
const BEGIN: &str = "<!-- figure ";
const END: &str = "<!-- end -->";
/// How often two people edit one file.
const ORDERS: &str = "10,000";

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only these.
    #[arg(value_enum)]
    only: Vec<Story>,
}

/// What is shown, each in its own file of `tests/soak`.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
enum Story {
    /// kill -9 while people write.
    Kill,
    /// The power fails: all that was written, replayed write by write.
    Power,
    /// PostgreSQL stopped at once.
    Postgres,
    /// Three servers on one PostgreSQL, one killed at random.
    Servers,
    /// Figures read from a copy that PostgreSQL keeps, which stands still, ends and comes back.
    Replica,
    /// The program of every release gives way to this one while people write.
    Upgrade,
    /// A full disk.
    Disk,
    /// Connections cut at each byte.
    Cut,
    /// Ten times too many requests.
    Overload,
    /// Scanners of other makes, as nobody and as each role.
    Scanners,
    /// Two people edit one file in every order.
    Editors,
}

/// # Errors
/// When something is missing, the program cannot be built, a promise does not hold, or the page cannot be
/// written.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let root = root();
    crate::test::for_soak()?;
    let stories = if options.only.is_empty() { Story::value_variants() } else { &options.only };
    if stories.contains(&Story::Upgrade) {
        released::build_all(&root)?;
    }
    done(&mut cargo(&["build", "--release", "--package", "maillage"]))?;
    let figures = root.join("target/figures");
    let told: Vec<_> = stories.iter().map(|story| (story, tell(*story, &root, &figures))).collect();
    let page = root.join(PAGE);
    let text = with_figures(&fs::read_to_string(&page)?, &figures);
    fs::write(&page, text)?;
    say(&format!("{PAGE}: figures written"));
    let failed: Vec<_> = told.iter().filter(|(_, told)| told.is_err()).map(|(story, _)| story).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("what does not hold: {failed:?}").into()) }
}

/// One after the other: each wants the machine for itself.
fn tell(story: Story, root: &Path, figures: &Path) -> Result<(), Failure> {
    say(&format!("{story:?}"));
    if story == Story::Editors {
        return editors(figures);
    }
    let file = format!("tests/soak/{}.test.mjs", format!("{story:?}").to_lowercase());
    let mut node = Command::new("node");
    node.args(["--test", &file]).current_dir(root);
    node.env("MAILLAGE_RELEASED", root.join(released::FOLDER));
    done(node.env("MAILLAGE_PROGRAM", root.join("target/release/maillage")).env("MAILLAGE_FIGURES", figures))
}

fn editors(figures: &Path) -> Result<(), Failure> {
    let mut story = cargo(&["test", "--package", "care", "nobody_is_written_over_in_silence"]);
    done(story.env("MAILLAGE_INTERLEAVINGS", ORDERS.replace(',', "")))?;
    fs::create_dir_all(figures)?;
    let said = format!(
        "{ORDERS} times two people opened and saved one file, in every order and at once: 0 silent overwrites"
    );
    Ok(fs::write(figures.join("editors"), said)?)
}

fn done(command: &mut Command) -> Result<(), Failure> {
    if command.status()?.success() { Ok(()) } else { Err("it ended badly: its own words stand above".into()) }
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
