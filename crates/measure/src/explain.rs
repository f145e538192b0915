//! What to tell the person, sentence by sentence; every word is the instrument's own.

use kernel::Lang;

use crate::score::{Reading, Score};

/// The sentences to show with a score, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'i> {
    /// What the result says: for each scale its value, then its band if it has one.
    pub says: Vec<String>,
    /// What it does not say.
    pub does_not_say: Vec<&'i str>,
    /// The same question put to the country, with its year.
    pub comparator: Option<&'i str>,
}

impl<'i> Score<'i> {
    pub fn explain(&self, lang: Lang) -> Explanation<'i> {
        Explanation {
            says: self.readings().flat_map(|reading| reading.sentences(lang)).collect(),
            does_not_say: self.instrument.caveats.iter().map(|caveat| caveat.get(lang)).collect(),
            comparator: self.instrument.comparator.as_ref().map(|comparator| comparator.says.get(lang)),
        }
    }
}

impl Reading<'_> {
    /// The value, then what its band says.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let value = self
            .scale
            .says
            .get(lang)
            .replace("{value}", &self.value_text(lang))
            .replace("{highest}", &self.scale.value_text(self.scale.highest, lang));
        std::iter::once(value).chain(self.band.map(|band| band.says.get(lang).to_owned())).collect()
    }
}
