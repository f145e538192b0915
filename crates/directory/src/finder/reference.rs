//! What finding means, in plain code: every entry is looked at, one after the other. The index
//! answers to it in tests, and is measured against it.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use kernel::commune::CommuneCode;
use kernel::text::fold;

use super::entry::Entry;
use super::facet::{Counts, Facet};
use super::once::{Answering, Clusters, left_out};
use super::query::{HOPE, Near, Order, Placing, Query};
use super::text::{Question, Word, words_of};
use super::view::{Found, Hit};
use crate::organization::OrganizationId;
use crate::resource::{Quality, QualityDay, ResourceId, mean_quality};
use crate::vocabulary::WelcomeMode;

/// Entries to look at.
#[derive(Clone, Debug, Default)]
pub struct Reference(Vec<Read>);

#[derive(Clone, Debug)]
struct Read {
    entry: Entry,
    words: Vec<Word>,
    name: String,
}

impl Reference {
    pub fn new(entries: Vec<Entry>) -> Reference {
        let read =
            |entry: Entry| Read { words: words_of(entry.texts()), name: fold(&entry.resource().name), entry };
        Reference(entries.into_iter().map(read).collect())
    }

    /// # Semantics
    /// Zone, radius, distance, filters and order follow data·inclusion's `search_services_query`
    /// (api/src/data_inclusion/api/inclusion_data/services.py at d4969e3); text comes on top.
    pub fn find(&self, query: &Query) -> Found {
        found(self.answers(query), query)
    }

    /// The same, of what is listed twice only the best: see `left_out`.
    pub fn find_once(&self, query: &Query, clusters: &Clusters, day: &QualityDay) -> Found {
        let mut answers = self.answers(query);
        let out = left_out(clusters, &ByPlace { all: &self.0, answers: &answers, day });
        let mut place = 0..;
        answers.retain(|_| place.next().is_some_and(|place: usize| !out.contains(&place)));
        found(answers, query)
    }

    /// How many entries each value of each list would give.
    pub fn count(&self, query: &Query) -> Counts {
        let chosen = query.filters.choices();
        let mut counts = Counts::default();
        let mut add = |query: &Query, counted: &dyn Fn(&Facet) -> bool| {
            let facets =
                self.answers(query).into_iter().flat_map(|answer| Facet::of(answer.read.entry.resource()));
            facets.filter(counted).for_each(|facet| counts.add(facet, 1));
        };
        add(query, &|facet| !chosen.contains(&facet.family));
        for family in &chosen {
            let wider = Query { filters: query.filters.without(*family), ..query.clone() };
            add(&wider, &|facet| facet.family == *family);
        }
        counts
    }

    /// What [`View::count_in`](super::View::count_in) counts.
    pub fn count_in(&self, communes: &[CommuneCode]) -> (usize, Counts) {
        let lies_there =
            |read: &&Read| read.entry.commune().is_some_and(|commune| communes.contains(&commune.code));
        let there: Vec<&Read> = self.0.iter().filter(lies_there).collect();
        (there.len(), Counts::among(there.iter().map(|read| read.entry.resource())))
    }

    fn answers(&self, query: &Query) -> Vec<Answer<'_>> {
        let question = Question::new(&query.text);
        let slips: Vec<bool> = question
            .wishes
            .iter()
            .map(|wish| self.0.iter().all(|read| wish.relevance(&read.words).is_none()))
            .collect();
        self.0.iter().filter_map(|read| answer(read, query, &question, &slips)).collect()
    }
}

fn found(mut answers: Vec<Answer<'_>>, query: &Query) -> Found {
    answers.sort_by(|a, b| a.before(b, query.order));
    let page = answers.iter().skip(query.page.skipped()).take(query.page.taken());
    Found { hits: page.map(Answer::hit).collect(), total: answers.len() }
}

/// Answers by their place among them.
struct ByPlace<'r> {
    all: &'r [Read],
    answers: &'r [Answer<'r>],
    day: &'r QualityDay,
}

impl ByPlace<'_> {
    fn quality(&self, read: &Read) -> f64 {
        Quality::of(read.entry.resource()).on(self.day)
    }
}

impl Answering<usize> for ByPlace<'_> {
    fn offered_by(&self, organization: &OrganizationId) -> Vec<usize> {
        let offers = |answer: &Answer<'_>| answer.read.entry.resource().organization == *organization;
        let places = self.answers.iter().enumerate().filter(|(_, answer)| offers(answer));
        places.map(|(place, _)| place).collect()
    }

    fn quality_of(&self, organization: &OrganizationId) -> f64 {
        let offered = self.all.iter().filter(|read| read.entry.resource().organization == *organization);
        mean_quality(offered.map(|read| self.quality(read)))
    }

    fn resource(&self, id: &ResourceId) -> Option<(usize, f64)> {
        let place = self.answers.iter().position(|answer| answer.read.entry.resource().id == *id)?;
        Some((place, self.quality(self.answers.get(place)?.read)))
    }
}

struct Answer<'r> {
    read: &'r Read,
    km: Option<f64>,
    is_approximate: bool,
    relevance: u32,
}

impl Answer<'_> {
    fn hit(&self) -> Hit {
        Hit {
            id: self.read.entry.resource().id.clone(),
            km: self.km,
            is_approximate: self.is_approximate,
            relevance: self.relevance,
        }
    }

    /// The most relevant first, then the nearest, those without a distance last; for people, what
    /// weaves ties then comes before what only receives the public. Last by identifier, so that no
    /// two answers are ever tied.
    fn before(&self, other: &Answer<'_>, order: Order) -> Ordering {
        let distance = |answer: &Answer<'_>| match order {
            Order::Exchange => answer.km.map_or(f64::INFINITY, f64::round_ties_even),
            Order::People => answer.km.unwrap_or(f64::INFINITY),
        };
        // A town hall's desk, or what no one told us what one does there.
        let is_a_counter = |answer: &Answer<'_>| answer.read.entry.resource().ties.topics.is_empty();
        let by_ties_and_name = || match order {
            Order::Exchange => Ordering::Equal,
            Order::People => is_a_counter(self)
                .cmp(&is_a_counter(other))
                .then_with(|| self.read.name.cmp(&other.read.name)),
        };
        Reverse(self.relevance)
            .cmp(&Reverse(other.relevance))
            .then(distance(self).total_cmp(&distance(other)))
            .then_with(by_ties_and_name)
            .then_with(|| self.read.entry.resource().id.cmp(&other.read.entry.resource().id))
    }
}

fn answer<'r>(read: &'r Read, query: &Query, question: &Question, slips: &[bool]) -> Option<Answer<'r>> {
    if !query.filters.accept(&read.entry) {
        return None;
    }
    let (km, is_approximate) = match &query.near {
        None => (None, false),
        Some(near) => reach(&read.entry, near)?,
    };
    let relevance = question.wishes.iter().zip(slips).map(|(wish, slips)| {
        let score = if *slips { wish.relevance_with_slips(&read.words) } else { wish.relevance(&read.words) };
        score.map(u32::from)
    });
    let facets = Facet::of(read.entry.resource());
    let hoped = query.hopes.iter().collect::<BTreeSet<_>>().into_iter().filter(|hope| facets.contains(hope));
    let relevance = relevance.sum::<Option<u32>>()? + hoped.map(|_| HOPE).sum::<u32>();
    Some(Answer { read, km, is_approximate, relevance })
}

/// How far it is, and whether that is its commune's centre; `None` when somebody living there is
/// not eligible, or it is too far and neither offered remotely nor coming to them.
fn reach(entry: &Entry, near: &Near) -> Option<(Option<f64>, bool)> {
    let resource = entry.resource();
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
    let comes = near.placing == Placing::CommuneCentre && near.is_visited(&resource.ties.home_zones);
    let is_here = km.is_some() && (on_site || near.with_remote);
    let is_found = if near.is_eligible(&resource.zones) {
        is_here || (remote && near.with_remote) || comes
    } else {
        is_here && near.with_reserved
    };
    is_found.then(|| (km.filter(|_| on_site), on_site && km.is_some() && exact.is_none()))
}
