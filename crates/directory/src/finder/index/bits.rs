//! One bit for each entry: sixty-four entries are asked at once.

use std::ops::Range;

use super::bands::Run;
use super::number::at;

const WORD: u32 = u64::BITS;

/// Which entries have a property.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::finder) struct Bits(pub(super) Vec<u64>);

impl Bits {
    pub(in crate::finder) fn set(&mut self, entry: u32) {
        let place = at(entry / WORD);
        if place >= self.0.len() {
            self.0.resize(place + 1, 0);
        }
        if let Some(word) = self.0.get_mut(place) {
            *word |= 1 << (entry % WORD);
        }
    }

    pub(super) fn has(&self, entry: u32) -> bool {
        self.word(at(entry / WORD)) & (1 << (entry % WORD)) != 0
    }

    /// Bits beyond the last one set are not kept, and not set.
    fn word(&self, place: usize) -> u64 {
        self.0.get(place).copied().unwrap_or(0)
    }

    pub(in crate::finder) fn count(&self) -> usize {
        self.0.iter().map(|word| at(word.count_ones())).sum()
    }
}

/// Entries that have one property of each group and none of `without`.
#[derive(Debug, Default)]
pub(super) struct Sieve<'i> {
    pub(super) groups: Vec<Vec<&'i Bits>>,
    pub(super) without: Option<&'i Bits>,
}

impl Sieve<'_> {
    /// Those of these runs that pass.
    pub(super) fn within<'r>(&self, runs: &'r [Run]) -> Sieved<'r> {
        let mut kept = Bits::default();
        let last = runs.last().map_or(0, |run| run.entries.end);
        kept.0.resize(at(last.div_ceil(WORD)), 0);
        for entries in runs.iter().map(|run| &run.entries).filter(|entries| !entries.is_empty()) {
            for place in entries.start / WORD..entries.end.div_ceil(WORD) {
                if let Some(word) = kept.0.get_mut(at(place)) {
                    *word |= self.word(at(place)) & inside(place, entries);
                }
            }
        }
        Sieved { runs, kept }
    }

    fn word(&self, place: usize) -> u64 {
        let any = |group: &Vec<&Bits>| group.iter().fold(0, |word, bits| word | bits.word(place));
        let all = self.groups.iter().fold(u64::MAX, |word, group| word & any(group));
        all & !self.without.map_or(0, |bits| bits.word(place))
    }
}

/// What a sieve let through of some runs.
#[derive(Debug)]
pub(super) struct Sieved<'r> {
    pub(super) runs: &'r [Run],
    kept: Bits,
}

impl Sieved<'_> {
    pub(super) fn has(&self, entry: u32) -> bool {
        self.kept.has(entry)
    }

    /// In order.
    pub(super) fn entries(&self) -> Vec<u32> {
        let mut entries = Vec::new();
        for run in self.runs.iter().map(|run| &run.entries).filter(|run| !run.is_empty()) {
            for place in run.start / WORD..run.end.div_ceil(WORD) {
                let mut word = self.kept.word(at(place)) & inside(place, run);
                while word != 0 {
                    entries.push(place * WORD + word.trailing_zeros());
                    word &= word - 1;
                }
            }
        }
        entries
    }
}

/// The bits of a word that lie in a range which meets it.
fn inside(place: u32, range: &Range<u32>) -> u64 {
    let first = range.start.saturating_sub(place * WORD);
    let end = (range.end - place * WORD).min(WORD);
    if first >= end { 0 } else { (u64::MAX << first) & (u64::MAX >> (WORD - end)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(entries: &[u32]) -> Bits {
        let mut bits = Bits::default();
        entries.iter().for_each(|entry| bits.set(*entry));
        bits
    }

    proptest! {
        #[test]
        fn a_sieve_keeps_what_has_one_of_each_group_within_the_range(
            a in prop::collection::vec(0_u32..300, 0..80),
            b in prop::collection::vec(0_u32..300, 0..80),
            c in prop::collection::vec(0_u32..300, 0..80),
            out in prop::collection::vec(0_u32..300, 0..20),
            (from, to) in (0_u32..300, 0_u32..310),
        ) {
            let [abits, bbits, cbits, without] = [&a, &b, &c, &out].map(|entries| bits(entries));
            let sieve = Sieve { groups: vec![vec![&abits, &bbits], vec![&cbits]], without: Some(&without) };
            let middle = from.midpoint(to.max(from));
            let run = |entries| Run { entries, is_near: true };
            let runs = [run(from..middle), run(middle..to.max(from))];
            let passes = |entry: &u32| (a.contains(entry) || b.contains(entry)) && c.contains(entry) && !out.contains(entry);
            let expected: Vec<u32> = (from..to).filter(passes).collect();
            let sieved = sieve.within(&runs);
            prop_assert!((0..320).all(|entry| sieved.has(entry) == expected.contains(&entry)));
            prop_assert_eq!(sieved.entries(), expected);
        }
    }
}
