//! How much two names say the same, word by word.

use std::collections::BTreeSet;

use kernel::text::fold;

use super::lexicon::Lexicon;

/// From so many letters on, a word may hold one slip.
const ONE_SLIP: usize = 5;
/// From so many, two.
const TWO_SLIPS: usize = 9;
/// What a word is worth that is only nearly the other's.
const NEARLY: f64 = 0.85;
/// Longer words are compared letter for letter only: the work stays bounded whatever is imported.
const LONGEST: usize = 40;
/// So are names of more words than this: the rest is left out.
const MOST_WORDS: usize = 40;

/// An organization's name, ready to be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// As a whole: « mairie de bron ».
    pub(crate) folded: String,
    /// Each once, in alphabetical order.
    words: Vec<Word>,
    kinds: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: String,
    weight: f64,
}

/// What two names have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    /// Weighed share of their words, 0 to 1 (Dice's coefficient).
    pub share: f64,
    /// All that distinguishes one of them is also in the other.
    pub is_within: bool,
    /// They tell of different kinds of places.
    pub is_other_kind: bool,
    /// The words, the weightiest first.
    pub words: Vec<String>,
}

impl Name {
    pub fn of(name: &str, lexicon: &Lexicon) -> Name {
        let folded = fold(name);
        let mut texts = lexicon.words(&folded);
        texts.truncate(MOST_WORDS);
        let kinds = texts.iter().filter_map(|word| lexicon.kind(word)).map(str::to_owned).collect();
        texts.sort_unstable();
        texts.dedup();
        let word = |text: String| Word { weight: lexicon.weight(&text), text };
        Name { folded, words: texts.into_iter().map(word).collect(), kinds }
    }

    /// Its words as one text, in alphabetical order.
    pub(crate) fn key(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    /// Its weightiest words, those of a place last.
    pub(crate) fn telling<'n>(&'n self, places: &'n BTreeSet<String>) -> impl Iterator<Item = &'n str> {
        let mut words: Vec<&Word> = self.words.iter().collect();
        words.sort_by(|a, b| {
            let is_place = |word: &Word| places.contains(&word.text);
            is_place(a).cmp(&is_place(b)).then(b.weight.total_cmp(&a.weight)).then(a.text.cmp(&b.text))
        });
        words.into_iter().map(|word| word.text.as_str())
    }

    /// Symmetric. `places` are the words of the communes of either.
    pub fn common(&self, other: &Name, places: [&BTreeSet<String>; 2], lexicon: &Lexicon) -> Common {
        let weight = |word: &Word| {
            let is_place = places.iter().any(|words| words.contains(&word.text));
            if is_place { word.weight.min(lexicon.weights.place) } else { word.weight }
        };
        let found = |from: &Name, within: &Name| -> Found {
            let mut found = Found::default();
            for word in &from.words {
                let worth = within.best(&word.text);
                found.whole += weight(word);
                found.shared += weight(word) * worth;
                if worth > 0.0 {
                    found.words.push((word.text.clone(), weight(word)));
                }
            }
            found
        };
        let (here, there) = (found(self, other), found(other, self));
        let whole = here.whole + there.whole;
        let share = if whole > 0.0 { (here.shared + there.shared) / whole } else { 0.0 };
        let both_say = !self.kinds.is_empty() && !other.kinds.is_empty();
        Common {
            share,
            is_within: here.is_all_found() || there.is_all_found(),
            is_other_kind: both_say && self.kinds.is_disjoint(&other.kinds),
            words: here.telling(there),
        }
    }

    /// How well a word is found among these: 1 for itself, less for a near one, 0 for none.
    fn best(&self, text: &str) -> f64 {
        if self.words.binary_search_by(|word| word.text.as_str().cmp(text)).is_ok() {
            return 1.0;
        }
        if self.words.iter().any(|word| is_nearly(&word.text, text)) { NEARLY } else { 0.0 }
    }
}

/// One name looked for in the other.
#[derive(Default)]
struct Found {
    whole: f64,
    shared: f64,
    words: Vec<(String, f64)>,
}

impl Found {
    /// Something that distinguishes it, and all of it, is there.
    fn is_all_found(&self) -> bool {
        const DISTINGUISHES: f64 = 0.9;
        self.words.iter().any(|(_, weight)| *weight >= DISTINGUISHES) && self.shared >= 0.9 * self.whole
    }

    /// Both sides' words, each once; symmetric.
    fn telling(self, other: Found) -> Vec<String> {
        let mut words: Vec<(String, f64)> = self.words.into_iter().chain(other.words).collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.dedup();
        words.into_iter().map(|(text, _)| text).collect()
    }
}

/// The same but for a slip or two; a plural counts for one.
pub(super) fn is_nearly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    if longer > LONGEST || a.iter().chain(&b).any(char::is_ascii_digit) {
        return a == b;
    }
    let allowed = match shorter {
        0..ONE_SLIP => 0,
        ONE_SLIP..TWO_SLIPS => 1,
        _ => 2,
    };
    longer - shorter <= allowed && edits(&a, &b) <= allowed
}

/// Insertions, deletions and replacements between two words (Levenshtein's distance).
fn edits(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (line, wanted) in to.iter().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, written) in row.iter_mut().skip(1).zip(from) {
            let replaced = diagonal + usize::from(written != wanted);
            diagonal = *cell;
            left = replaced.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
