//! One bit for each entry: sixty-four entries are asked at once.

use std::ops::Range;

use super::number::at;

const WORD: u32 = u64::BITS;
/// Words sieved together: enough for a processor to take several at once.
const BLOCK: usize = 32;

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

    pub(in crate::finder) fn has(&self, entry: u32) -> bool {
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

impl<'i> Sieve<'i> {
    pub(super) fn of(
        groups: impl Iterator<Item = Vec<&'i Bits>>,
        more: Vec<Vec<&'i Bits>>,
        without: Option<&'i Bits>,
    ) -> Sieve<'i> {
        Sieve { groups: groups.chain(more).collect(), without }
    }

    /// Leaves in a few words of bits, from a place on, those that pass.
    fn pass(&self, from: usize, words: &mut [u64]) {
        for group in &self.groups {
            let mut any = [0; BLOCK];
            for bits in group {
                any.iter_mut().zip(bits.from(from)).for_each(|(any, word)| *any |= word);
            }
            words.iter_mut().zip(any).for_each(|(word, any)| *word &= any);
        }
        if let Some(without) = self.without {
            words.iter_mut().zip(without.from(from)).for_each(|(word, out)| *word &= !out);
        }
    }
}

impl Bits {
    /// Adds those of a run that pass a sieve.
    pub(super) fn add(&mut self, run: &Range<u32>, sieve: &Sieve<'_>) {
        let Range { start, end } = places(run);
        let words = self.0.get_mut(at(start)..at(end)).unwrap_or_default();
        for (block, first) in words.chunks_mut(BLOCK).zip((at(start)..).step_by(BLOCK)) {
            let mut passing = [u64::MAX; BLOCK];
            sieve.pass(first, &mut passing);
            for place in [start, end.saturating_sub(1)] {
                if let Some(word) = at(place).checked_sub(first).and_then(|nth| passing.get_mut(nth)) {
                    *word &= inside(place, run);
                }
            }
            block.iter_mut().zip(passing).for_each(|(word, passing)| *word |= passing);
        }
    }

    /// Words from a place on.
    fn from(&self, place: usize) -> &[u64] {
        self.0.get(place..).unwrap_or_default()
    }

    /// Room for so many entries, none of them in it.
    pub(super) fn none_of(count: u32) -> Bits {
        Bits(vec![0; at(count.div_ceil(WORD))])
    }

    /// Those of a run, in order.
    pub(super) fn in_run(&self, run: &Range<u32>, mut read: impl FnMut(u32)) {
        for place in places(run) {
            let mut word = self.word(at(place)) & inside(place, run);
            while word != 0 {
                read(place * WORD + word.trailing_zeros());
                word &= word - 1;
            }
        }
    }

    pub(super) fn count_both(&self, other: &Bits) -> usize {
        self.0.iter().zip(&other.0).map(|(one, other)| at((one & other).count_ones())).sum()
    }
}

fn places(run: &Range<u32>) -> Range<u32> {
    if run.is_empty() { 0..0 } else { run.start / WORD..run.end.div_ceil(WORD) }
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
            let run = from..to.max(from);
            let passes = |entry: &u32| (a.contains(entry) || b.contains(entry)) && c.contains(entry) && !out.contains(entry);
            let expected: Vec<u32> = run.clone().filter(passes).collect();
            let mut kept = Bits::none_of(320);
            kept.add(&run, &sieve);
            prop_assert!((0..320).all(|entry| kept.has(entry) == expected.contains(&entry)));
            prop_assert_eq!(kept.count_both(&abits), expected.iter().filter(|entry| a.contains(entry)).count());
            let mut read = Vec::new();
            kept.in_run(&(0..320), |entry| read.push(entry));
            prop_assert_eq!(read, expected);
        }
    }
}
