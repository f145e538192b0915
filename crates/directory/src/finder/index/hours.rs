//! When entries are open. Many write the same hours: each text is read once, when first asked.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::DateTime;

use super::number::{at as place, number};
use super::strings::Strings;
use crate::schedule::Hours;

#[derive(Clone, Debug, Default)]
pub(super) struct OpeningHours {
    /// Distinct texts, the first one empty.
    pub(super) texts: Strings,
    /// For each entry, its text.
    pub(super) of_entries: Vec<u32>,
    read: Vec<OnceLock<Option<Hours>>>,
}

impl OpeningHours {
    pub(super) fn of<'t>(all: impl Iterator<Item = Option<&'t str>>) -> OpeningHours {
        let mut texts = Strings::default();
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut number_of = |text: &'t str| {
            *numbers.entry(text).or_insert_with(|| {
                texts.push(text);
                texts.len() - 1
            })
        };
        number_of("");
        let of_entries = all.map(|text| number_of(text.unwrap_or_default())).collect();
        OpeningHours::read_back(texts, of_entries)
    }

    pub(super) fn read_back(texts: Strings, of_entries: Vec<u32>) -> OpeningHours {
        let read = (0..texts.len()).map(|_| OnceLock::new()).collect();
        OpeningHours { texts, of_entries, read }
    }

    /// Hours that nobody can read, or that do not say, are not open.
    pub(super) fn are_open(&self, entry: u32, at: DateTime) -> bool {
        let text = self.of_entries.get(place(entry)).copied().unwrap_or(number(0));
        let Some(read) = self.read.get(place(text)) else { return false };
        let hours = read.get_or_init(|| Hours::parse(self.texts.get(text)));
        hours.as_ref().and_then(|hours| hours.is_open(at)) == Some(true)
    }
}
