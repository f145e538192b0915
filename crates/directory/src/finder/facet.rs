//! What an entry can be counted and chosen by: one value of one list.

use std::collections::{BTreeMap, BTreeSet};

use kernel::coded;

use crate::resource::{Resource, Ties};
use crate::schedule::{HalfDay, Schedule};
use crate::vocabulary::{Coded, Public, Transport, Wheelchair};

coded! {
    /// A list of values.
    Family {
        /// Themes, and their categories.
        Theme = "theme",
        Public = "public",
        Cost = "cost",
        WelcomeMode = "welcome-mode",
        Kind = "kind",
        Source = "source",
        Lever = "lever",
        Topic = "topic",
        Format = "format",
        Language = "language",
        /// What makes coming possible: see [`Access`].
        Access = "access",
        HalfDay = "half-day",
    }
}

coded! {
    /// What makes coming possible.
    Access {
        /// A wheelchair gets in, at least to a part of the place.
        Wheelchair = "wheelchair",
        HearingLoop = "hearing-loop",
        /// One is fetched at home.
        Pickup = "pickup",
        /// Somebody comes along or meets one at the door the first time.
        AccompaniedFirstTime = "accompanied",
    }
}

impl Access {
    pub(super) fn is_offered(self, ties: &Ties) -> bool {
        match self {
            Access::Wheelchair => matches!(ties.wheelchair, Some(Wheelchair::Yes | Wheelchair::Limited)),
            Access::HearingLoop => ties.hearing_loop == Some(true),
            Access::Pickup => ties.transport == Some(Transport::Pickup),
            Access::AccompaniedFirstTime => ties.accompanied_first_time,
        }
    }
}

/// A value of a list, by its code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facet {
    pub family: Family,
    pub code: String,
}

impl Facet {
    pub fn new(family: Family, code: impl Into<String>) -> Facet {
        Facet { family, code: code.into() }
    }

    /// Every value an entry has.
    pub fn of(resource: &Resource) -> BTreeSet<Facet> {
        let mut all = BTreeSet::new();
        let mut add = |family, code: &str| {
            all.insert(Facet::new(family, code));
        };
        for theme in &resource.themes {
            add(Family::Theme, theme.code());
            add(Family::Theme, theme.category().code());
        }
        publics(resource).for_each(|code| add(Family::Public, code));
        codes(&resource.cost).for_each(|code| add(Family::Cost, code));
        codes(&resource.welcome_modes).for_each(|code| add(Family::WelcomeMode, code));
        codes(&resource.kind).for_each(|code| add(Family::Kind, code));
        add(Family::Source, &resource.source);
        let ties = &resource.ties;
        codes(&ties.levers).for_each(|code| add(Family::Lever, code));
        ties.topics.iter().for_each(|topic| add(Family::Topic, topic.as_str()));
        codes(&ties.format).for_each(|code| add(Family::Format, code));
        ties.languages.iter().for_each(|language| add(Family::Language, language.as_str()));
        Access::all()
            .filter(|access| access.is_offered(ties))
            .for_each(|access| add(Family::Access, access.code()));
        half_days(resource).into_iter().for_each(|half_day| add(Family::HalfDay, &half_day.code()));
        all
    }
}

fn codes<'v, T: Coded>(values: impl IntoIterator<Item = &'v T>) -> impl Iterator<Item = &'static str> {
    values.into_iter().map(|value| value.code())
}

/// Whom it is for. What is for everyone is for each of them, whoever else its source names: it is
/// counted once.
fn publics(resource: &Resource) -> impl Iterator<Item = &'static str> {
    let is_for_everyone = resource.publics.contains(&Public::Everyone);
    codes(&resource.publics).filter(move |code| !is_for_everyone || *code == Public::Everyone.code())
}

/// When one can come, if its hours can be read.
pub(super) fn half_days(resource: &Resource) -> Vec<HalfDay> {
    resource.hours().and_then(Schedule::parse).map(|schedule| schedule.half_days()).unwrap_or_default()
}

/// How many entries each value would give: those found, had nothing of its own list been asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub(super) BTreeMap<Facet, usize>);

impl Counts {
    pub fn of(&self, family: Family, code: &str) -> usize {
        self.0.get(&Facet::new(family, code)).copied().unwrap_or(0)
    }

    /// How many suit a public: what is for it, and what is for everyone.
    pub fn for_public(&self, public: Public) -> usize {
        let own = if public == Public::Everyone { 0 } else { self.of(Family::Public, public.code()) };
        own + self.of(Family::Public, Public::Everyone.code())
    }

    /// The same for some resources, one after the other.
    pub(crate) fn among<'r>(resources: impl Iterator<Item = &'r Resource>) -> Counts {
        let mut counts = Counts::default();
        resources.flat_map(Facet::of).for_each(|facet| counts.add(facet, 1));
        counts
    }

    /// The values of a list that something has.
    pub(crate) fn codes(&self, family: Family) -> impl Iterator<Item = &str> {
        self.0.keys().filter(move |facet| facet.family == family).map(|facet| facet.code.as_str())
    }

    pub(super) fn add(&mut self, facet: Facet, count: usize) {
        *self.0.entry(facet).or_default() += count;
    }
}
