//! The directory laid out for finding: nothing is read that the answer does not need.
//!
//! Words: an *entry* is known here by its number, given in the order of [`bands`]; a *run* is a few
//! neighbours in that order. A query chooses runs by place, entries by lists sixty-four at a time
//! ([`bits`]), then by words ([`vocabulary`]), then one by one ([`columns`]).
//! Invariant: it finds what [`Reference`](super::Reference) finds, in the same order; property tests
//! hold them together.

mod bands;
mod bits;
mod build;
mod columns;
mod facets;
mod file;
mod find;
mod grouped;
mod hours;
mod lists;
mod number;
mod publics;
mod strings;
mod vocabulary;
mod zones;

use kernel::geo::Point;

use super::facet::Counts;
use super::query::Placing;
use crate::resource::Quality;
use bands::Bands;
use columns::Columns;
use facets::Facets;
use grouped::Grouped;
use hours::OpeningHours;
use publics::Publics;
use strings::Strings;
use vocabulary::Vocabulary;
use zones::Zones;

pub(super) use bits::Bits;
pub(super) use build::Builder;
pub(super) use file::{Saved, load, save};
pub(super) use find::{Answers, Asking, Placed};

#[derive(Clone, Debug)]
pub(super) struct Index {
    bands: Bands,
    columns: Columns,
    /// Entries by identifier, and the place of each in that order.
    sorted: Vec<u32>,
    by_id: Vec<u32>,
    /// The same for people who ask nothing more: what weaves ties first, then by name.
    named: Vec<u32>,
    by_name: Vec<u32>,
    ids: Strings,
    /// Folded, to be sorted by.
    names: Strings,
    facets: Facets,
    zones: Zones,
    /// Where they come to people's homes.
    homes: Zones,
    hours: OpeningHours,
    /// By what offers them, and by the commune of today they lie in.
    organizations: Grouped,
    communes: Grouped,
    words: Vocabulary,
    publics: Publics,
}

impl Index {
    /// How many entries.
    pub(super) fn count(&self) -> usize {
        number::at(self.len())
    }

    pub(super) fn id(&self, entry: u32) -> &str {
        self.ids.get(entry)
    }

    pub(super) fn entry(&self, id: &str) -> Option<u32> {
        let place = self.sorted.binary_search_by(|entry| self.ids.get(*entry).cmp(id)).ok()?;
        self.sorted.get(place).copied()
    }

    pub(super) fn quality(&self, entry: u32) -> Option<Quality> {
        self.columns.quality(entry)
    }

    /// Entries of an organization, with their quality.
    pub(super) fn offered(&self, organization: &str) -> impl Iterator<Item = (u32, Quality)> {
        let entries = self.organizations.of(organization).iter().copied();
        entries.filter_map(|entry| Some((entry, self.columns.quality(entry)?)))
    }

    /// Those of some answers that lie somewhere, with where they are drawn.
    pub(super) fn drawn(&self, answers: &Answers) -> impl Iterator<Item = (u32, Point)> {
        let all = answers.entries().into_iter();
        all.filter_map(|entry| Some((entry, self.columns.spot(entry, Placing::CommuneCentre)?.point())))
    }

    /// How many lie in some communes, and how many of them have each value of each list.
    pub(super) fn count_in<'c>(
        &self,
        communes: impl Iterator<Item = &'c str>,
        without: Option<&Bits>,
        counts: &mut Counts,
    ) -> usize {
        let mut there = Bits::none_of(self.len());
        let entries = communes.flat_map(|commune| self.communes.of(commune)).copied();
        entries.filter(|entry| without.is_none_or(|out| !out.has(*entry))).for_each(|entry| there.set(entry));
        let answers = Answers::unplaced(there);
        self.facets.count(&answers, |_| true, counts);
        answers.count()
    }

    /// For people who ask nothing more: whether nobody told us what one does there, and its name.
    pub(super) fn name_order(&self, entry: u32) -> (bool, &str) {
        let is_counter = self.columns.traits(entry).is_some_and(|traits| traits.is_counter);
        (is_counter, self.names.get(entry))
    }

    fn len(&self) -> u32 {
        self.bands.len()
    }
}
