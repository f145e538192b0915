//! What is typed, as it is typed.

use std::collections::{BTreeMap, HashMap};

use kernel::coded::Coded;
use kernel::text::optional;
use platform::web::Problems;

use super::model::{Place, Texts, Written};
use crate::words::Words;

/// Two pages.
const LONGEST: usize = 6_000;

#[derive(Clone, Debug, Default)]
pub(super) struct WordsForm {
    pub(super) once: String,
    pub(super) version: String,
    pub(super) texts: BTreeMap<Place, String>,
}

impl WordsForm {
    /// As a browser sent it; a field it did not send is empty.
    pub(super) fn typed(mut fields: HashMap<String, String>) -> WordsForm {
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        WordsForm {
            once: take("once"),
            version: take("version"),
            texts: Place::all().map(|place| (place, take(place.code()))).collect(),
        }
    }

    pub(super) fn showing(written: Option<&Written>) -> WordsForm {
        WordsForm {
            once: String::new(),
            version: written.map_or(0, |written| written.version).to_string(),
            texts: written.map(|written| written.texts.clone()).unwrap_or_default(),
        }
    }

    /// What was typed, when all of it can be kept.
    pub(super) fn read(&self, w: &Words, problems: &mut Problems) -> Option<Texts> {
        let mut texts = Texts::new();
        for place in Place::all() {
            let text = optional(self.said(place), LONGEST);
            let text = problems.keep(place.code(), text, |_| w.report_too_long(LONGEST)).flatten();
            texts.extend(text.map(|text| (place, text)));
        }
        problems.is_empty().then_some(texts)
    }

    pub(super) fn said(&self, place: Place) -> &str {
        self.texts.get(&place).map_or("", String::as_str)
    }

    /// An unreadable version is none that was ever stored.
    pub(super) fn version(&self) -> i64 {
        self.version.parse().unwrap_or(-1)
    }
}
