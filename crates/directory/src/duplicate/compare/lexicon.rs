//! The words of names and streets, read from `lexicon.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

const FILE: &str = include_str!("lexicon.toml");

/// The file as it ships; its tests hold that it can be read.
static SHIPPED: LazyLock<Result<Lexicon, BadLexicon>> = LazyLock::new(|| Lexicon::parse(FILE));

/// What words of a name are worth, and which say the same.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub(super) weights: WordWeights,
    stop: BTreeSet<String>,
    generic: BTreeSet<String>,
    phrases: Phrases,
    beginnings: Phrases,
    spoken: BTreeMap<String, String>,
    /// Word to kind of place.
    kinds: BTreeMap<String, String>,
    pub(super) streets: Streets,
}

/// What a word weighs that does not say who somebody is; any other weighs 1.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordWeights {
    pub(super) generic: f64,
    pub(super) place: f64,
    pub(super) number: f64,
}

/// Words of addresses that do not name a street.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Streets {
    pub(super) types: BTreeSet<String>,
    pub(super) suffixes: BTreeSet<String>,
    pub(super) titles: BTreeSet<String>,
}

/// Why a file of words cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadLexicon(String);

/// The words of this program.
///
/// # Errors
/// [`BadLexicon`] for a file that could not be used.
pub(super) fn shipped() -> Result<&'static Lexicon, BadLexicon> {
    SHIPPED.as_ref().map_err(BadLexicon::clone)
}

impl Lexicon {
    /// # Errors
    /// [`BadLexicon`] for a file that is not TOML or has another shape.
    pub fn parse(text: &str) -> Result<Lexicon, BadLexicon> {
        let file: File = toml::from_str(text).map_err(|error| BadLexicon(error.to_string()))?;
        let kinds = file.kinds.into_iter();
        let kinds = kinds.flat_map(|(kind, words)| words.into_iter().map(move |word| (word, kind.clone())));
        Ok(Lexicon {
            weights: file.weights,
            stop: file.words.stop,
            generic: file.words.generic,
            phrases: Phrases::of(file.phrases),
            beginnings: Phrases::of(file.beginnings),
            spoken: file.spoken,
            kinds: kinds.collect(),
            streets: file.streets,
        })
    }

    /// The words of a folded name: phrases replaced, stop words left out.
    pub(super) fn words(&self, folded: &str) -> Vec<String> {
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut kept = Vec::with_capacity(words.len());
        let mut rest = words.as_slice();
        if let Some((taken, word)) = self.beginnings.at(rest) {
            kept.push(word.to_owned());
            rest = rest.get(taken..).unwrap_or_default();
        }
        while let Some((first, after)) = rest.split_first() {
            if let Some((taken, by)) = self.phrases.at(rest) {
                kept.extend(by.split(' ').map(str::to_owned));
                rest = rest.get(taken..).unwrap_or_default();
                continue;
            }
            if !self.stop.contains(*first) {
                kept.push((*first).to_owned());
            }
            rest = after;
        }
        kept
    }

    /// How a word that stands for several is said: « France services ».
    pub(super) fn spoken(&self, word: &str) -> Option<&str> {
        self.spoken.get(word).map(String::as_str)
    }

    pub(super) fn is_stop(&self, word: &str) -> bool {
        self.stop.contains(word)
    }

    pub(super) fn weight(&self, word: &str) -> f64 {
        if self.generic.contains(word) {
            self.weights.generic
        } else if word.chars().all(|c| c.is_ascii_digit()) {
            self.weights.number
        } else {
            1.0
        }
    }

    /// The kind of place a word tells of.
    pub(super) fn kind(&self, word: &str) -> Option<&str> {
        self.kinds.get(word).map(String::as_str)
    }
}

/// Runs of words and the words that stand for them, by first word, the longest first.
#[derive(Clone, Debug)]
struct Phrases(BTreeMap<String, Vec<(Vec<String>, String)>>);

impl Phrases {
    fn of(list: BTreeMap<String, String>) -> Phrases {
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, String)>> = BTreeMap::new();
        for (phrase, by) in list {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push((words, by));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Phrases(by_first)
    }

    /// How many words are replaced at the beginning of these, and by what.
    fn at(&self, words: &[&str]) -> Option<(usize, &str)> {
        let candidates = self.0.get(*words.first()?)?;
        let found = candidates.iter().find(|(phrase, _)| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(wanted, word)| wanted == word)
        });
        found.map(|(phrase, by)| (phrase.len(), by.as_str()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weights: WordWeights,
    words: Words,
    phrases: BTreeMap<String, String>,
    beginnings: BTreeMap<String, String>,
    spoken: BTreeMap<String, String>,
    kinds: BTreeMap<String, Vec<String>>,
    streets: Streets,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    stop: BTreeSet<String>,
    generic: BTreeSet<String>,
}

#[cfg(test)]
mod tests {
    use kernel::text::fold;

    use super::*;

    fn words(name: &str) -> String {
        shipped().unwrap().words(&fold(name)).join(" ")
    }

    #[test]
    fn several_ways_to_write_a_thing_become_one() {
        assert_eq!(words("Centre Communal d’Action Sociale de Bron"), "ccas bron");
        assert_eq!(words("CCAS de Bron"), "ccas bron");
        assert_eq!(words("Commune de Bron"), words("Hôtel de ville de Bron"));
        assert_eq!(words("Communauté de communes du Pays de Nay"), "cc pays nay");
        assert_eq!(words("Bibliothèque municipale St-Exupéry"), words("Médiathèque Saint Exupéry"));
    }

    #[test]
    fn words_are_listed_as_they_are_compared() {
        let file: File = toml::from_str(FILE).unwrap();
        let phrases = file.phrases.into_iter().chain(file.beginnings).flat_map(|(from, to)| [from, to]);
        let listed = file.words.stop.into_iter().chain(file.words.generic).chain(phrases);
        for word in listed {
            assert_eq!(fold(&word), word);
        }
    }
}
