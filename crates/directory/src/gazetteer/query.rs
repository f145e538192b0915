//! What somebody typed, split into a name and what tells where: « 69500 bron », « St Denis (93) ».

use kernel::text::fold;

/// Twice the longest name in France; beyond, nobody is naming a commune.
const LONGEST: usize = 100;

/// Words written short on letters and keyboards.
const SHORT: [(&str, &str); 4] = [("st", "saint"), ("ste", "sainte"), ("sts", "saints"), ("stes", "saintes")];

/// The ways to read what was typed, the likelier first: « Lyon 3 » has its number in its name,
/// « Bron 69 » a name and a département.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) readings: [Reading; 2],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) words: Vec<String>,
    /// Beginnings of postcodes, or codes of départements.
    pub(super) places: Vec<String>,
}

impl Query {
    /// `None` when the text is too long to name a commune.
    pub(super) fn parse(typed: &str) -> Option<Query> {
        if typed.trim().chars().nth(LONGEST).is_some() {
            return None;
        }
        let (name, bracketed) = split_brackets(typed);
        let whole = words(name);
        let (numbers, rest): (Vec<_>, Vec<_>) = whole.iter().cloned().partition(|word| is_place(word));
        let places = [bracketed.clone(), numbers].concat();
        let as_name = Reading { words: whole, places: bracketed };
        Some(Query { readings: [as_name, Reading { words: rest, places }] })
    }
}

impl Reading {
    /// The beginnings to look for: as the words stand, and with the short ones written out, for
    /// « Ste » may become Steenvoorde as well as Sainte-Foy.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = vec![self.words.concat(), key(&self.words)];
        keys.dedup();
        keys.retain(|key| !key.is_empty());
        keys
    }

    /// Whether a whole postcode was typed.
    pub(super) fn has_postcode(&self) -> bool {
        self.places.iter().any(|place| place.len() == 5)
    }
}

/// A postcode or département in brackets at the end; other brackets belong to the name, as in
/// « Château-Chinon (Ville) ».
fn split_brackets(typed: &str) -> (&str, Vec<String>) {
    if let Some((name, bracketed)) = typed.rsplit_once('(') {
        let bracketed = words(bracketed);
        if bracketed.iter().all(|word| is_place(word)) {
            return (name, bracketed);
        }
    }
    (typed, Vec::new())
}

/// A name without what people leave out: case, accents, spaces, the word arrondissement.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = fold(&text.replace("s/", "sur "));
    text.split_whitespace().filter(|word| *word != "arrondissement").map(ordinal).collect()
}

/// Words written out and put end to end: « st fons » and « Saint-Fons » give `saintfons`.
pub(super) fn key(words: &[String]) -> String {
    words.iter().map(|word| written_out(word)).collect()
}

fn written_out(word: &str) -> &str {
    SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long)
}

/// « 3e », « 3eme », « 1er » are read as their number.
fn ordinal(word: &str) -> String {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(number.len()..).unwrap_or_default();
    let is_ordinal = !number.is_empty() && matches!(ending, "e" | "er" | "eme" | "ieme");
    if is_ordinal { number.to_owned() } else { word.to_owned() }
}

fn is_place(word: &str) -> bool {
    matches!(word, "2a" | "2b") || word.chars().all(|c| c.is_ascii_digit())
}
