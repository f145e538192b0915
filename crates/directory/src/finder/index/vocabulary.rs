//! Every word of the directory, and the entries it stands in.

use std::collections::BTreeMap;
use std::ops::Range;

use fst::{IntoStreamer, Map, Streamer};

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
    pub(super) fn of(words: BTreeMap<String, Vec<u32>>) -> Result<Vocabulary, fst::Error> {
        let mut by_stem: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (place, word) in words.keys().enumerate() {
            by_stem.entry(stem(word)).or_default().push(number(place));
        }
        Ok(Vocabulary {
            words: Map::from_iter(words.keys().zip(0_u64..))?,
            postings: words.into_values().collect(),
            stems: Map::from_iter(by_stem.keys().zip(0_u64..))?,
            stem_words: by_stem.into_values().collect(),
        })
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

impl Lookup<'_> {
    /// How well each candidate of a run answers, 0 for not at all: as well as its worst word does.
    pub(super) fn scores(&self, run: &Range<u32>, candidates: &[u32]) -> Vec<u16> {
        let words = self.0.iter().map(|posted| best(posted, run, candidates));
        words
            .reduce(|worst, word| worst.into_iter().zip(word).map(|(a, b)| a.min(b)).collect())
            .unwrap_or_default()
    }

    /// How many entries may answer, at most.
    pub(super) fn most(&self) -> usize {
        let counts = self.0.iter().map(|posted| posted.iter().map(|posted| posted.entries.len()).sum());
        counts.min().unwrap_or(0)
    }

    /// Entries of the rarest word, in order: all that may answer are among them.
    pub(super) fn candidates(&self) -> Vec<u32> {
        let rarest = self
            .0
            .iter()
            .min_by_key(|posted| posted.iter().map(|posted| posted.entries.len()).sum::<usize>());
        let entries = rarest.into_iter().flatten().flat_map(|posted| posted.entries);
        let mut entries: Vec<u32> = entries.map(|posting| entry_of(*posting)).collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }
}

fn best(posted: &[Posted<'_>], run: &Range<u32>, candidates: &[u32]) -> Vec<u16> {
    let mut best = vec![0; candidates.len()];
    for posted in posted {
        let inside = inside(posted.entries, run);
        if inside.len() < candidates.len() / 8 {
            seek(inside, posted.grade, candidates, &mut best);
        } else {
            walk(inside, posted.grade, candidates, &mut best);
        }
    }
    best
}

fn inside<'i>(entries: &'i [u32], run: &Range<u32>) -> &'i [u32] {
    let start = entries.partition_point(|posting| entry_of(*posting) < run.start);
    let rest = entries.get(start..).unwrap_or_default();
    let end = rest.partition_point(|posting| entry_of(*posting) < run.end);
    rest.get(..end).unwrap_or_default()
}

/// Few postings among many candidates.
fn seek(postings: &[u32], grade: Grade, candidates: &[u32], best: &mut [u16]) {
    for posting in postings {
        let place = candidates.binary_search(&entry_of(*posting));
        if let Some(score) = place.ok().and_then(|place| best.get_mut(place)) {
            *score = grade.in_field(field_of(*posting)).max(*score);
        }
    }
}

/// Both lists side by side.
fn walk(postings: &[u32], grade: Grade, candidates: &[u32], best: &mut [u16]) {
    let mut candidates = candidates.iter().zip(best);
    let mut candidate = candidates.next();
    for posting in postings {
        let entry = entry_of(*posting);
        while candidate.as_ref().is_some_and(|(candidate, _)| **candidate < entry) {
            candidate = candidates.next();
        }
        match &mut candidate {
            Some((candidate, score)) if **candidate == entry => {
                **score = grade.in_field(field_of(*posting)).max(**score);
            }
            Some(_) => {}
            None => return,
        }
    }
}
