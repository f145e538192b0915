use std::cmp::Reverse;

use kernel::geo::Spot;

use super::Index;
use super::bands::Run;
use super::bits::{Bits, Sieve, Sieved};
use super::columns::Conditions;
use super::number::at;
use super::vocabulary::{Lookup, both, either};
use super::zones::Open;
use crate::finder::facet::{Counts, Family};
use crate::finder::filters::Filters;
use crate::finder::query::{HOPE, Near, Order, Placing, Query};
use crate::finder::text::{Question, Wish};

/// A query, and what the whole directory says of its words.
#[derive(Debug)]
pub(in crate::finder) struct Asking<'q> {
    pub(in crate::finder) query: &'q Query,
    pub(in crate::finder) question: &'q Question,
    /// For each wish, whether nothing answers it as it is typed, so that slips are forgiven.
    pub(in crate::finder) slips: &'q [bool],
}

/// An entry that answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::finder) struct Placed {
    pub(in crate::finder) entry: u32,
    pub(in crate::finder) km: Option<f64>,
    pub(in crate::finder) is_approximate: bool,
    pub(in crate::finder) relevance: u32,
}

impl Index {
    /// Everything that answers, in the order of entries.
    pub(in crate::finder) fn find(&self, asking: &Asking<'_>, without: Option<&Bits>) -> Vec<Placed> {
        self.find_with(asking, &asking.query.filters, without)
    }

    /// Adds what each value of each list would give.
    pub(in crate::finder) fn count_facets(
        &self,
        asking: &Asking<'_>,
        found: &[Placed],
        without: Option<&Bits>,
        counts: &mut Counts,
    ) {
        let chosen = asking.query.filters.choices();
        let entries = |placed: &[Placed]| placed.iter().map(|placed| placed.entry).collect::<Vec<u32>>();
        let others = |family: Family| !chosen.contains(&family);
        self.facets.count(entries(found).into_iter(), others, counts);
        for family in &chosen {
            let wider = self.find_with(asking, &asking.query.filters.without(*family), without);
            self.facets.count(entries(&wider).into_iter(), |other| other == *family, counts);
        }
    }

    /// Whether some entry answers a wish as it is typed, or otherwise said.
    pub(in crate::finder) fn answers(&self, wish: &Wish, without: Option<&Bits>) -> bool {
        let everything = self.runs(None);
        let live = Sieve { groups: Vec::new(), without }.within(&everything);
        self.words.ways(wish, false).iter().any(|way| way.has_any(&live))
    }

    /// The first `count`, in the order asked for.
    pub(in crate::finder) fn first(
        &self,
        mut placed: Vec<Placed>,
        order: Order,
        count: usize,
    ) -> Vec<Placed> {
        let key = |placed: &Placed| self.key(placed, order);
        if count < placed.len() {
            placed.select_nth_unstable_by_key(count, key);
            placed.truncate(count);
        }
        placed.sort_unstable_by_key(key);
        placed
    }

    fn key(&self, placed: &Placed, order: Order) -> ((Reverse<u32>, u64), u32) {
        let ranks = match order {
            Order::Exchange => &self.by_id,
            Order::People => &self.by_name,
        };
        (self.order_of(placed, order), ranks.get(at(placed.entry)).copied().unwrap_or(u32::MAX))
    }

    /// By relevance, then distance: what two indexes can compare by.
    pub(in crate::finder) fn order_of(&self, placed: &Placed, order: Order) -> (Reverse<u32>, u64) {
        let km = match order {
            Order::Exchange => placed.km.map(f64::round_ties_even),
            Order::People => placed.km,
        };
        // Numbers that are not negative are in the order of their bits.
        (Reverse(placed.relevance), km.map_or(u64::MAX, |km| km.abs().to_bits()))
    }

    fn find_with(&self, asking: &Asking<'_>, filters: &Filters, without: Option<&Bits>) -> Vec<Placed> {
        let groups = filters.lists().iter().map(|list| self.facets.group(list)).collect();
        let sieve = Sieve { groups, without };
        let wishes: Vec<Vec<Lookup<'_>>> = asking
            .question
            .wishes
            .iter()
            .zip(asking.slips)
            .map(|(wish, slips)| self.words.ways(wish, *slips))
            .collect();
        let reach = asking.query.near.as_ref().map(|near| Reach::of(near, self.zones.open_to(near)));
        let conditions = Conditions::of(filters);
        let hopes = self.facets.entries_of(&asking.query.hopes);
        let runs = self.runs(asking.query.near.as_ref());
        let sieved = sieve.within(&runs);
        let mut run = runs.iter().peekable();
        let mut placed = Vec::new();
        for (entry, relevance) in scored(&sieved, &wishes) {
            while run.next_if(|run| run.entries.end <= entry).is_some() {}
            if self.columns.meet(entry, &conditions) {
                let is_near = run.peek().is_some_and(|run| run.is_near);
                let hoped = hopes.iter().filter(|bits| bits.has(entry)).map(|_| HOPE).sum::<u32>();
                placed.extend(self.answer(entry, is_near, reach.as_ref(), relevance + hoped));
            }
        }
        placed
    }

    fn runs(&self, near: Option<&Near>) -> Vec<Run> {
        match near {
            None => vec![Run { entries: 0..self.len(), is_near: false }],
            Some(near) => self.bands.runs(near.from, near.radius_km),
        }
    }

    /// `None` when somebody living there is not eligible, or it is too far and neither offered
    /// remotely nor coming to them.
    fn answer(&self, entry: u32, is_near: bool, reach: Option<&Reach<'_>>, relevance: u32) -> Option<Placed> {
        let Some(Reach { near, from, open }) = reach else {
            return Some(Placed { entry, km: None, is_approximate: false, relevance });
        };
        let is_eligible = open.is(self.columns.zones(entry));
        if !is_eligible && !(is_near && near.with_reserved) {
            return None;
        }
        let km = || (*from)?.km_to(self.columns.spot(entry, near.placing)?).into();
        let km: Option<f64> = if is_near { km() } else { None };
        let km = km.filter(|km| *km <= near.radius_km);
        let traits = self.columns.traits(entry)?;
        let comes = || near.placing == Placing::CommuneCentre && open.names(self.columns.homes(entry));
        let is_found = if is_eligible { km.is_some() || traits.is_remote || comes() } else { km.is_some() };
        let km_on_site = km.filter(|_| traits.is_on_site);
        is_found.then_some(Placed {
            entry,
            km: km_on_site,
            is_approximate: km_on_site.is_some() && traits.is_approximate,
            relevance,
        })
    }
}

/// Entries that answer all wishes, in order, and how well.
fn scored(sieved: &Sieved<'_>, wishes: &[Vec<Lookup<'_>>]) -> Vec<(u32, u32)> {
    let mut wishes = wishes.iter().map(|ways| either(ways.iter().map(|way| way.scored(sieved))));
    let Some(first) = wishes.next() else {
        return sieved.entries().into_iter().map(|entry| (entry, 0)).collect();
    };
    let first = first.into_iter().map(|(entry, score)| (entry, u32::from(score))).collect();
    wishes.fold(first, |kept, wish| both(kept, &wish, |total, score| total + u32::from(score)))
}

/// Where somebody asks from.
struct Reach<'q> {
    near: &'q Near,
    from: Option<Spot>,
    open: Open,
}

impl Reach<'_> {
    fn of(near: &Near, open: Open) -> Reach<'_> {
        Reach { near, from: near.from.map(kernel::geo::Point::spot), open }
    }
}
