//! What somebody typed, as wishes.

use super::distance::within;
use super::words::{stem, words};
use super::{Word, synonyms};

/// Where a word stands in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::finder) enum Field {
    Name,
    Organization,
    Subjects,
    Rest,
}

impl Field {
    pub(in crate::finder) const ALL: [Field; 4] =
        [Field::Name, Field::Organization, Field::Subjects, Field::Rest];

    /// What finding a word there is worth.
    fn worth(self) -> u16 {
        match self {
            Field::Name => 8,
            Field::Organization => 4,
            Field::Subjects => 2,
            Field::Rest => 1,
        }
    }
}

/// How well a word answers another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::finder) enum Grade {
    /// It is mistyped.
    Typo,
    /// It says the same otherwise.
    Synonym,
    /// It begins so.
    Begun,
    /// It is the same, but for its ending.
    Same,
}

impl Grade {
    /// Between 1 and 32.
    pub(in crate::finder) fn in_field(self, field: Field) -> u16 {
        let factor = match self {
            Grade::Typo => 1,
            Grade::Synonym => 2,
            Grade::Begun => 3,
            Grade::Same => 4,
        };
        factor * field.worth()
    }
}

/// A word to look for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::finder) struct Asked {
    pub(in crate::finder) word: String,
    pub(in crate::finder) stem: String,
    /// It may still be being typed.
    pub(in crate::finder) is_begun: bool,
}

/// One way to answer a wish: all these words.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::finder) struct Way {
    pub(in crate::finder) words: Vec<Asked>,
    pub(in crate::finder) is_synonym: bool,
}

/// What every entry found answers, in one of these ways; the first is what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::finder) struct Wish {
    pub(in crate::finder) ways: Vec<Way>,
}

/// Every wish must be answered; the last word may still be being typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::finder) struct Question {
    pub(in crate::finder) wishes: Vec<Wish>,
}

impl Question {
    /// Words read of a question; a form refuses longer ones before.
    pub(in crate::finder) const MOST_WORDS: usize = 24;

    pub(in crate::finder) fn new(typed: &str) -> Question {
        let mut asked: Vec<Asked> =
            words(typed).into_iter().take(Self::MOST_WORDS).map(Asked::whole).collect();
        if let Some(last) = asked.last_mut() {
            last.is_begun = last.word.len() >= 2;
        }
        let mut wishes = Vec::new();
        let mut rest = asked.as_slice();
        while !rest.is_empty() {
            let (count, others) = synonyms::of_start(rest).unwrap_or((1, Vec::new()));
            let (taken, left) = rest.split_at(count.clamp(1, rest.len()));
            let typed = Way { words: taken.to_vec(), is_synonym: false };
            wishes.push(Wish { ways: std::iter::once(typed).chain(others).collect() });
            rest = left;
        }
        Question { wishes }
    }
}

impl Asked {
    pub(super) fn whole(word: String) -> Asked {
        Asked { stem: stem(&word), word, is_begun: false }
    }

    /// How a word answers it, slips aside.
    fn grade(&self, word: &Word) -> Option<Grade> {
        if word.stem == self.stem {
            return Some(Grade::Same);
        }
        (self.is_begun && word.word.starts_with(&self.word)).then_some(Grade::Begun)
    }
}

impl Way {
    /// A synonym is never worth what was typed.
    pub(in crate::finder) fn capped(&self, grade: Grade) -> Grade {
        if self.is_synonym { grade.min(Grade::Synonym) } else { grade }
    }
}

/// A word of an entry that answers one of a question.
#[derive(Clone, Copy, Debug)]
pub(in crate::finder) struct Match<'w> {
    pub(in crate::finder) word: &'w Word,
    pub(in crate::finder) grade: Grade,
}

impl Match<'_> {
    pub(in crate::finder) fn worth(&self) -> u16 {
        self.grade.in_field(self.word.field)
    }
}

/// The same question asked of one entry, word by word: what the index must agree with.
impl Wish {
    /// What was typed.
    pub(in crate::finder) fn typed(&self) -> String {
        let words = self.ways.first().map_or(&[][..], |way| &way.words);
        words.iter().map(|asked| asked.word.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The best of its ways, each as good as its worst word; `None` when none is answered.
    pub(in crate::finder) fn relevance(&self, words: &[Word]) -> Option<u16> {
        self.matches(words, false).and_then(|matches| worst(&matches))
    }

    /// The same forgiving slips of what was typed.
    pub(in crate::finder) fn relevance_with_slips(&self, words: &[Word]) -> Option<u16> {
        self.matches(words, true).and_then(|matches| worst(&matches))
    }

    /// The words that answer the best of its ways; with slips, what was typed only.
    pub(in crate::finder) fn matches<'w>(
        &self,
        words: &'w [Word],
        with_slips: bool,
    ) -> Option<Vec<Match<'w>>> {
        let slip = |asked: &Asked, word: &Word| within(&asked.word, &word.word).then_some(Grade::Typo);
        let ways = if with_slips { self.ways.get(..1)? } else { &self.ways };
        let grade: &dyn Fn(&Asked, &Word) -> Option<Grade> = if with_slips { &slip } else { &Asked::grade };
        let answered = ways.iter().filter_map(|way| way.matches(words, grade));
        // The first of the best: what was typed before what stands for it.
        answered.rev().max_by_key(|matches| worst(matches))
    }
}

impl Way {
    fn matches<'w>(
        &self,
        words: &'w [Word],
        grade: impl Fn(&Asked, &Word) -> Option<Grade>,
    ) -> Option<Vec<Match<'w>>> {
        let best = |asked: &Asked| {
            let graded = |word: &'w Word| Some(Match { grade: self.capped(grade(asked, word)?), word });
            words.iter().filter_map(graded).max_by_key(Match::worth)
        };
        self.words.iter().map(best).collect()
    }
}

fn worst(matches: &[Match<'_>]) -> Option<u16> {
    matches.iter().map(Match::worth).min()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::words_of;
    use super::*;

    fn relevance(typed: &str, name: &str, rest: &str) -> Option<u16> {
        let words = words_of([(Field::Name, name.into()), (Field::Rest, rest.into())]);
        Question::new(typed).wishes.iter().map(|wish| wish.relevance(&words)).sum()
    }

    #[test]
    fn accents_case_hyphens_elisions_and_plurals_are_forgotten() {
        assert!(relevance("l’ÉCRITURE", "Ateliers d’écriture", "").is_some());
        assert!(relevance("atelier écritures", "Ateliers d’écriture", "").is_some());
        assert!(relevance("jeux", "Après-midi jeu", "").is_some());
        assert!(relevance("apres midi", "Après-midi jeux", "").is_some());
    }

    #[test]
    fn every_word_is_required_and_only_the_last_may_be_begun() {
        assert!(relevance("chorale jeu", "Chorale du jeudi", "").is_some());
        assert!(relevance("chor jeudi", "Chorale du jeudi", "").is_none());
        assert!(relevance("chorale mardi", "Chorale du jeudi", "").is_none());
    }

    #[test]
    fn a_word_of_the_name_weighs_more_than_one_of_the_description_and_a_whole_one_more_than_begun() {
        assert!(relevance("jardin", "Jardin partagé", "") > relevance("jardin", "Goûter", "dans le jardin"));
        assert!(relevance("jeu", "Jeux", "") > relevance("jeu", "Jeudi", ""));
    }

    #[test]
    fn a_question_of_small_words_asks_nothing() {
        assert_eq!([Question::new("de la"), Question::new("  ")], [Question::default(), Question::default()]);
    }

    #[test]
    fn what_says_the_same_answers_but_less_than_the_word_itself() {
        let words = |name: &'static str| words_of([(Field::Name, Cow::from(name))]);
        let wish = |typed| Question::new(typed).wishes.remove(0);
        let mamie = wish("mamies");
        assert_eq!(mamie.relevance(&words("Café des mamies")), Some(32));
        assert_eq!(mamie.relevance(&words("Café des personnes âgées")), Some(16));
        assert_eq!(wish("rompre l’isolement").relevance(&words("Lien social")), Some(16));
        assert_eq!(wish("rompre").relevance(&words("Lien social")), None);
    }

    #[test]
    fn a_slip_is_forgiven_in_what_was_typed_only() {
        let wish = Question::new("gymnastiqe").wishes.remove(0);
        let words = words_of([(Field::Name, "Gymnastique douce".into())]);
        assert_eq!(wish.relevance(&words), None);
        assert_eq!(wish.relevance_with_slips(&words), Some(8));
    }

    #[test]
    fn a_question_of_ten_thousand_words_is_cut() {
        assert_eq!(Question::new(&"chant ".repeat(10_000)).wishes.len(), Question::MOST_WORDS);
    }
}
