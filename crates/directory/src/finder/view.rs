mod once;

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::entry::Entry;
use super::facet::Counts;
use super::index::{Answers, Asking, Bits, Builder, Index, Placed};
use super::query::{Order, Query};
use super::text::{Question, Wish};
use crate::organization::OrganizationId;
use crate::resource::{QualityDay, ResourceId, mean_quality};

/// The directory as it is found in at one moment: an index of nearly everything, and a small one
/// of what has changed since it was made.
#[derive(Clone, Debug)]
pub struct View {
    /// Of the large index: no other has it.
    mark: Arc<str>,
    base: Arc<Index>,
    /// What has changed since; nothing for what is gone.
    changed: BTreeMap<ResourceId, Option<Entry>>,
    fresh: Arc<Index>,
    /// Entries of the base that have changed or gone.
    superseded: Bits,
}

/// One page of what answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// On all pages.
    pub total: usize,
}

/// The same, each hit with its [number](View::id) in the view that found it.
#[derive(Clone, Debug)]
pub(crate) struct FoundHere {
    pub(crate) hits: Vec<(u32, Hit)>,
    pub(crate) total: usize,
}

/// An entry that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub id: ResourceId,
    /// Kilometres, when one goes there and it lies within the radius.
    pub km: Option<f64>,
    /// Whether the distance is that of its commune's centre.
    pub is_approximate: bool,
    /// How well it answers the words: only to be compared.
    pub relevance: u32,
}

impl Hit {
    /// Whole kilometres, half to even: what data·inclusion shows.
    pub fn rounded_km(&self) -> Option<f64> {
        self.km.map(f64::round_ties_even)
    }
}

/// Why there is no index of what was read.
#[derive(Debug, thiserror::Error)]
#[error("the directory cannot be indexed: {0}")]
pub struct NoIndex(#[from] pub(super) fst::Error);

impl View {
    /// # Errors
    /// [`NoIndex`], which no directory is known to cause.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Result<View, NoIndex> {
        let mut builder = Builder::default();
        entries.into_iter().for_each(|entry| builder.add(entry));
        View::over(Arc::new(builder.finish()?), "")
    }

    pub(super) fn over(base: Arc<Index>, mark: &str) -> Result<View, NoIndex> {
        let fresh = Arc::new(Builder::default().finish()?);
        Ok(View { mark: mark.into(), base, changed: BTreeMap::new(), fresh, superseded: Bits::default() })
    }

    /// The same after some entries changed, came or went.
    pub(super) fn after(
        &self,
        changes: impl IntoIterator<Item = (ResourceId, Option<Entry>)>,
    ) -> Result<View, NoIndex> {
        let mut changed = self.changed.clone();
        changed.extend(changes);
        let mut superseded = self.superseded.clone();
        for entry in changed.keys().filter_map(|id| self.base.entry(id.as_str())) {
            superseded.set(entry);
        }
        let mut builder = Builder::default();
        changed.values().flatten().for_each(|entry| builder.add(entry));
        let fresh = Arc::new(builder.finish()?);
        Ok(View { mark: Arc::clone(&self.mark), base: Arc::clone(&self.base), changed, fresh, superseded })
    }

    pub(super) fn base(&self) -> &Arc<Index> {
        &self.base
    }

    /// Of the large index: what is kept beside it by [`place`](View::place) is known by this mark.
    pub(crate) fn mark(&self) -> &str {
        &self.mark
    }

    /// How many places the large index has.
    pub(crate) fn places(&self) -> usize {
        self.base.count()
    }

    /// An entry's place in the large index, unless it has changed or come since.
    pub(crate) fn place(&self, id: &ResourceId) -> Option<u32> {
        self.base.entry(id.as_str()).filter(|entry| !self.superseded.has(*entry))
    }

    /// The same by its number.
    pub(crate) fn place_of(&self, number: u32) -> Option<u32> {
        (number < self.first_fresh()).then_some(number)
    }

    /// How many entries have changed since the large index was made.
    pub(super) fn changes(&self) -> usize {
        self.changed.len()
    }

    /// How many can be found.
    pub fn len(&self) -> usize {
        self.base.count() - self.superseded.count() + self.fresh.count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// data·inclusion's quality of a resource, on a given day; none for a number of no entry.
    pub(crate) fn quality(&self, number: u32, day: &QualityDay) -> Option<f64> {
        let quality = match number.checked_sub(self.first_fresh()) {
            None => self.base.quality(number),
            Some(entry) => self.fresh.quality(entry),
        };
        quality.map(|quality| quality.on(day))
    }

    /// The same of an organization, on a given day: see [`mean_quality`].
    pub fn quality_of(&self, organization: &OrganizationId, day: &QualityDay) -> f64 {
        let old = self.base.offered(organization.as_str()).filter(|(entry, _)| !self.superseded.has(*entry));
        let offered = old.chain(self.fresh.offered(organization.as_str()));
        mean_quality(offered.map(|(_, quality)| quality.on(day)))
    }

    /// What [`Reference::find`](super::Reference::find) finds.
    pub fn find(&self, query: &Query) -> Found {
        self.find_here(query).into()
    }

    /// The same for who asks this view more about each hit.
    pub(crate) fn find_here(&self, query: &Query) -> FoundHere {
        self.with_asking(query, |asking| {
            let [old, new] = self.answers(asking);
            self.page(query, old, new)
        })
    }

    /// The same with how many each value of each list would give.
    pub fn find_and_count(&self, query: &Query) -> (Found, Counts) {
        self.with_asking(query, |asking| {
            let [old, new] = self.answers(asking);
            let mut counts = Counts::default();
            self.base.count_facets(asking, &old, Some(&self.superseded), &mut counts);
            self.fresh.count_facets(asking, &new, None, &mut counts);
            (self.page(query, old, new).into(), counts)
        })
    }

    /// Everything that answers and lies somewhere, by its [number](View::id), with where it is drawn.
    pub(crate) fn drawn(&self, query: &Query) -> Vec<(u32, Point)> {
        self.with_asking(query, |asking| {
            let [old, new] = self.answers(asking);
            let old = self.base.drawn(&old).collect::<Vec<_>>();
            let first = self.first_fresh();
            let new = self.fresh.drawn(&new).map(|(entry, point)| (first.saturating_add(entry), point));
            old.into_iter().chain(new).collect()
        })
    }

    /// Which entry a number of this view is.
    pub(crate) fn id(&self, number: u32) -> Option<ResourceId> {
        let id = match number.checked_sub(self.first_fresh()) {
            None => self.base.id(number),
            Some(entry) => self.fresh.id(entry),
        };
        ResourceId::parse(id).ok()
    }

    /// Entries of the small index are numbered after those of the large one.
    fn first_fresh(&self) -> u32 {
        u32::try_from(self.base.count()).unwrap_or(u32::MAX)
    }

    /// How many entries lie in some communes of today, and how many of them each value of each list
    /// would give. What says no commune lies in none.
    pub fn count_in<'c>(&self, communes: impl Iterator<Item = &'c CommuneCode> + Clone) -> (usize, Counts) {
        let mut counts = Counts::default();
        let codes = communes.map(CommuneCode::as_str);
        let old = self.base.count_in(codes.clone(), Some(&self.superseded), &mut counts);
        let new = self.fresh.count_in(codes, None, &mut counts);
        (old + new, counts)
    }

    fn answers(&self, asking: &Asking<'_>) -> [Answers; 2] {
        [self.base.find(asking, Some(&self.superseded)), self.fresh.find(asking, None)]
    }

    fn with_asking<T>(&self, query: &Query, ask: impl FnOnce(&Asking<'_>) -> T) -> T {
        let question = Question::new(&query.text);
        let slips: Vec<bool> = question.wishes.iter().map(|wish| !self.is_answered(wish)).collect();
        ask(&Asking { query, question: &question, slips: &slips })
    }

    /// Whether something answers a wish as it was typed, or otherwise said.
    pub(super) fn is_answered(&self, wish: &Wish) -> bool {
        self.base.answers(wish, Some(&self.superseded)) || self.fresh.answers(wish, None)
    }

    fn page(&self, query: &Query, old: Answers, new: Answers) -> FoundHere {
        let total = old.count() + new.count();
        let (skipped, taken) = (query.page.skipped(), query.page.taken());
        let last = skipped.saturating_add(taken);
        let both = [(&self.base, 0, old), (&self.fresh, self.first_fresh(), new)];
        let [old, new] = both.map(|(index, before, answers)| {
            let first = index.first(answers, query.order, last);
            first.into_iter().map(|placed| InIndex { index, before, placed }).collect::<Vec<_>>()
        });
        let merged = merge(old, new, query.order);
        let hits = merged.into_iter().skip(skipped).take(taken);
        FoundHere { hits: hits.filter_map(|hit| Some((hit.number(), hit.hit()?))).collect(), total }
    }
}

impl From<FoundHere> for Found {
    fn from(found: FoundHere) -> Found {
        Found { hits: found.hits.into_iter().map(|(_, hit)| hit).collect(), total: found.total }
    }
}

/// An answer, and the index it is known by.
struct InIndex<'v> {
    index: &'v Index,
    /// How many entries are numbered before those of this index.
    before: u32,
    placed: Placed,
}

impl InIndex<'_> {
    fn number(&self) -> u32 {
        self.before.saturating_add(self.placed.entry)
    }

    fn hit(&self) -> Option<Hit> {
        Some(Hit {
            id: ResourceId::parse(self.index.id(self.placed.entry)).ok()?,
            km: self.placed.km,
            is_approximate: self.placed.is_approximate,
            relevance: self.placed.relevance,
        })
    }

    /// By what two answers of different indexes are compared.
    fn key(&self, order: Order) -> (impl Ord, Option<(bool, &str)>, &str) {
        let entry = self.placed.entry;
        let name = (order == Order::People).then(|| self.index.name_order(entry));
        (self.index.order_of(&self.placed, order), name, self.index.id(entry))
    }
}

/// Two lists in order, as one.
fn merge<'v>(old: Vec<InIndex<'v>>, new: Vec<InIndex<'v>>, order: Order) -> Vec<InIndex<'v>> {
    if new.is_empty() {
        return old;
    }
    let mut merged = Vec::with_capacity(old.len() + new.len());
    let (mut old, mut new) = (old.into_iter().peekable(), new.into_iter().peekable());
    loop {
        let next = match (old.peek(), new.peek()) {
            (Some(first), Some(second)) if second.key(order) < first.key(order) => new.next(),
            (Some(_), _) => old.next(),
            (None, _) => new.next(),
        };
        match next {
            Some(hit) => merged.push(hit),
            None => return merged,
        }
    }
}
