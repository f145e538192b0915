//! Something untidy, and where.

use std::fmt;

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Flaw {
    path: String,
    line: usize,
    what: String,
}

impl Flaw {
    /// `line` counts from 1. `what` says what is wrong, then what to do.
    pub(super) fn new(path: &str, line: usize, what: impl Into<String>) -> Flaw {
        Flaw { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// One flaw for each line that holds a text.
pub(super) fn on_lines_with(path: &str, text: &str, needle: &str, what: &str) -> Vec<Flaw> {
    let lines = text.lines().enumerate().filter(|(_, line)| line.contains(needle));
    lines.map(|(index, _)| Flaw::new(path, index + 1, what)).collect()
}
