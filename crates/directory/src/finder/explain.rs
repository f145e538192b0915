//! Why an entry answers the words of a question, in plain code: nothing is ranked in secret.

use super::entry::Entry;
use super::text::{Field, Grade, Match, Question, Wish, words_of};
use super::view::View;

/// What was asked, and the words of an entry that answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Without accents or small words.
    pub asked: String,
    pub answers: Vec<Answering>,
}

/// A word of an entry, where it stands, and how it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    pub word: String,
    /// « nom », « structure », « sujets » or « description ».
    pub place: &'static str,
    /// « exact », « debut », « synonyme » or « faute ».
    pub how: &'static str,
}

impl View {
    /// How each word of a question is answered by an entry it was found by.
    pub fn explain(&self, text: &str, entry: &Entry) -> Vec<Explained> {
        let words = words_of(entry.texts());
        let explained = |wish: &Wish| {
            let matches = wish.matches(&words, !self.is_answered(wish))?;
            Some(Explained { asked: wish.typed(), answers: matches.iter().map(Answering::of).collect() })
        };
        Question::new(text).wishes.iter().filter_map(explained).collect()
    }

    /// What nothing answers as it was typed: what is found then is what is written nearly so.
    pub fn mistyped(&self, text: &str) -> Vec<String> {
        let question = Question::new(text);
        question.wishes.iter().filter(|wish| !self.is_answered(wish)).map(Wish::typed).collect()
    }
}

impl Answering {
    fn of(found: &Match<'_>) -> Answering {
        let place = match found.word.field {
            Field::Name => "nom",
            Field::Organization => "structure",
            Field::Subjects => "sujets",
            Field::Rest => "description",
        };
        let how = match found.grade {
            Grade::Same => "exact",
            Grade::Begun => "debut",
            Grade::Synonym => "synonyme",
            Grade::Typo => "faute",
        };
        Answering { word: found.word.word.clone(), place, how }
    }
}
