//! What is typed, as it is typed.

use std::collections::{BTreeMap, HashMap};

use care::cost;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::text::optional;
use platform::web::Problems;

use super::accounts::{Accounts, Heading};
use super::model::{Content, Place, Texts, Written};
use crate::frozen::Span;
use crate::words::Words;

/// Two pages.
const LONGEST: usize = 6_000;
/// In cents: ten million euros of one heading.
const MOST: i64 = 1_000_000_000;

#[derive(Clone, Debug, Default)]
pub(super) struct WordsForm {
    pub(super) once: String,
    pub(super) version: String,
    pub(super) texts: BTreeMap<Place, String>,
    pub(super) amounts: BTreeMap<Heading, String>,
}

impl WordsForm {
    /// As a browser sent it; a field it did not send is empty.
    pub(super) fn typed(span: Span, mut fields: HashMap<String, String>) -> WordsForm {
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        WordsForm {
            once: take("once"),
            version: take("version"),
            texts: Place::of(span).iter().map(|place| (*place, take(place.code()))).collect(),
            amounts: headings(span).map(|heading| (heading, take(heading.code()))).collect(),
        }
    }

    pub(super) fn showing(written: Option<&Written>, lang: Lang) -> WordsForm {
        let Some(written) = written else {
            return WordsForm { version: "0".to_owned(), ..Default::default() };
        };
        let accounts = &written.content.accounts;
        let shown = |heading: Heading| Some((heading, cost::euros(accounts.get(heading)?, lang)));
        WordsForm {
            once: String::new(),
            version: written.version.to_string(),
            texts: written.content.texts.clone(),
            amounts: Heading::all().filter_map(shown).collect(),
        }
    }

    /// What was typed, when all of it can be kept.
    pub(super) fn read(&self, w: &Words, problems: &mut Problems) -> Option<Content> {
        let mut texts = Texts::new();
        for (place, typed) in &self.texts {
            let text = optional(typed, LONGEST);
            let text = problems.keep(place.code(), text, |_| w.report_too_long(LONGEST)).flatten();
            texts.extend(text.map(|text| (*place, text)));
        }
        let mut amounts = Vec::new();
        for (heading, typed) in self.amounts.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
            let cents = cost::cents(typed, MOST).ok_or(());
            let cents = problems.keep(heading.code(), cents, |()| w.report_no_amount());
            amounts.extend(cents.map(|cents| (*heading, cents)));
        }
        let accounts: Accounts = amounts.into_iter().collect();
        problems.is_empty().then_some(Content { texts, accounts })
    }

    pub(super) fn said(&self, place: Place) -> &str {
        self.texts.get(&place).map_or("", String::as_str)
    }

    pub(super) fn amount(&self, heading: Heading) -> &str {
        self.amounts.get(&heading).map_or("", String::as_str)
    }

    /// An unreadable version is none that was ever stored.
    pub(super) fn version(&self) -> i64 {
        self.version.parse().unwrap_or(-1)
    }
}

/// Only a year has accounts.
fn headings(span: Span) -> impl Iterator<Item = Heading> {
    Heading::all().filter(move |_| matches!(span, Span::Year(_)))
}
