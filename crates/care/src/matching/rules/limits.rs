//! Hard limits: what makes a resource impossible for somebody, one sentence each.

use directory::resource::{Ages, Resource};
use directory::schedule::Schedule;
use directory::vocabulary::{Public, Wheelchair};
use jiff::civil::Date;

use super::super::model::{Asked, Candidate, Past, Profile, Ways};
use super::super::reasons::Exclusion;
use super::super::weights::Weights;
use super::ways;
use crate::assessment::model::Constraint;
use crate::person::Civility;

/// Ages commonly meant where a directory says « seniors » and « jeunes » without saying more.
const SENIORS_FROM: u8 = 60;
const YOUNG_TO: u8 = 30;

pub(super) enum Fate {
    Possible(Ways),
    Excluded(Exclusion),
    /// Out of reach: no news for anybody, so only counted.
    Farther,
}

pub(super) fn fate(profile: &Profile, candidate: &Candidate<'_>, weights: &Weights) -> Fate {
    let resource = candidate.resource;
    let there = ways::there(profile, candidate, weights);
    if candidate.past == Past::Tied {
        return Fate::Excluded(Exclusion::Tied);
    }
    if !resource.zones.is_empty() && !profile.home.is_in(&resource.zones) {
        let zones = || Exclusion::Zone(resource.zones.clone());
        return there.map_or(Fate::Farther, |_| Fate::Excluded(zones()));
    }
    let ways = ways::of(profile, candidate, there);
    if ways.is_none() {
        return there.map_or(Fate::Farther, |_| Fate::Excluded(Exclusion::HomeZone));
    }
    match impossible(profile, candidate, ways) {
        Some(why) => Fate::Excluded(why),
        None => Fate::Possible(ways),
    }
}

fn impossible(profile: &Profile, candidate: &Candidate<'_>, ways: Ways) -> Option<Exclusion> {
    let resource = candidate.resource;
    wrong_age(profile, resource)
        .map(Exclusion::Ages)
        .or_else(|| for_others(profile, resource))
        .or_else(|| over(resource, profile.today))
        .or_else(|| resource.ties.pause_on(profile.today).map(Exclusion::Paused))
        .or_else(|| full(resource, profile.today))
        .or_else(|| spent(resource, candidate.asked))
        .or_else(|| {
            (profile.asks_for(Constraint::HomeOnly) && !from_home(ways)).then_some(Exclusion::Outside)
        })
        .or_else(|| {
            let refused = resource.ties.wheelchair == Some(Wheelchair::No);
            let needed = profile.asks_for(Constraint::Wheelchair) && !from_home(ways);
            (needed && refused).then_some(Exclusion::NoWheelchair)
        })
}

fn from_home(ways: Ways) -> bool {
    ways.home || ways.remote
}

fn wrong_age(profile: &Profile, resource: &Resource) -> Option<Ages> {
    let age = profile.age?;
    resource.ties.ages.filter(|ages| !ages.include(age))
}

/// When the person is certainly none of those it is for.
fn for_others(profile: &Profile, resource: &Resource) -> Option<Exclusion> {
    let publics = &resource.publics;
    let none = !publics.is_empty() && publics.iter().all(|public| is_in(profile, *public) == Some(false));
    none.then(|| Exclusion::Public(publics.clone()))
}

/// Whether somebody belongs to a public, as far as is known of them.
pub(super) fn is_in(profile: &Profile, public: Public) -> Option<bool> {
    match public {
        Public::Everyone => Some(true),
        Public::Seniors => profile.age.map(|age| age >= SENIORS_FROM),
        Public::Young => profile.age.map(|age| age <= YOUNG_TO),
        Public::Women => profile.civility.map(|civility| civility == Civility::Madame),
        Public::Disabled => profile.asks_for(Constraint::Wheelchair).then_some(true),
        Public::Working
        | Public::OnMinimumIncome
        | Public::JobSeekers
        | Public::Students
        | Public::Families
        | Public::InEmergency
        | Public::InLegalTrouble
        | Public::Exiled
        | Public::PriorityAreas => None,
    }
}

fn over(resource: &Resource, today: Date) -> Option<Exclusion> {
    let schedule = Schedule::parse(resource.ties.schedule.as_deref()?)?;
    schedule.is_over_on(today).then_some(Exclusion::Over)
}

/// As many requests as its organization said it takes.
pub fn spent(resource: &Resource, asked: Asked) -> Option<Exclusion> {
    let ties = &resource.ties;
    let is_reached = |most: &u16, count: u32| u32::from(*most) <= count;
    let at_once = ties.most_at_once.filter(|most| is_reached(most, asked.waiting));
    let a_month = ties.most_a_month.filter(|most| is_reached(most, asked.this_month));
    at_once.map(Exclusion::AtOnce).or(a_month.map(Exclusion::AMonth))
}

/// A waiting list is no place, and yet a way in.
fn full(resource: &Resource, today: Date) -> Option<Exclusion> {
    let ties = &resource.ties;
    let is_full = resource.is_full_on(today) && !ties.waiting_list;
    is_full.then(|| Exclusion::Full(ties.full_until.filter(|until| today < *until)))
}
