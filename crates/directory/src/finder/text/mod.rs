//! Words of a question against words of an entry, both without accent, case, elision or ending.
//!
//! Words: a [`Question`] is a list of [`Wish`]es, each of which an entry must answer; a wish is a
//! word as typed, or what stands for it ([`synonyms`]). How well a word answers is a [`Grade`];
//! what it is worth depends on where it stands ([`Field`]).
//! Invariant: an entry's words and a question's are cut by the same [`words`].

mod distance;
mod question;
mod synonyms;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) use distance::Typo;
pub(super) use question::{Asked, Field, Grade, Match, Question, Way, Wish};
pub(super) use words::{for_each_word, stem, words};

/// One word of an entry, ready to be compared.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) word: String,
    stem: String,
    pub(super) field: Field,
}

impl Word {
    pub(super) fn stem(&self) -> &str {
        &self.stem
    }
}

/// Each word of these texts once, in the field where it is worth most.
pub(super) fn words_of<'t>(texts: impl IntoIterator<Item = (Field, Cow<'t, str>)>) -> Vec<Word> {
    let mut best: BTreeMap<String, Field> = BTreeMap::new();
    for (field, text) in texts {
        for word in words(&text) {
            let known = best.entry(word).or_insert(field);
            *known = field.min(*known);
        }
    }
    best.into_iter().map(|(word, field)| Word { stem: stem(&word), word, field }).collect()
}
