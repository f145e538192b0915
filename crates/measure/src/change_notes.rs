//! The sentences that go with every published change; none of them is optional.

use std::sync::LazyLock;

use kernel::Lang;
use serde::Deserialize;

use crate::instrument::Instrument;
use crate::scale::Scale;
use crate::small_numbers::FEWEST;
use crate::words::Words;

static NOTES: LazyLock<ChangeNotes> = LazyLock::new(read);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeNotes {
    instrument: Words,
    any_difference: Words,
    meaningful_difference: Words,
    interval: Words,
    no_proof: Words,
    small_numbers: Words,
}

impl Instrument {
    /// For the team itself: the instrument and its version, the rule, the national comparator where there is
    /// one, the kind of interval, and that before and after prove no cause.
    pub fn change_notes(&self, scale: &Scale, lang: Lang) -> Vec<String> {
        self.what_was_compared(scale, lang)
            .chain([NOTES.interval.get(lang).to_owned(), NOTES.no_proof.get(lang).to_owned()])
            .collect()
    }

    /// The same beside what is [published](crate::ChangeSummary::published): the small-number rule too.
    pub fn published_notes(&self, scale: &Scale, lang: Lang) -> Vec<String> {
        let mut notes = self.change_notes(scale, lang);
        notes.push(NOTES.small_numbers.get(lang).replace("{fewest}", &FEWEST.to_string()));
        notes
    }

    /// The same beside one person's change, shown to them: no share, no interval.
    pub fn own_notes(&self, scale: &Scale, lang: Lang) -> Vec<String> {
        self.what_was_compared(scale, lang).chain([NOTES.no_proof.get(lang).to_owned()]).collect()
    }

    fn what_was_compared(&self, scale: &Scale, lang: Lang) -> impl Iterator<Item = String> {
        let title = self.title.get(lang);
        let named = NOTES.instrument.get(lang).replace("{title}", title).replace("{version}", &self.version);
        let country = self.comparator.as_ref().map(|comparator| comparator.says.get(lang).to_owned());
        [named, scale.change_rule(lang)].into_iter().chain(country)
    }
}

impl Scale {
    fn change_rule(&self, lang: Lang) -> String {
        match self.meaningful {
            None => NOTES.any_difference.get(lang).to_owned(),
            Some(least) => {
                NOTES.meaningful_difference.get(lang).replace("{meaningful}", &self.value_text(least, lang))
            }
        }
    }
}

#[expect(clippy::expect_used, reason = "the text is compiled in, and a test reads it")]
fn read() -> ChangeNotes {
    toml::from_str(include_str!("../change_notes.toml")).expect("the notes that ship can be read")
}
