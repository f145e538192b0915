//! How much two names say the same, word by word.

use std::collections::{BTreeSet, HashMap};

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
pub(crate) struct Name {
    /// As a whole: « mairie de bron ».
    pub(crate) folded: String,
    /// Each once, in alphabetical order.
    words: Vec<Word>,
    kinds: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: String,
    /// As the name writes it, in lower case: with its accents, if it has them.
    written: String,
    weight: f64,
}

/// What two names have in common.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Common {
    /// Weighed share of their words, 0 to 1 (Dice's coefficient).
    pub(super) share: f64,
    /// They share a word that few names have.
    pub(super) is_telling: bool,
    /// All that distinguishes one of them is also in the other.
    pub(super) is_within: bool,
    /// They tell of different kinds of places.
    pub(super) is_other_kind: bool,
    /// The words, the weightiest first.
    pub(super) words: Vec<String>,
}

impl Name {
    pub(crate) fn of(name: &str, lexicon: &Lexicon) -> Name {
        let folded = fold(name);
        let mut texts = lexicon.words(&folded);
        texts.truncate(MOST_WORDS);
        let kinds = texts.iter().filter_map(|word| lexicon.kind(word)).map(str::to_owned).collect();
        texts.sort_unstable();
        texts.dedup();
        let written = written(name);
        let word = |text: String| Word {
            weight: lexicon.weight(&text),
            written: lexicon
                .spoken(&text)
                .or(written.get(&text).map(String::as_str))
                .unwrap_or(&text)
                .to_owned(),
            text,
        };
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
    pub(crate) fn common<'n>(
        &'n self,
        other: &'n Name,
        places: [&BTreeSet<String>; 2],
        lexicon: &Lexicon,
    ) -> Common {
        let weight = |word: &Word| {
            let is_place = places.iter().any(|words| words.contains(&word.text));
            if is_place { word.weight.min(lexicon.weights.place) } else { word.weight }
        };
        let found = |from: &'n Name, within: &Name| -> Found<'n> {
            let mut found = Found::default();
            for word in &from.words {
                let worth = within.best(&word.text);
                found.whole += weight(word);
                found.shared += weight(word) * worth;
                if worth > 0.0 {
                    found.words.push((word, weight(word)));
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
            is_telling: here.tells() || there.tells(),
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
struct Found<'n> {
    whole: f64,
    shared: f64,
    words: Vec<(&'n Word, f64)>,
}

impl Found<'_> {
    /// Something that distinguishes it, and all of it, is there.
    fn is_all_found(&self) -> bool {
        self.tells() && self.shared >= 0.9 * self.whole
    }

    /// What was found is more than words that every name may hold.
    fn tells(&self) -> bool {
        const TELLING: f64 = 0.9;
        self.words.iter().any(|(_, weight)| *weight >= TELLING)
    }

    /// Both sides' words, each once, with accents if one side writes them; symmetric.
    fn telling(self, other: Found<'_>) -> Vec<String> {
        let mut words: Vec<(&Word, f64)> = self.words.into_iter().chain(other.words).collect();
        // Accented letters come after plain ones, so that the first of equals has them.
        words.sort_by(|(a, ours), (b, theirs)| {
            theirs.total_cmp(ours).then_with(|| a.text.cmp(&b.text)).then_with(|| b.written.cmp(&a.written))
        });
        words.dedup_by(|(later, _), (kept, _)| later.text == kept.text);
        words.into_iter().map(|(word, _)| word.written.clone()).collect()
    }
}

/// The words of a name as they are written, in lower case, by their folded form.
fn written(name: &str) -> HashMap<String, String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(|part| (fold(part), part.to_lowercase())).collect()
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
