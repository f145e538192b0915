use std::borrow::Cow;
use std::collections::BTreeSet;

use kernel::Lang;

use super::text::{Field, Word, stem, words, words_of};
use crate::resource::Resource;
use crate::vocabulary::{Coded, Public};

/// Words about whom a service is for, by their stems. As in data·inclusion, one of them that names one
/// of its publics is enough; else each must stand in those names or in the note beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicText(BTreeSet<String>);

impl PublicText {
    /// `None` for a blank text, which asks nothing; one of little words only is answered by nothing.
    pub fn new(typed: &str) -> Option<PublicText> {
        let stems = || words(typed).iter().map(|word| stem(word)).collect();
        (!typed.trim().is_empty()).then(|| PublicText(stems()))
    }

    pub(super) fn stems(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// What the index must agree with.
    pub(super) fn is_answered_by(&self, resource: &Resource) -> bool {
        let all = words_of(public_texts(resource));
        let stands = |stem: &str, is_there: fn(&Word) -> bool| {
            all.iter().any(|word| word.stem() == stem && is_there(word))
        };
        let names_one = self.stems().any(|stem| stands(stem, |word| word.field == Field::Subjects));
        names_one || (!self.0.is_empty() && self.stems().all(|stem| stands(stem, |_| true)))
    }
}

/// Whom a service is for: names of its publics, then the note beside them.
pub(super) fn public_texts(resource: &Resource) -> Vec<(Field, Cow<'_, str>)> {
    let names = resource
        .publics
        .iter()
        .flat_map(|public| [Cow::from(public.code()), Public::label(*public, Lang::Fr).into()]);
    let note = resource.publics_note.as_deref().map(|note| (Field::Rest, Cow::from(note)));
    names.map(|name| (Field::Subjects, name)).chain(note).collect()
}
