//! Which entries have which value of which list.

use std::collections::HashMap;

use super::bits::Bits;
use super::find::Answers;
use super::lists::Lists;
use super::number::at;
use crate::finder::facet::{Counts, Facet, Family};
use crate::finder::filters::OneOf;

#[derive(Clone, Debug, Default)]
pub(super) struct Facets {
    pub(super) all: Vec<Facet>,
    /// Their places in that list.
    pub(super) places: HashMap<Facet, usize>,
    /// For each facet, its entries.
    pub(super) bits: Vec<Bits>,
    /// For each entry, its facets.
    pub(super) of_entries: Lists,
}

impl Facets {
    pub(super) fn of(all: Vec<Facet>, bits: Vec<Bits>, of_entries: Lists) -> Facets {
        let places = all.iter().cloned().zip(0..).collect();
        Facets { all, places, bits, of_entries }
    }

    /// The entries of each value asked of a list; a value nobody has is left out.
    pub(super) fn group(&self, list: &OneOf) -> Vec<&Bits> {
        self.entries_of(&list.facets)
    }

    /// The same for any facets.
    pub(super) fn entries_of(&self, facets: &[Facet]) -> Vec<&Bits> {
        facets.iter().filter_map(|facet| self.bits.get(*self.places.get(facet)?)).collect()
    }

    /// Adds how often each value of these lists stands among entries.
    pub(super) fn count(&self, answers: &Answers, counted: impl Fn(Family) -> bool, counts: &mut Counts) {
        let mut tally = vec![0_usize; self.all.len()];
        let mut read = |entry: u32| {
            for facet in self.of_entries.get(entry) {
                if let Some(count) = tally.get_mut(at(*facet)) {
                    *count += 1;
                }
            }
        };
        answers.placed.iter().for_each(|placed| read(placed.entry));
        let rest = &answers.rest;
        let are_few = rest.count < rest.entries.0.len();
        if are_few {
            rest.entries.in_run(&rest.run(), read);
        }
        for ((facet, bits), count) in self.all.iter().zip(&self.bits).zip(tally) {
            let more = if are_few || !counted(facet.family) { 0 } else { rest.entries.count_both(bits) };
            if count + more > 0 && counted(facet.family) {
                counts.add(facet.clone(), count + more);
            }
        }
    }
}
