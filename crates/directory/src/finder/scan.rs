use std::cmp::{Ordering, Reverse};

use super::entry::Entry;
use super::filters::Filters;
use super::query::{Near, Order, Placing, Query};
use super::snapshot::Snapshot;
use super::text::Question;
use crate::resource::Zone;
use crate::vocabulary::WelcomeMode;

/// One page of what answers a query.
#[derive(Clone, Debug)]
pub struct Found<'s> {
    pub hits: Vec<Hit<'s>>,
    /// On all pages.
    pub total: usize,
}

/// An entry that answers a query.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'s> {
    pub entry: &'s Entry,
    /// Kilometres, when one goes there and it lies within the radius.
    pub km: Option<f64>,
    /// Whether the distance is that of its commune's centre.
    pub approximate: bool,
    relevance: u32,
}

impl Hit<'_> {
    /// Whole kilometres, half to even: what is shown and what orders.
    pub fn rounded_km(&self) -> Option<f64> {
        self.km.map(f64::round_ties_even)
    }

    /// The most relevant first, then the nearest, those without a distance last; for people, what
    /// weaves ties then comes before what only receives the public. Last by identifier, so that no
    /// two hits are ever tied.
    fn before(&self, other: &Hit<'_>, order: Order) -> Ordering {
        let distance = |hit: &Hit<'_>| match order {
            Order::Exchange => hit.rounded_km().unwrap_or(f64::INFINITY),
            Order::People => hit.km.unwrap_or(f64::INFINITY),
        };
        // A town hall's desk, or what no one told us what one does there.
        let is_a_counter = |hit: &Hit<'_>| hit.entry.resource().ties.topics.is_empty();
        let by_ties_and_name = || match order {
            Order::Exchange => Ordering::Equal,
            Order::People => is_a_counter(self)
                .cmp(&is_a_counter(other))
                .then_with(|| self.entry.name_key().cmp(other.entry.name_key())),
        };
        Reverse(self.relevance)
            .cmp(&Reverse(other.relevance))
            .then(distance(self).total_cmp(&distance(other)))
            .then_with(by_ties_and_name)
            .then_with(|| self.entry.resource().id.cmp(&other.entry.resource().id))
    }
}

impl Snapshot {
    /// # Semantics
    /// Zone, radius, distance, filters and order follow data·inclusion's `search_services_query`
    /// (api/src/data_inclusion/api/inclusion_data/services.py at d4969e3); text comes on top.
    pub fn find(&self, query: &Query) -> Found<'_> {
        let question = Question::new(&query.text);
        let mut hits: Vec<Hit<'_>> =
            self.entries().iter().filter_map(|entry| answer(entry, query, &question)).collect();
        hits.sort_by(|a, b| a.before(b, query.order));
        let total = hits.len();
        let hits = hits.into_iter().skip(query.page.skipped()).take(query.page.taken()).collect();
        Found { hits, total }
    }
}

impl Snapshot {
    /// Every entry that answers these words and filters, wherever it is, in no particular order.
    pub fn matching(&self, text: &str, filters: &Filters) -> Vec<&Entry> {
        let question = Question::new(text);
        let answers = |entry: &&Entry| filters.accept(entry) && question.relevance(&entry.words).is_some();
        self.entries().iter().filter(answers).collect()
    }
}

fn answer<'s>(entry: &'s Entry, query: &Query, question: &Question) -> Option<Hit<'s>> {
    if !query.filters.accept(entry) {
        return None;
    }
    let reach = match &query.near {
        None => Reach { km: None, approximate: false },
        Some(near) => reach(entry, near)?,
    };
    let relevance = question.relevance(&entry.words)?;
    Some(Hit { entry, km: reach.km, approximate: reach.approximate, relevance })
}

struct Reach {
    km: Option<f64>,
    approximate: bool,
}

/// `None` when somebody living there is not eligible, or it is too far and not offered remotely.
fn reach(entry: &Entry, near: &Near) -> Option<Reach> {
    let resource = entry.resource();
    if !eligible(&resource.zones, near) {
        return None;
    }
    let exact = resource.place.located.trusted();
    let stand_in = match near.placing {
        Placing::Exact => None,
        Placing::CommuneCentre => entry.commune_centre(),
    };
    let km = exact
        .or(stand_in)
        .map(|point| near.from.map_or(f64::INFINITY, |from| from.km_to(point)))
        .filter(|km| *km <= near.radius_km);
    let remote = resource.welcome_modes.contains(&WelcomeMode::Remote);
    let on_site = resource.welcome_modes.contains(&WelcomeMode::OnSite);
    (km.is_some() || remote).then(|| Reach {
        km: km.filter(|_| on_site),
        approximate: on_site && km.is_some() && exact.is_none(),
    })
}

fn eligible(zones: &[Zone], near: &Near) -> bool {
    let lives_in = |zone: &Zone| {
        let zone = zone.as_str();
        zone == near.commune.as_str()
            || zone == near.commune.departement()
            || near.epci.as_deref() == Some(zone)
            || zone == Zone::FRANCE
            || zone == "france"
    };
    zones.is_empty() || zones.iter().any(lives_in)
}
