use std::cmp::Reverse;
use std::ops::Range;

use kernel::geo::Spot;

use super::Index;
use super::bits::{Bits, Sieve};
use super::columns::{Conditions, Row};
use super::number::at;
use super::vocabulary::Lookup;
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
        let is_live = |entry: &u32| without.is_none_or(|without| !without.has(*entry));
        self.words.ways(wish, false).iter().any(|lookup| {
            let mut candidates = lookup.candidates();
            candidates.retain(is_live);
            lookup.scores(&(0..self.len()), &candidates).iter().any(|score| *score > 0)
        })
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
        let mut placed = Vec::new();
        for run in self.runs(asking.query.near.as_ref()) {
            let candidates = candidates(&run, &sieve, &wishes);
            let scores = scores(&run, &candidates, &wishes);
            for (entry, relevance) in candidates.into_iter().zip(scores) {
                let Some(relevance) = relevance else { continue };
                let Some(row) = self.columns.get(entry).filter(|row| conditions.accept(row)) else {
                    continue;
                };
                let hoped = hopes.iter().filter(|bits| bits.has(entry)).map(|_| HOPE).sum::<u32>();
                placed.extend(answer(entry, row, reach.as_ref(), relevance + hoped));
            }
        }
        placed
    }

    fn runs(&self, near: Option<&Near>) -> Vec<Range<u32>> {
        let Some(near) = near else { return vec![0..self.len()] };
        let around = near.from.map(|from| self.bands.around(from, near.radius_km)).unwrap_or_default();
        around.into_iter().chain([self.bands.from_anywhere()]).collect()
    }
}

/// Entries of a run that lists let through, and that may answer the words.
fn candidates(run: &Range<u32>, sieve: &Sieve<'_>, wishes: &[Vec<Lookup<'_>>]) -> Vec<u32> {
    let mut candidates = Vec::new();
    let most = |lookups: &Vec<Lookup<'_>>| lookups.iter().map(Lookup::most).sum::<usize>();
    let rarest = wishes.iter().min_by_key(|lookups| most(lookups));
    match rarest {
        // Fewer than the words of the sieve: these entries are looked up in it.
        Some(lookups) if most(lookups) < run.len() / 64 => {
            candidates.extend(lookups.iter().flat_map(Lookup::candidates));
            candidates.retain(|entry| run.contains(entry) && sieve.passes(*entry));
            candidates.sort_unstable();
            candidates.dedup();
        }
        _ => sieve.pass(run, |entry| candidates.push(entry)),
    }
    candidates
}

/// How well each candidate answers all wishes together; `None` when one is not answered.
fn scores(run: &Range<u32>, candidates: &[u32], wishes: &[Vec<Lookup<'_>>]) -> Vec<Option<u32>> {
    let mut scores = vec![Some(0); candidates.len()];
    for lookups in wishes {
        let mut best = vec![0; candidates.len()];
        for lookup in lookups {
            for (best, score) in best.iter_mut().zip(lookup.scores(run, candidates)) {
                *best = score.max(*best);
            }
        }
        for (total, best) in scores.iter_mut().zip(best) {
            *total = total.filter(|_| best > 0).map(|total| total + u32::from(best));
        }
    }
    scores
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

/// `None` when somebody living there is not eligible, or it is too far and neither offered remotely
/// nor coming to them.
fn answer(entry: u32, row: &Row, reach: Option<&Reach<'_>>, relevance: u32) -> Option<Placed> {
    let Some(reach) = reach else {
        return Some(Placed { entry, km: None, is_approximate: false, relevance });
    };
    let near = reach.near;
    let km = row.spot(near.placing).and_then(|spot| Some(reach.from?.km_to(spot)));
    let km = km.filter(|km| *km <= near.radius_km);
    let comes = near.placing == Placing::CommuneCentre && reach.open.names(row.homes);
    let is_found = if reach.open.is(row.zones) {
        km.is_some() || row.is_remote || comes
    } else {
        km.is_some() && near.with_reserved
    };
    let km_on_site = km.filter(|_| row.is_on_site);
    is_found.then_some(Placed {
        entry,
        km: km_on_site,
        is_approximate: km_on_site.is_some() && row.is_approximate,
        relevance,
    })
}
