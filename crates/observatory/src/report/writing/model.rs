use std::collections::BTreeMap;

use care::stale::Line;
use kernel::coded::Coded;

use crate::words::Words;

kernel::coded! {
    /// Where a report has room for words.
    Place {
        /// What is to be kept in mind.
        Summary = "essentiel",
        /// What explains the numbers.
        Context = "contexte",
        /// What comes next.
        Next = "suite",
    }
}

/// A text for each place that has one.
pub(super) type Texts = BTreeMap<Place, String>;

/// A version as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(super) texts: Texts,
    pub(super) version: i64,
    /// Unix seconds.
    pub(crate) at: i64,
    pub(super) by: String,
}

impl Place {
    pub(crate) fn title(self, w: &Words) -> String {
        match self {
            Place::Summary => w.report_place_summary(),
            Place::Context => w.report_place_context(),
            Place::Next => w.report_place_next(),
        }
    }

    pub(crate) fn hint(self, w: &Words) -> String {
        match self {
            Place::Summary => w.report_hint_summary(),
            Place::Context => w.report_hint_context(),
            Place::Next => w.report_hint_next(),
        }
    }
}

impl Written {
    /// `(title, words)` in the order of the report.
    pub(crate) fn said(&self, w: &Words) -> Vec<(String, &str)> {
        self.texts.iter().map(|(place, text)| (place.title(w), text.as_str())).collect()
    }
}

/// As two versions are compared.
pub(super) fn lines(texts: &Texts, w: &Words) -> Vec<Line> {
    let line = |place: Place| Line::new(place.title(w), texts.get(&place).cloned().unwrap_or_default());
    Place::all().map(line).collect()
}
