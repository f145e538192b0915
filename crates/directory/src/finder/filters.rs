use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};

use super::entry::Entry;
use super::facet::{Access, Facet, Family, half_days};
use super::public_text::PublicText;
use crate::resource::quality;
use crate::resource::{Resource, Ties};
use crate::schedule::{self, HalfDay};
use crate::vocabulary::{
    Coded, Cost, Format, Language, Lever, Public, ResourceKind, ThemeWish, Topic, WelcomeMode,
};

/// What is asked of a resource besides words and place: « or » inside a list, « and » between
/// them; an empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    pub themes: Vec<ThemeWish>,
    /// A resource for everyone answers any of them, and asking for everyone asks nothing.
    pub publics: Vec<Public>,
    /// Whom it is for, in somebody's own words.
    pub public_text: Option<PublicText>,
    pub costs: Vec<Cost>,
    pub welcome_modes: Vec<WelcomeMode>,
    pub kinds: Vec<ResourceKind>,
    pub sources: Vec<String>,
    pub levers: Vec<Lever>,
    pub topics: Vec<Topic>,
    pub formats: Vec<Format>,
    /// Spoken besides French.
    pub languages: Vec<Language>,
    /// Each of these.
    pub access: Vec<Access>,
    /// When one can come, as far as its hours can be read.
    pub half_days: Vec<HalfDay>,
    /// At least that quality on that day (see [`crate::resource::quality`]).
    pub quality: Option<(f64, Date)>,
    /// Suits somebody of that age.
    pub age: Option<u8>,
    /// A newcomer would find a place that day.
    pub open_on: Option<Date>,
    /// Open at that moment in France, as far as its hours can be read.
    pub open_at: Option<DateTime>,
}

/// Values of one list, one of which is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OneOf {
    pub(super) family: Family,
    pub(super) facets: Vec<Facet>,
}

impl Filters {
    /// What is asked of lists, one after the other.
    pub(super) fn lists(&self) -> Vec<OneOf> {
        let mut publics = codes(&self.publics);
        if self.publics.contains(&Public::Everyone) {
            publics.clear();
        } else if !publics.is_empty() {
            publics.push(Public::Everyone.code().to_owned());
        }
        let lists = [
            (Family::Theme, self.themes.iter().map(|wish| wish.code().to_owned()).collect()),
            (Family::Public, publics),
            (Family::Cost, codes(&self.costs)),
            (Family::WelcomeMode, codes(&self.welcome_modes)),
            (Family::Kind, codes(&self.kinds)),
            (Family::Source, self.sources.clone()),
            (Family::Lever, codes(&self.levers)),
            (Family::Topic, self.topics.iter().map(|topic| topic.as_str().to_owned()).collect()),
            (Family::Format, codes(&self.formats)),
            (Family::Language, self.languages.iter().map(|language| language.as_str().to_owned()).collect()),
            (Family::HalfDay, self.half_days.iter().map(|half_day| half_day.code()).collect()),
        ];
        let lists = lists.into_iter().filter(|(_, codes)| !codes.is_empty());
        let access = self.access.iter().map(|access| (Family::Access, vec![access.code().to_owned()]));
        let one_of = |(family, codes): (Family, Vec<String>)| OneOf {
            family,
            facets: codes.into_iter().map(|code| Facet::new(family, code)).collect(),
        };
        lists.chain(access).map(one_of).collect()
    }

    /// Lists one value of which is asked. What makes coming possible is no choice: each is asked.
    pub(super) fn choices(&self) -> Vec<Family> {
        let families = self.lists().into_iter().map(|list| list.family);
        families.filter(|family| *family != Family::Access).collect()
    }

    /// The same, with nothing asked of one list.
    pub(super) fn without(&self, family: Family) -> Filters {
        let mut filters = self.clone();
        match family {
            Family::Theme => filters.themes.clear(),
            Family::Public => filters.publics.clear(),
            Family::Cost => filters.costs.clear(),
            Family::WelcomeMode => filters.welcome_modes.clear(),
            Family::Kind => filters.kinds.clear(),
            Family::Source => filters.sources.clear(),
            Family::Lever => filters.levers.clear(),
            Family::Topic => filters.topics.clear(),
            Family::Format => filters.formats.clear(),
            Family::Language => filters.languages.clear(),
            Family::Access => filters.access.clear(),
            Family::HalfDay => filters.half_days.clear(),
        }
        filters
    }
}

fn codes<T: Coded>(values: &[T]) -> Vec<String> {
    values.iter().map(|value| value.code().to_owned()).collect()
}

/// The same asked of one entry, field by field: what the index must agree with.
impl Filters {
    pub(super) fn accept(&self, entry: &Entry) -> bool {
        let resource = entry.resource();
        any(&self.costs, |cost| resource.cost == Some(*cost))
            && any(&self.kinds, |kind| resource.kind == Some(*kind))
            && any(&self.welcome_modes, |mode| resource.welcome_modes.contains(mode))
            && any(&self.themes, |wish| resource.themes.iter().any(|theme| wish.includes(*theme)))
            && any(&self.sources, |source| resource.source == *source)
            && self.for_publics(&resource.publics)
            && self.public_text.as_ref().is_none_or(|text| text.is_answered_by(resource))
            && self.for_ties(&resource.ties)
            && self.open_on.is_none_or(|day| !resource.is_full_on(day))
            && self.access.iter().all(|access| access.is_offered(&resource.ties))
            && (self.half_days.is_empty()
                || any(&self.half_days, |asked| half_days(resource).contains(asked)))
            && self.open_at.is_none_or(|at| is_open(resource, at))
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
            && self.age.is_none_or(|age| ties.ages.is_none_or(|ages| ages.include(age)))
    }
}

/// Hours that nobody can read, or that do not say, are not open.
fn is_open(resource: &Resource, at: DateTime) -> bool {
    resource.hours().and_then(|text| schedule::is_open(text, at)) == Some(true)
}

fn any<T>(wished: &[T], answers: impl Fn(&T) -> bool) -> bool {
    wished.is_empty() || wished.iter().any(answers)
}
