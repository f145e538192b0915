//! A posted form of questions: what was typed, kept to be shown again, and what it says.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::text::optional;
use measure::{BadAnswer, Instrument, Item};
use platform::web::dates;
use serde::Deserialize;

use super::model::{Filled, LONGEST_WORDS};

/// The pairs of a form as the browser sent them. Items' codes are the fields' names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Typed(Vec<(String, String)>);

/// What cannot be kept of a filled instrument.
#[derive(Clone, Debug)]
pub(crate) enum Bad {
    Answer(BadAnswer),
    TooManyWords(&'static Item),
}

impl Typed {
    /// Answers that came with the fields of another form.
    pub(crate) fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Typed {
        Typed(pairs.into_iter().collect())
    }

    /// The field's first value; empty when it was not sent.
    pub(crate) fn first(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// A day as a date field sends it, or as it is written in France.
    pub(crate) fn day(&self, field: &str) -> Option<Date> {
        dates::typed(self.first(field))
    }

    /// Every value of a field, as of boxes to tick.
    fn all<'t>(&'t self, field: &'t str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    pub(crate) fn set(&mut self, field: &str, value: String) {
        self.0.retain(|(name, _)| name != field);
        self.0.push((field.to_owned(), value));
    }

    /// The instruments ticked, in the order they are offered.
    pub(crate) fn instruments(&self, offered: Vec<&'static Instrument>) -> Vec<&'static Instrument> {
        let ticked: Vec<&str> = self.all("instrument").collect();
        offered.into_iter().filter(|instrument| ticked.contains(&instrument.code.as_str())).collect()
    }

    pub(crate) fn read(&self, instrument: &'static Instrument) -> Result<Filled, Bad> {
        let fields = self.0.iter().map(|(name, value)| (name, value));
        let answers = instrument.read_form(fields).map_err(Bad::Answer)?;
        Ok(Filled::new(instrument, answers).in_words(self.words(instrument)?))
    }

    fn words(&self, instrument: &'static Instrument) -> Result<BTreeMap<String, String>, Bad> {
        let mut kept = BTreeMap::new();
        for item in instrument.items.iter().filter(|item| item.in_own_words) {
            let typed = self.first(&words_field(item)).replace(['\r', '\n'], " ");
            let words = optional(&typed, LONGEST_WORDS).map_err(|_| Bad::TooManyWords(item))?;
            kept.extend(words.map(|words| (item.code.clone(), words)));
        }
        Ok(kept)
    }
}

impl Bad {
    /// The item to send the person back to; the first when the field names none.
    pub(super) fn item(&self, instrument: &'static Instrument) -> Option<&'static Item> {
        match self {
            Bad::Answer(bad) => instrument.item(bad.item()).or(instrument.items.first()),
            Bad::TooManyWords(item) => Some(item),
        }
    }
}

/// The field of the person's words for an item. It must not begin with the instrument's code, or
/// it would be read as an answer.
pub(crate) fn words_field(item: &Item) -> String {
    format!("words.{}", item.code)
}
