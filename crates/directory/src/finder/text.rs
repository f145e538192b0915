//! Words of a question against words of an entry, both folded: no accent, no case, no plural.

use kernel::text::fold;

/// Where a word stands, and what finding it there is worth.
const WORTH: [u32; 4] = [8, 4, 2, 1];

/// An entry's words, by worth: its name, its organization's, its subjects, the rest.
#[derive(Clone, Debug)]
pub(super) struct Words([String; 4]);

impl Words {
    pub(super) fn new(texts: [String; 4]) -> Words {
        Words(texts.map(|text| spaced(&text)))
    }

    pub(super) fn name(&self) -> &str {
        let [name, ..] = &self.0;
        name
    }
}

/// A question: every word must be found, the last one may still be being typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    /// Each between spaces; the last without its closing one.
    words: Vec<String>,
}

impl Question {
    pub(super) fn new(typed: &str) -> Question {
        let folded = fold(typed);
        let mut telling: Vec<&str> = folded.split(' ').filter(|word| !is_small_word(word)).collect();
        telling.retain(|word| !word.is_empty());
        let last = telling.pop();
        let mut words: Vec<String> =
            telling.into_iter().map(|word| format!(" {} ", singular(word))).collect();
        words.extend(last.map(|word| format!(" {}", singular(word))));
        Question { words }
    }

    /// The sum of the best place of each word; `None` when one is nowhere. A question without
    /// words is answered by everything, equally.
    pub(super) fn relevance(&self, words: &Words) -> Option<u32> {
        self.words.iter().map(|word| best_place(word, words)).sum()
    }
}

fn best_place(word: &str, words: &Words) -> Option<u32> {
    words.0.iter().zip(WORTH).find(|(text, _)| text.contains(word)).map(|(_, worth)| worth)
}

/// « les ateliers » as ` le atelier `, so that a whole word is found between two spaces.
fn spaced(text: &str) -> String {
    let folded = fold(text);
    let mut spaced = String::with_capacity(folded.len() + 2);
    spaced.push(' ');
    for word in folded.split(' ') {
        spaced.push_str(singular(word));
        spaced.push(' ');
    }
    spaced
}

/// Forgets the plural's s or x of a word long enough to have one.
fn singular(word: &str) -> &str {
    if word.len() >= 4 { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word }
}

/// Words that say nothing of what is looked for, elided ones included.
fn is_small_word(word: &str) -> bool {
    const SMALL: [&str; 40] = [
        "a", "au", "aux", "avec", "c", "ce", "ces", "d", "dans", "de", "des", "du", "en", "est", "et", "j",
        "je", "l", "la", "le", "les", "m", "ma", "mes", "mon", "n", "on", "ou", "par", "pour", "qu", "que",
        "qui", "s", "sa", "ses", "son", "sur", "un", "une",
    ];
    SMALL.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relevance(typed: &str, name: &str, rest: &str) -> Option<u32> {
        let words = Words::new([name.to_owned(), String::new(), String::new(), rest.to_owned()]);
        Question::new(typed).relevance(&words)
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
    fn a_word_of_the_name_weighs_more_than_one_of_the_description() {
        assert!(relevance("jardin", "Jardin partagé", "") > relevance("jardin", "Goûter", "dans le jardin"));
    }

    #[test]
    fn a_question_of_small_words_asks_nothing() {
        assert_eq!(relevance("de la", "Chorale", ""), Some(0));
        assert_eq!(relevance("  ", "Chorale", ""), Some(0));
    }

    #[test]
    fn the_small_words_are_sorted_for_their_search() {
        assert!(is_small_word("a") && is_small_word("le") && is_small_word("une") && !is_small_word("chant"));
    }
}
