use std::cmp::Reverse;
use std::ops::Range;

use jiff::civil::DateTime;
use kernel::geo::{Point, Spot};

use super::Index;
use super::bands::Run;
use super::bits::{Bits, Sieve};
use super::columns::Conditions;
use super::number::{at, number};
use super::vocabulary::{Among, Lookup, both, either};
use crate::finder::facet::{Counts, Facet, Family};
use crate::finder::filters::Filters;
use crate::finder::query::{HOPE, Near, Order, Placing, Query};
use crate::finder::text::{Question, Wish};
use crate::vocabulary::{Coded, WelcomeMode};

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

/// Everything that answers.
#[derive(Debug, Default)]
pub(in crate::finder) struct Answers {
    pub(in crate::finder) placed: Vec<Placed>,
    pub(in crate::finder) rest: Rest,
}

/// Entries that answer as well as one another, without a distance: they are counted, and listed only
/// when a page comes to them.
#[derive(Debug, Default)]
pub(in crate::finder) struct Rest {
    pub(super) entries: Bits,
    pub(super) count: usize,
}

impl Rest {
    fn of(entries: Bits) -> Rest {
        Rest { count: entries.count(), entries }
    }

    pub(super) fn run(&self) -> Range<u32> {
        0..number(self.entries.0.len().saturating_mul(64))
    }
}

impl Answers {
    /// Entries among which nothing is said of any place.
    pub(super) fn unplaced(entries: Bits) -> Answers {
        Answers { placed: Vec::new(), rest: Rest::of(entries) }
    }

    pub(in crate::finder) fn count(&self) -> usize {
        self.placed.len() + self.rest.count
    }

    /// Takes some of them out.
    pub(in crate::finder) fn leave_out(&mut self, without: &Bits) {
        self.placed.retain(|placed| !without.has(placed.entry));
        let mut entries = Bits::default();
        self.rest.entries.in_run(&self.rest.run(), |entry| {
            if !without.has(entry) {
                entries.set(entry);
            }
        });
        self.rest = Rest::of(entries);
    }

    /// All of them, in no particular order.
    pub(in crate::finder) fn entries(&self) -> Vec<u32> {
        let mut entries: Vec<u32> = self.placed.iter().map(|placed| placed.entry).collect();
        self.rest.entries.in_run(&self.rest.run(), |entry| entries.push(entry));
        entries
    }
}

impl Index {
    pub(in crate::finder) fn find(&self, asking: &Asking<'_>, without: Option<&Bits>) -> Answers {
        self.find_with(asking, &asking.query.filters, without)
    }

    /// Adds what each value of each list would give.
    pub(in crate::finder) fn count_facets(
        &self,
        asking: &Asking<'_>,
        found: &Answers,
        without: Option<&Bits>,
        counts: &mut Counts,
    ) {
        let chosen = asking.query.filters.choices();
        self.facets.count(found, |family: Family| !chosen.contains(&family), counts);
        for family in &chosen {
            let wider = self.find_with(asking, &asking.query.filters.without(*family), without);
            self.facets.count(&wider, |other| other == *family, counts);
        }
    }

    /// Whether some entry answers a wish as it is typed, or otherwise said.
    pub(in crate::finder) fn answers(&self, wish: &Wish, without: Option<&Bits>) -> bool {
        let runs = [self.everything()];
        let mut live = Bits::none_of(self.len());
        live.add(&(0..self.len()), &Sieve { groups: Vec::new(), without });
        let live = Among { runs: &runs, kept: &live };
        self.words.ways(wish, false).iter().any(|way| way.has_any(&live))
    }

    /// The first `count`, in the order asked for.
    pub(in crate::finder) fn first(&self, answers: Answers, order: Order, count: usize) -> Vec<Placed> {
        let Answers { mut placed, rest } = answers;
        let before = placed.iter().filter(|placed| placed.km.is_some()).count();
        if before < count {
            placed.extend(self.first_of(&rest, order, count - before));
        }
        // A key is made once each, not at every comparison.
        let mut keyed: Vec<(_, u32)> = placed.iter().map(|placed| self.key(placed, order)).zip(0..).collect();
        if count < keyed.len() {
            keyed.select_nth_unstable(count);
            keyed.truncate(count);
        }
        keyed.sort_unstable();
        keyed.into_iter().filter_map(|(_, place)| placed.get(at(place)).copied()).collect()
    }

    /// The first of the rest at least: in the order of all entries when that is soon read, else all.
    fn first_of(&self, rest: &Rest, order: Order, count: usize) -> Vec<Placed> {
        let placed = |entry| Placed { entry, km: None, is_approximate: false, relevance: 0 };
        let all = match order {
            Order::Exchange => &self.sorted,
            Order::People => &self.named,
        };
        if count.saturating_mul(all.len()) < rest.count.saturating_mul(rest.count) {
            let in_order = all.iter().copied().filter(|entry| rest.entries.has(*entry));
            return in_order.take(count).map(placed).collect();
        }
        let mut entries = Vec::with_capacity(rest.count);
        rest.entries.in_run(&rest.run(), |entry| entries.push(placed(entry)));
        entries
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

    fn find_with(&self, asking: &Asking<'_>, filters: &Filters, without: Option<&Bits>) -> Answers {
        let near = asking.query.near.as_ref();
        let reach = near.map(|near| Reach::of(self, near));
        let runs =
            near.map_or_else(|| vec![self.everything()], |near| self.bands.runs(near.from, near.radius_km));
        let publics = filters.public_text.as_ref().map(|text| self.publics.answering(text));
        let lists = filters.lists();
        let lists = lists.iter().map(|list| self.facets.group(list));
        let lists: Vec<Vec<&Bits>> =
            lists.chain(publics.as_ref().map(|bits| bits.iter().collect())).collect();
        let with = |more| Sieve::of(lists.iter().cloned(), more, without);
        let close = with(reach.as_ref().map_or_else(Vec::new, Reach::close));
        let far = with(reach.as_ref().map_or_else(Vec::new, Reach::far));
        let mut kept = Bits::none_of(self.len());
        let mut rest = Bits::none_of(self.len());
        let one_by_one = OneByOne::of(self, asking, filters);
        for run in &runs {
            match run.is_near {
                true => kept.add(&run.entries, &close),
                false if one_by_one.asks_nothing() => rest.add(&run.entries, &far),
                false => kept.add(&run.entries, &far),
            }
        }
        let mut run = runs.iter().peekable();
        let place = |(entry, relevance): (u32, u32)| {
            while run.next_if(|run| run.entries.end <= entry).is_some() {}
            let is_near = run.peek().is_some_and(|run| run.is_near);
            self.place(entry, reach.as_ref().filter(|_| is_near), relevance)
        };
        let scored = one_by_one.scored(Among { runs: &runs, kept: &kept });
        Answers { placed: scored.into_iter().filter_map(place).collect(), rest: Rest::of(rest) }
    }

    fn everything(&self) -> Run {
        Run { entries: 0..self.len(), is_near: false }
    }

    /// With its distance, when somebody asks from nearby; `None` when it is too far after all, and
    /// neither offered remotely nor coming to them.
    fn place(&self, entry: u32, reach: Option<&Reach<'_>>, relevance: u32) -> Option<Placed> {
        let Some(reach) = reach else {
            return Some(Placed { entry, km: None, is_approximate: false, relevance });
        };
        let spot = self.columns.spot(entry, reach.near.placing);
        let km = spot.and_then(|spot| Some(reach.from?.km_to(spot))).filter(|km| *km <= reach.near.radius_km);
        let traits = self.columns.traits(entry)?;
        let is_here = km.is_some() && (traits.is_on_site || reach.near.with_remote);
        if !is_here && !reach.is_found_from_afar(entry) {
            return None;
        }
        let km_on_site = km.filter(|_| traits.is_on_site);
        Some(Placed {
            entry,
            km: km_on_site,
            is_approximate: km_on_site.is_some() && traits.is_approximate,
            relevance,
        })
    }
}

/// Where somebody lives and asks from.
struct Reach<'i> {
    near: &'i Near,
    from: Option<Spot>,
    /// Entries they are eligible for.
    open: Bits,
    /// Entries that come to their home.
    home: Bits,
    /// Entries offered from a distance, when those are asked for too.
    remote: Option<&'i Bits>,
}

impl<'i> Reach<'i> {
    fn of(index: &'i Index, near: &'i Near) -> Reach<'i> {
        let remote = near.with_remote.then(|| Facet::new(Family::WelcomeMode, WelcomeMode::Remote.code()));
        Reach {
            near,
            from: near.from.map(Point::spot),
            open: index.zones.open_to(near),
            home: if near.placing == Placing::CommuneCentre {
                index.homes.open_to(near)
            } else {
                Bits::default()
            },
            remote: index.facets.entries_of(remote.as_slice()).first().copied(),
        }
    }

    /// What entries that may lie within the radius must have.
    fn close(&self) -> Vec<Vec<&Bits>> {
        if self.near.with_reserved { Vec::new() } else { vec![vec![&self.open]] }
    }

    /// What others must have.
    fn far(&self) -> Vec<Vec<&Bits>> {
        vec![vec![&self.open], self.remote.into_iter().chain([&self.home]).collect()]
    }

    fn is_found_from_afar(&self, entry: u32) -> bool {
        self.open.has(entry) && (self.home.has(entry) || self.remote.is_some_and(|remote| remote.has(entry)))
    }
}

/// What is asked of entries one after the other: words, hopes, conditions.
struct OneByOne<'i> {
    index: &'i Index,
    wishes: Vec<Vec<Lookup<'i>>>,
    hopes: Vec<&'i Bits>,
    conditions: Conditions,
    open_at: Option<DateTime>,
}

impl<'i> OneByOne<'i> {
    fn of(index: &'i Index, asking: &Asking<'_>, filters: &Filters) -> OneByOne<'i> {
        let wishes = asking.question.wishes.iter().zip(asking.slips);
        OneByOne {
            index,
            wishes: wishes.map(|(wish, slips)| index.words.ways(wish, *slips)).collect(),
            hopes: index.facets.entries_of(&asking.query.hopes),
            conditions: Conditions::of(filters),
            open_at: filters.open_at,
        }
    }

    fn asks_nothing(&self) -> bool {
        self.wishes.is_empty()
            && self.hopes.is_empty()
            && self.conditions.are_none()
            && self.open_at.is_none()
    }

    /// Those that answer, in order, and how well.
    fn scored(&self, among: Among<'_>) -> Vec<(u32, u32)> {
        let mut scored = self.worded(among);
        scored.retain_mut(|(entry, relevance)| {
            *relevance += self.hopes.iter().filter(|bits| bits.has(*entry)).map(|_| HOPE).sum::<u32>();
            self.index.columns.meet(*entry, &self.conditions)
                && self.open_at.is_none_or(|at| self.index.hours.are_open(*entry, at))
        });
        scored
    }

    fn worded(&self, among: Among<'_>) -> Vec<(u32, u32)> {
        let mut wishes = self.wishes.iter().map(|ways| either(ways.iter().map(|way| way.scored(&among))));
        let Some(first) = wishes.next() else {
            let mut all = Vec::new();
            among.runs.iter().for_each(|run| among.kept.in_run(&run.entries, |entry| all.push((entry, 0))));
            return all;
        };
        let first = first.into_iter().map(|(entry, score)| (entry, u32::from(score))).collect();
        wishes.fold(first, |kept, wish| both(kept, &wish, |total, score| total + u32::from(score)))
    }
}
