use jiff::civil::Date;
use jiff::{ToSpan, Unit};

use crate::resource::Resource;
use crate::vocabulary::{Cost, WayIn, WelcomeMode};

/// data·inclusion's quality of a service, 0 to 1 in hundredths: the mean of the criteria that
/// apply to it, on a given day.
///
/// Source: `schema/v1/score_qualite.py` of data-inclusion-schema 1.0.10.
pub fn quality(resource: &Resource, today: Date) -> f64 {
    let criteria = [
        address(resource),
        Some(ways_in(resource)),
        Some(yes(!resource.publics.is_empty())),
        Some(yes(!resource.themes.is_empty())),
        Some(reachable(resource)),
        resource.ways_in.contains(&WayIn::Email).then(|| yes(resource.contact.email.is_some())),
        freshness(resource, today),
        Some(cost(resource)),
        Some(description(&resource.description)),
        resource.ways_in.contains(&WayIn::Telephone).then(|| yes(filled(resource.contact.phone.as_deref()))),
    ];
    let (sum, count) = criteria
        .into_iter()
        .flatten()
        .fold((0.0, 0.0), |(sum, count), value| (sum + hundredths(value), count + 1.0));
    hundredths(sum / count)
}

/// data·inclusion's quality of a structure: the mean of those of what it offers, 0 when it offers
/// nothing; in hundredths.
pub fn mean_quality(offered: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = offered.fold((0.0, 0.0), |(sum, count), quality| (sum + quality, count + 1.0));
    if count > 0.0 { hundredths(sum / count) } else { 0.0 }
}

fn address(resource: &Resource) -> Option<f64> {
    let one_goes_there =
        resource.welcome_modes.contains(&WelcomeMode::OnSite) || resource.ways_in.contains(&WayIn::WalkIn);
    one_goes_there.then(|| yes(filled(resource.place.street.as_deref())))
}

fn ways_in(resource: &Resource) -> f64 {
    match (resource.ways_in.is_empty(), resource.open_to.is_empty()) {
        (true, true) => 0.0,
        (false, false) => 1.0,
        _ => 0.5,
    }
}

fn reachable(resource: &Resource) -> f64 {
    let contact = &resource.contact;
    yes(contact.email.is_some() || resource.booking.is_some() || filled(contact.phone.as_deref()))
}

/// Full for six months, none after two years, in a straight line between. Two sources whose dates
/// say nothing are not judged.
fn freshness(resource: &Resource, today: Date) -> Option<f64> {
    if matches!(resource.source.as_str(), "agefiph" | "france-travail") {
        return None;
    }
    let days_since = |from: Date| from.until((Unit::Day, today)).map_or(0, |span| span.get_days());
    let age = f64::from(days_since(resource.updated_on));
    let half_a_year = f64::from(days_since(today.saturating_sub(6.months())));
    let two_years = f64::from(days_since(today.saturating_sub(2.years())));
    Some(((two_years - age) / (two_years - half_a_year)).clamp(0.0, 1.0))
}

fn cost(resource: &Resource) -> f64 {
    match resource.cost {
        None => 0.0,
        Some(Cost::Free) => 1.0,
        Some(Cost::Paid) if filled(resource.cost_note.as_deref()) => 1.0,
        Some(Cost::Paid) => 0.5,
    }
}

fn description(text: &str) -> f64 {
    match text.chars().count() {
        0..50 => 0.0,
        50..200 | 2000.. => 0.5,
        200..2000 => 1.0,
    }
}

fn filled(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

fn yes(condition: bool) -> f64 {
    if condition { 1.0 } else { 0.0 }
}

/// Half to even, as the source rounds.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round_ties_even() / 100.0
}
