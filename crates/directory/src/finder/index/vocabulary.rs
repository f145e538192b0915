//! Every word of the directory, and the entries it stands in.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use fst::{IntoStreamer, Map, Streamer};

use super::bands::Run;
use super::bits::Bits;
use super::lists::Lists;
use super::number::number;
use crate::finder::text::{Asked, Field, Grade, Typo, Way, Wish, stem};

/// Where a word stands: entries in order, each with the field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posted<'i> {
    entries: &'i [u32],
    grade: Grade,
}

/// An entry and a field in one number.
pub(super) fn posting(entry: u32, field: Field) -> u32 {
    let place = Field::ALL.iter().position(|other| *other == field).unwrap_or(0);
    entry << 2 | number(place)
}

/// The entry of a posting.
pub(super) fn entry_of(posting: u32) -> u32 {
    posting >> 2
}

fn field_of(posting: u32) -> Field {
    match posting & 3 {
        0 => Field::Name,
        1 => Field::Organization,
        2 => Field::Subjects,
        _ => Field::Rest,
    }
}

#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    /// Words in order, numbered from 0.
    pub(super) words: Map<Vec<u8>>,
    /// For each word, its postings.
    pub(super) postings: Lists,
    /// Stems in order, numbered from 0.
    pub(super) stems: Map<Vec<u8>>,
    /// For each stem, its words.
    pub(super) stem_words: Lists,
}

impl Vocabulary {
    /// # Errors
    /// None in practice: words come sorted.
    pub(super) fn of(words: BTreeMap<Box<str>, Vec<u32>>) -> Result<Vocabulary, fst::Error> {
        let mut by_stem: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (place, word) in words.keys().enumerate() {
            by_stem.entry(stem(word)).or_default().push(number(place));
        }
        Ok(Vocabulary {
            words: Map::from_iter(words.keys().map(|word| &**word).zip(0_u64..))?,
            postings: words.into_values().collect(),
            stems: Map::from_iter(by_stem.keys().zip(0_u64..))?,
            stem_words: by_stem.into_values().collect(),
        })
    }

    /// Entries in which words of a stem stand, and where: one as often as it has such words.
    pub(super) fn standing(&self, stem: &str) -> impl Iterator<Item = (u32, Field)> {
        let words = place(self.stems.get(stem)).map_or(&[][..], |stem| self.stem_words.get(stem));
        let postings = words.iter().flat_map(|word| self.postings.get(*word));
        postings.map(|posting| (entry_of(*posting), field_of(*posting)))
    }

    /// Where each word of each way stands; with `slips`, what is near the words typed.
    pub(super) fn ways(&self, wish: &Wish, slips: bool) -> Vec<Lookup<'_>> {
        let way = |way: &Way| Lookup(way.words.iter().map(|asked| self.posted(way, asked)).collect());
        let near = |way: &Way| Lookup(way.words.iter().map(|asked| self.near(asked)).collect());
        if slips { wish.ways.iter().take(1).map(near).collect() } else { wish.ways.iter().map(way).collect() }
    }

    fn posted(&self, way: &Way, asked: &Asked) -> Vec<Posted<'_>> {
        let same: &[u32] = place(self.stems.get(&asked.stem)).map_or(&[], |stem| self.stem_words.get(stem));
        let begun = if asked.is_begun { self.begun(&asked.word) } else { 0..0 };
        let begun = begun.filter(|word| !same.contains(word)).map(|word| (word, Grade::Begun));
        let words = same.iter().map(|word| (*word, Grade::Same)).chain(begun);
        words
            .map(|(word, grade)| Posted { entries: self.postings.get(word), grade: way.capped(grade) })
            .collect()
    }

    /// Words that begin so: neighbours in the order of words.
    fn begun(&self, start: &str) -> Range<u32> {
        let first = self.words.range().ge(start).into_stream().next().map(|(_, word)| word);
        // No word holds a byte above those of UTF-8.
        let beyond = [start.as_bytes(), &[0xff]].concat();
        let after = self.words.range().ge(beyond).into_stream().next().map(|(_, word)| word);
        let end = place(after).unwrap_or_else(|| number(self.words.len()));
        place(first).unwrap_or(end)..end
    }

    fn near(&self, asked: &Asked) -> Vec<Posted<'_>> {
        let mut near = self.words.search(Typo::of(&asked.word)).into_stream();
        let mut posted = Vec::new();
        while let Some((_, word)) = near.next() {
            posted.extend(
                place(Some(word)).map(|word| Posted { entries: self.postings.get(word), grade: Grade::Typo }),
            );
        }
        posted
    }
}

fn place(found: Option<u64>) -> Option<u32> {
    u32::try_from(found?).ok()
}

/// One way to answer a wish: for each of its words, where it stands.
#[derive(Debug)]
pub(super) struct Lookup<'i>(Vec<Vec<Posted<'i>>>);

/// Entries to look among.
#[derive(Clone, Copy, Debug)]
pub(super) struct Among<'i> {
    /// All of them lie in these.
    pub(super) runs: &'i [Run],
    pub(super) kept: &'i Bits,
}

impl Among<'_> {
    fn has(&self, entry: u32) -> bool {
        self.kept.has(entry)
    }
}

/// Entries in order, each with how well it answers.
pub(super) type Scored = Vec<(u32, u16)>;

impl Lookup<'_> {
    /// Entries of these runs that answer, as well as their worst word does.
    pub(super) fn scored(&self, among: &Among<'_>) -> Scored {
        let words = self.0.iter().map(|posted| best(posted, among));
        words.reduce(|worst, word| both(worst, &word, u16::min)).unwrap_or_default()
    }

    /// Whether any entry of these answers.
    pub(super) fn has_any(&self, among: &Among<'_>) -> bool {
        match self.0.as_slice() {
            [word] => {
                word.iter().flat_map(|posted| posted.entries).any(|posting| among.has(entry_of(*posting)))
            }
            _ => !self.scored(among).is_empty(),
        }
    }
}

/// Entries in both lists, with what their scores make together.
pub(super) fn both<T: Copy>(
    some: Vec<(u32, T)>,
    others: &[(u32, u16)],
    together: impl Fn(T, u16) -> T,
) -> Vec<(u32, T)> {
    let mut others = others.iter().copied().peekable();
    let mut kept = some;
    kept.retain_mut(|(entry, score)| {
        while others.next_if(|(other, _)| other < entry).is_some() {}
        let found = others.peek().filter(|(other, _)| other == entry);
        if let Some((_, other)) = found {
            *score = together(*score, *other);
        }
        found.is_some()
    });
    kept
}

/// Entries in any of the lists, each once with its best score.
pub(super) fn either(lists: impl IntoIterator<Item = Scored>) -> Scored {
    let mut lists = lists.into_iter();
    let mut all = lists.next().unwrap_or_default();
    let before = all.len();
    lists.for_each(|list| all.extend(list));
    if all.len() > before {
        // The stable sort finds that these are lists in order, and only joins them.
        all.sort_by_key(|(entry, score)| (*entry, Reverse(*score)));
        all.dedup_by_key(|(entry, _)| *entry);
    }
    all
}

fn best(posted: &[Posted<'_>], among: &Among<'_>) -> Scored {
    either(posted.iter().map(|posted| posted.scored(among)))
}

impl Posted<'_> {
    fn scored(&self, among: &Among<'_>) -> Scored {
        let mut scored = Scored::new();
        let mut keep = |postings: &[u32]| {
            for posting in postings.iter().filter(|posting| among.has(entry_of(**posting))) {
                scored.push((entry_of(*posting), self.grade.in_field(field_of(*posting))));
            }
        };
        // Looking for the bounds of a run costs as much as reading some postings.
        if self.entries.len() < 16 * among.runs.len() {
            keep(self.entries);
        } else {
            among.runs.iter().for_each(|run| keep(inside(self.entries, &run.entries)));
        }
        scored
    }
}

fn inside<'i>(entries: &'i [u32], run: &Range<u32>) -> &'i [u32] {
    let start = entries.partition_point(|posting| entry_of(*posting) < run.start);
    let rest = entries.get(start..).unwrap_or_default();
    let end = rest.partition_point(|posting| entry_of(*posting) < run.end);
    rest.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_in_order_are_joined_in_order() {
        assert_eq!(either([vec![(1, 4), (7, 2)], vec![(1, 8), (3, 1)]]), [(1, 8), (3, 1), (7, 2)]);
        assert_eq!(both(vec![(1, 4), (3, 9), (7, 2)], &[(3, 1), (7, 5)], u16::min), [(3, 1), (7, 2)]);
    }
}
