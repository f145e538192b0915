//! Going there, or having somebody come.

use directory::vocabulary::{Format, Transport, WelcomeMode};

use super::super::model::{Candidate, Distance, Profile, Ways};
use super::super::reasons::Reason;
use super::super::weights::Weights;
use super::Sheet;
use crate::assessment::model::{Constraint, Means};

/// How far it is, when that is within reach.
pub(super) fn there(profile: &Profile, candidate: &Candidate<'_>, weights: &Weights) -> Option<Distance> {
    let (point, is_approximate) = candidate.at?;
    let km = profile.home.centre?.km_to(point);
    (km <= radius_km(profile, weights)).then_some(Distance { km, is_approximate })
}

fn radius_km(profile: &Profile, weights: &Weights) -> f64 {
    profile.asked_km.unwrap_or_else(|| weights.radius_km(profile.reach))
}

/// The ways open to somebody who is eligible, given how far it is.
pub(super) fn of(profile: &Profile, candidate: &Candidate<'_>, there: Option<Distance>) -> Ways {
    let resource = candidate.resource;
    let comes = matches!(resource.ties.format, Some(Format::HomeVisit | Format::Transport));
    let from_home = matches!(resource.ties.format, Some(Format::Call | Format::Online));
    let only_remote = resource.welcome_modes.len() == 1 && is_remote(candidate);
    Ways {
        there: there.filter(|_| !comes && !from_home && !only_remote),
        home: comes && serves_home(profile, candidate, there),
        remote: from_home || is_remote(candidate),
    }
}

pub(super) fn weigh(profile: &Profile, candidate: &Candidate<'_>, ways: Ways, sheet: &mut Sheet<'_>) {
    weigh_place(profile, ways, sheet);
    let goes_out = ways.there.is_some();
    if goes_out && !ways.home {
        weigh_transport(profile, candidate, ways, sheet);
    }
}

/// The best of the ways only: an activity is not better for being offered twice.
fn weigh_place(profile: &Profile, ways: Ways, sheet: &mut Sheet<'_>) {
    let radius = radius_km(profile, sheet.weights);
    let closeness = |distance: Distance| (1.0 - distance.km / radius).max(0.0);
    let near = ways.there.map(|distance| (Reason::Near(distance), closeness(distance)));
    let home = ways.home.then_some((Reason::AtHome, 1.0));
    let remote = ways.remote.then_some((Reason::FromHome, 1.0));
    let worth = |(reason, times): &(Reason, f64)| (sheet.weights.points(reason.rule()) * times).round();
    let best = [near, home, remote].into_iter().flatten().reduce(|best, other| {
        if worth(&other) > worth(&best) { other } else { best }
    });
    if let Some((reason, times)) = best {
        sheet.add_times(reason, times);
    }
}

fn weigh_transport(profile: &Profile, candidate: &Candidate<'_>, ways: Ways, sheet: &mut Sheet<'_>) {
    let ties = &candidate.resource.ties;
    let needed = profile.asks_for(Constraint::TransportNeeded);
    let drives = profile.reach.by == Some(Means::Car);
    let is_fetched = ties.transport == Some(Transport::Pickup) && picks_up(profile, candidate);
    let is_far = ways.there.is_some_and(|distance| distance.km > sheet.weights.thresholds.no_transit_km);
    match ties.transport {
        _ if is_fetched => sheet.add(Reason::Fetched { needed }),
        _ if needed => sheet.add(Reason::NotFetched),
        Some(transport @ (Transport::Bus | Transport::Tram | Transport::Metro | Transport::Train)) if !drives => {
            sheet.add(Reason::Transit(transport));
        }
        Some(Transport::None) if is_far && !drives => sheet.add(Reason::NoTransit),
        _ => {}
    }
}

fn is_remote(candidate: &Candidate<'_>) -> bool {
    candidate.resource.welcome_modes.contains(&WelcomeMode::Remote)
}

/// Without a list of communes, homes are visited as far as people would go.
fn serves_home(profile: &Profile, candidate: &Candidate<'_>, there: Option<Distance>) -> bool {
    let zones = &candidate.resource.ties.home_zones;
    if zones.is_empty() { there.is_some() } else { profile.home.is_in(zones) }
}

fn picks_up(profile: &Profile, candidate: &Candidate<'_>) -> bool {
    let zones = &candidate.resource.ties.home_zones;
    zones.is_empty() || profile.home.is_in(zones)
}
