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

/// The best of the ways only: an activity is not better for being offered twice, nor worse for a
/// way one need not take.
pub(super) fn weigh(profile: &Profile, candidate: &Candidate<'_>, ways: Ways, sheet: &mut Sheet<'_>) {
    let there = ways.there.map(|distance| going(profile, candidate, distance, sheet.weights));
    let home = ways.home.then(|| vec![(Reason::AtHome, 1.0)]);
    let remote = ways.remote.then(|| vec![(Reason::FromHome, 1.0)]);
    let worth = |way: &[Share]| way.iter().map(|(reason, times)| sheet.worth(reason, *times)).sum::<f64>();
    let best = [there, home, remote]
        .into_iter()
        .flatten()
        .reduce(|best, other| if worth(&other) > worth(&best) { other } else { best });
    for (reason, times) in best.unwrap_or_default() {
        sheet.add_times(reason, times);
    }
}

/// A reason and how much of its points it is given.
type Share = (Reason, f64);

fn going(profile: &Profile, candidate: &Candidate<'_>, distance: Distance, weights: &Weights) -> Vec<Share> {
    let closeness = (1.0 - distance.km / radius_km(profile, weights)).max(0.0);
    let transport = transport(profile, candidate, distance, weights);
    let near = std::iter::once((Reason::Near(distance), closeness));
    near.chain(transport.map(|reason| (reason, 1.0))).collect()
}

fn transport(
    profile: &Profile,
    candidate: &Candidate<'_>,
    distance: Distance,
    weights: &Weights,
) -> Option<Reason> {
    let needed = profile.asks_for(Constraint::TransportNeeded);
    let drives = profile.reach.by == Some(Means::Car);
    match candidate.resource.ties.transport {
        Some(Transport::Pickup) if picks_up(profile, candidate) => Some(Reason::Fetched { needed }),
        _ if needed => Some(Reason::NotFetched),
        _ if drives => None,
        Some(transport @ (Transport::Bus | Transport::Tram | Transport::Metro | Transport::Train)) => {
            Some(Reason::Transit(transport))
        }
        Some(Transport::None) if distance.km > weights.thresholds.no_transit_km => Some(Reason::NoTransit),
        Some(Transport::None | Transport::Pickup) | None => None,
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
