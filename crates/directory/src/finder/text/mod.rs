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

use std::collections::BTreeMap;

pub(super) use distance::Typo;
pub(super) use question::{Asked, Field, Grade, Question, Way, Wish};
pub(super) use words::{stem, words};

/// An entry's words: each once, in the field where it is worth most.
#[derive(Clone, Debug, Default)]
pub(super) struct Words(pub(super) BTreeMap<String, Field>);

/// One of them, ready to be compared.
#[derive(Clone, Debug)]
pub(super) struct Word {
    word: String,
    stem: String,
    field: Field,
}

impl Words {
    pub(super) fn of(texts: [&str; Field::ALL.len()]) -> Words {
        let mut all = Words::default();
        for (field, text) in Field::ALL.into_iter().zip(texts) {
            for word in words(text) {
                all.0.entry(word).or_insert(field);
            }
        }
        all
    }

    pub(super) fn stemmed(self) -> Vec<Word> {
        self.0.into_iter().map(|(word, field)| Word { stem: stem(&word), word, field }).collect()
    }
}
