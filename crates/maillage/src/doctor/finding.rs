//! What one check found.

use std::fmt;

use kernel::Lang;

use crate::Failure;
use crate::words::{Words, words};

/// One line: well, or ill with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    text: String,
    /// What to do; only when something is wrong.
    advice: Option<String>,
}

impl Finding {
    pub fn is_well(&self) -> bool {
        self.advice.is_none()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.advice {
            None => write!(f, "✓ {}", self.text),
            Some(advice) => write!(f, "✗ {} → {advice}", self.text),
        }
    }
}

/// Findings in the order they were made, and the words they are told in.
pub(super) struct Report {
    pub(super) w: &'static Words,
    lang: Lang,
    pub(super) findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(lang: Lang) -> Report {
        Report { w: words(lang), lang, findings: Vec::new() }
    }

    /// The way out a command would be told.
    pub(super) fn say(&self, failure: &Failure) -> String {
        failure.say(self.lang)
    }

    pub(super) fn well(&mut self, text: String) {
        self.findings.push(Finding { text, advice: None });
    }

    pub(super) fn ill(&mut self, text: String, advice: String) {
        self.findings.push(Finding { text, advice: Some(advice) });
    }
}
