//! Names sorted so that all that begin alike stand together, and how they are ranked.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::commune::{Commune, Division};
use super::query::{Query, Reading, key, words};
use super::table::Table;

/// Words too common to start a search from the middle of a name.
const LINKS: [&str; 14] =
    ["l", "la", "le", "les", "d", "de", "du", "des", "sur", "sous", "en", "et", "au", "aux"];
const ARTICLES: [&str; 4] = ["l", "la", "le", "les"];

#[derive(Debug)]
pub(super) struct Index {
    /// Sorted.
    names: Vec<Entry>,
    /// Postcode and place in the table, sorted.
    postcodes: Vec<(&'static str, usize)>,
}

/// A name from one of its words on.
#[derive(Debug)]
struct Entry {
    text: Box<str>,
    commune: usize,
    start: Start,
}

#[derive(Clone, Copy, Debug)]
enum Start {
    Name,
    AfterArticle,
    Inside,
    Former,
}

/// How well a text names a commune, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Exact,
    ExactWithoutArticle,
    ExactFormer,
    Beginning,
    BeginningWithoutArticle,
    Inside,
    BeginningOfFormer,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    pub(super) commune: &'a Commune,
    pub(super) rank: Rank,
}

impl Index {
    pub(super) fn build(table: &Table) -> Index {
        let mut names = Vec::new();
        let mut postcodes = Vec::new();
        for (place, commune) in table.communes.iter().enumerate() {
            push_name(&mut names, commune.name, place);
            postcodes.extend(commune.postcodes.iter().map(|postcode| (*postcode, place)));
        }
        for &(name, place) in &table.former_names {
            let text = key(&words(name)).into_boxed_str();
            names.push(Entry { text, commune: place, start: Start::Former });
        }
        names.sort_unstable_by(|a, b| a.text.cmp(&b.text));
        postcodes.sort_unstable();
        Index { names, postcodes }
    }

    /// The best `limit`, best first; the larger commune first among equals.
    pub(super) fn search<'a>(&self, table: &'a Table, query: &Query, limit: usize) -> Vec<Found<'a>> {
        let mut readings = query.readings.iter().map(|reading| self.read(table, reading));
        let mut found = readings.find(|found| !found.is_empty()).unwrap_or_default();
        found.sort_by_key(|found| (found.rank, Reverse(found.commune.population), &found.commune.code));
        let mut seen = HashSet::new();
        found.into_iter().filter(|found| seen.insert(&found.commune.code)).take(limit).collect()
    }

    fn read<'a>(&self, table: &'a Table, reading: &Reading) -> Vec<Found<'a>> {
        let mut found = if reading.words.is_empty() {
            self.posted(table, &reading.places)
        } else {
            self.named(table, &reading.keys())
        };
        found.retain(|found| reading.places.iter().all(|place| is_at(found.commune, place)));
        if reading.has_postcode() { without_divided_cities(&found) } else { found }
    }

    fn named<'a>(&self, table: &'a Table, keys: &[String]) -> Vec<Found<'a>> {
        keys.iter()
            .flat_map(|key| {
                let from = self.names.partition_point(|entry| *entry.text < **key);
                let entries = self.names.iter().skip(from).take_while(|entry| entry.text.starts_with(&**key));
                entries.filter_map(|entry| {
                    let rank = entry.start.rank(*entry.text == **key);
                    Some(Found { commune: table.communes.get(entry.commune)?, rank })
                })
            })
            .collect()
    }

    /// Communes by the beginning of a postcode.
    fn posted<'a>(&self, table: &'a Table, places: &[String]) -> Vec<Found<'a>> {
        let Some(beginning) = places.first().map(String::as_str) else { return Vec::new() };
        let rank = if beginning.len() == 5 { Rank::Exact } else { Rank::Beginning };
        let from = self.postcodes.partition_point(|(postcode, _)| *postcode < beginning);
        let entries = self.postcodes.iter().skip(from).take_while(|(code, _)| code.starts_with(beginning));
        entries.filter_map(|(_, place)| Some(Found { commune: table.communes.get(*place)?, rank })).collect()
    }
}

impl Rank {
    /// Whether the text is the whole name, or the whole postcode.
    pub(super) fn is_exact(self) -> bool {
        self <= Rank::ExactFormer
    }
}

impl Start {
    fn rank(self, whole: bool) -> Rank {
        match (self, whole) {
            (Start::Name, true) => Rank::Exact,
            (Start::AfterArticle, true) => Rank::ExactWithoutArticle,
            (Start::Former, true) => Rank::ExactFormer,
            (Start::Name, false) => Rank::Beginning,
            (Start::AfterArticle, false) => Rank::BeginningWithoutArticle,
            (Start::Inside, _) => Rank::Inside,
            (Start::Former, false) => Rank::BeginningOfFormer,
        }
    }
}

fn push_name(names: &mut Vec<Entry>, name: &str, commune: usize) {
    let words = words(name);
    let mut after_article = false;
    for (place, word) in words.iter().enumerate() {
        let start = match place {
            0 => Start::Name,
            1 if after_article => Start::AfterArticle,
            _ => Start::Inside,
        };
        after_article = place == 0 && ARTICLES.contains(&word.as_str());
        // A number alone is the beginning of a postcode, not « Paris 13e ».
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        if place == 0 || !(is_number || LINKS.contains(&word.as_str())) {
            let rest = words.get(place..).unwrap_or_default();
            names.push(Entry { text: key(rest).into_boxed_str(), commune, start });
        }
    }
}

fn is_at(commune: &Commune, place: &str) -> bool {
    commune.postcodes.iter().any(|postcode| postcode.starts_with(place))
        || commune.departement.code.eq_ignore_ascii_case(place)
}

/// A whole postcode of Paris, Lyon or Marseille is that of an arrondissement, which then answers
/// for its city.
fn without_divided_cities<'a>(found: &[Found<'a>]) -> Vec<Found<'a>> {
    let mut precise = Vec::with_capacity(found.len());
    for one in found {
        let is_part = |other: &&Found<'a>| matches!(&other.commune.division, Division::Arrondissement { of } if *of == one.commune.code);
        match found.iter().find(is_part) {
            Some(part) => precise.push(Found { commune: part.commune, rank: one.rank }),
            None => precise.push(*one),
        }
    }
    precise
}
