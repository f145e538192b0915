use std::collections::BTreeSet;

use jiff::civil::Date;

use super::entry::Entry;
use crate::exchange::data_inclusion::quality;
use crate::resource::Ties;
use crate::vocabulary::{
    Cost, Format, Language, Lever, Public, ResourceKind, ThemeWish, Topic, Transport, WelcomeMode, Wheelchair,
};

/// What is asked of a resource besides words and place: « or » inside a list, « and » between
/// them; an empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    pub themes: Vec<ThemeWish>,
    /// A resource for everyone answers any of them, and asking for everyone asks nothing.
    pub publics: Vec<Public>,
    pub costs: Vec<Cost>,
    pub welcome_modes: Vec<WelcomeMode>,
    pub kinds: Vec<ResourceKind>,
    pub sources: Vec<String>,
    pub levers: Vec<Lever>,
    pub topics: Vec<Topic>,
    pub formats: Vec<Format>,
    /// Spoken besides French.
    pub languages: Vec<Language>,
    /// A wheelchair gets in, at least to a part of the place.
    pub wheelchair: bool,
    pub hearing_loop: bool,
    /// One is fetched at home.
    pub pickup: bool,
    pub accompanied_first_time: bool,
    /// At least that quality on that day (see [`crate::exchange::data_inclusion::quality`]).
    pub quality: Option<(f64, Date)>,
    /// Suits somebody of that age.
    pub age: Option<u8>,
    /// A newcomer would find a place that day.
    pub open_on: Option<Date>,
}

impl Filters {
    pub(super) fn accept(&self, entry: &Entry) -> bool {
        let resource = entry.resource();
        any(&self.costs, |cost| resource.cost == Some(*cost))
            && any(&self.kinds, |kind| resource.kind == Some(*kind))
            && any(&self.welcome_modes, |mode| resource.welcome_modes.contains(mode))
            && any(&self.themes, |wish| resource.themes.iter().any(|theme| wish.includes(*theme)))
            && any(&self.sources, |source| resource.source == *source)
            && self.for_publics(&resource.publics)
            && self.for_ties(&resource.ties)
            && self.quality.is_none_or(|(least, day)| quality(resource, day) >= least)
    }

    fn for_publics(&self, publics: &BTreeSet<Public>) -> bool {
        self.publics.contains(&Public::Everyone)
            || any(&self.publics, |public| publics.contains(public) || publics.contains(&Public::Everyone))
    }

    fn for_ties(&self, ties: &Ties) -> bool {
        any(&self.levers, |lever| ties.levers.contains(lever))
            && any(&self.topics, |topic| ties.topics.contains(topic))
            && any(&self.formats, |format| ties.format == Some(*format))
            && any(&self.languages, |language| ties.languages.contains(language))
            && (!self.wheelchair || matches!(ties.wheelchair, Some(Wheelchair::Yes | Wheelchair::Limited)))
            && (!self.hearing_loop || ties.hearing_loop == Some(true))
            && (!self.pickup || ties.transport == Some(Transport::Pickup))
            && (!self.accompanied_first_time || ties.accompanied_first_time)
            && self.age.is_none_or(|age| ties.ages.is_none_or(|ages| ages.include(age)))
            && self.open_on.is_none_or(|day| !ties.is_full_on(day))
    }
}

fn any<T>(wished: &[T], answers: impl Fn(&T) -> bool) -> bool {
    wished.is_empty() || wished.iter().any(answers)
}
