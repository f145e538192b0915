//! Short files: a reader holds one in mind.

use std::fmt;

use super::flaw::Flaw;
use super::place;
use super::tree::Source;

const LONGEST: usize = 600;
const LONG: usize = 300;
const HIGHEST_MEDIAN: usize = 120;
/// In hundredths.
const FEWEST_SHORT: usize = 90;
const HEAVIEST: u64 = 8 * 1024 * 1024;

/// A Rust file or a template over 600 lines.
pub(super) fn too_long(path: &str, text: &str) -> Vec<Flaw> {
    let lines = text.lines().count();
    if lines <= LONGEST || !(place::is_rust(path) || place::is_template(path)) {
        return Vec::new();
    }
    let what = format!("{lines} lines, at most {LONGEST}: give a part of it a file and a name of its own");
    vec![Flaw::new(path, LONGEST + 1, what)]
}

/// A file that would weigh on every clone, for ever.
pub(super) fn too_heavy(weights: &[(String, u64)]) -> Vec<Flaw> {
    let heavy = weights.iter().filter(|(_, bytes)| *bytes > HEAVIEST);
    heavy
        .map(|(path, bytes)| {
            let what = format!("{bytes} bytes, at most {HEAVIEST}: make it smaller, or rebuild it");
            Flaw::new(path, 1, what)
        })
        .collect()
}

/// Too many long files among all the Rust ones.
pub(super) fn of_the_whole(sources: &[Source]) -> Vec<Flaw> {
    let figures = figures(sources);
    let Some(longest) = &figures.longest else { return Vec::new() };
    let mut flaws = Vec::new();
    if figures.short * 100 < figures.files * FEWEST_SHORT {
        let what = format!("fewer than {FEWEST_SHORT} % of files within {LONG} lines: split the longest");
        flaws.push(Flaw::new(longest, 1, what));
    }
    if figures.median > HIGHEST_MEDIAN {
        let what = format!("median over {HIGHEST_MEDIAN} lines: split files, this one first");
        flaws.push(Flaw::new(longest, 1, what));
    }
    flaws
}

/// How long the Rust files are.
#[derive(Debug, Default)]
pub(super) struct Figures {
    files: usize,
    median: usize,
    short: usize,
    most: usize,
    longest: Option<String>,
}

pub(super) fn figures(sources: &[Source]) -> Figures {
    let rust = sources.iter().filter(|source| place::is_rust(&source.path));
    let mut sizes: Vec<(usize, &str)> =
        rust.map(|source| (source.text.lines().count(), source.path.as_str())).collect();
    sizes.sort_unstable();
    let last = sizes.last();
    Figures {
        files: sizes.len(),
        median: sizes.get(sizes.len() / 2).map_or(0, |(lines, _)| *lines),
        short: sizes.iter().filter(|(lines, _)| *lines <= LONG).count(),
        most: last.map_or(0, |(lines, _)| *lines),
        longest: last.map(|(_, path)| (*path).to_owned()),
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = (self.short * 100).checked_div(self.files).unwrap_or(100);
        write!(
            f,
            "{} Rust files: median {} lines, {share} % within {LONG}, longest {} ({})",
            self.files,
            self.median,
            self.most,
            self.longest.as_deref().unwrap_or("none"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize) -> String {
        "x\n".repeat(count)
    }

    #[test]
    fn six_hundred_lines_are_the_most() {
        assert!(too_long("crates/a/src/b.rs", &lines(600)).is_empty());
        assert_eq!(too_long("crates/a/src/b.rs", &lines(601)).len(), 1);
        assert_eq!(too_long("crates/a/src/b.html", &lines(601)).len(), 1);
        assert!(too_long("CHANGELOG.md", &lines(601)).is_empty());
    }

    #[test]
    fn one_file_in_ten_may_be_long() {
        let mut sources: Vec<Source> = (0..9).map(|_| Source::new("a.rs", &lines(10))).collect();
        sources.push(Source::new("b.rs", &lines(301)));
        assert!(of_the_whole(&sources).is_empty());
        sources.push(Source::new("c.rs", &lines(301)));
        assert_eq!(of_the_whole(&sources).len(), 1);
    }

    #[test]
    fn half_of_the_files_have_120_lines_at_most() {
        assert!(of_the_whole(&[Source::new("a.rs", &lines(120))]).is_empty());
        assert_eq!(of_the_whole(&[Source::new("a.rs", &lines(121))]).len(), 1);
    }

    #[test]
    fn eight_megabytes_are_the_most() {
        assert_eq!(too_heavy(&[("a".to_owned(), HEAVIEST), ("b".to_owned(), HEAVIEST + 1)]).len(), 1);
    }
}
