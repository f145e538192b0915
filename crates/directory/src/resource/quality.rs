use jiff::Unit;
use jiff::civil::Date;

use super::Resource;
use crate::vocabulary::{Cost, WayIn, WelcomeMode};

/// data·inclusion's quality of a service, 0 to 1 in hundredths: the mean of the criteria that
/// apply to it, on a given day.
///
/// Source: `schema/v1/score_qualite.py` of data-inclusion-schema 1.0.10.
pub fn quality(resource: &Resource, today: Date) -> f64 {
    Quality::of(resource).on(&QualityDay::of(today))
}

/// The same as far as it does not depend on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quality {
    /// Sum of the criteria met, in hundredths, freshness left out.
    pub(crate) sum: u16,
    /// How many criteria apply, freshness left out.
    pub(crate) count: u16,
    /// When it was last changed, in days since 1970; `None` when that is not judged.
    pub(crate) updated: Option<i32>,
}

impl Quality {
    pub(crate) fn of(resource: &Resource) -> Quality {
        let criteria = [
            address(resource),
            Some(ways_in(resource)),
            Some(yes(!resource.publics.is_empty())),
            Some(yes(!resource.themes.is_empty())),
            Some(reachable(resource)),
            resource.ways_in.contains(&WayIn::Email).then(|| yes(resource.contact.email.is_some())),
            Some(cost(resource)),
            Some(description(&resource.description)),
            resource
                .ways_in
                .contains(&WayIn::Telephone)
                .then(|| yes(filled(resource.contact.phone.as_deref()))),
        ];
        let applying = criteria.into_iter().flatten();
        let (sum, count) = applying.fold((0, 0), |(sum, count), met| (sum + met, count + 1));
        // Two sources whose dates say nothing are not judged by them.
        let judged = !matches!(resource.source.as_str(), "agefiph" | "france-travail");
        Quality { sum, count, updated: judged.then(|| day_number(resource.updated_on)) }
    }

    pub(crate) fn on(self, day: &QualityDay) -> f64 {
        let fresh = self.updated.map(|updated| hundredths(day.freshness(updated)));
        let sum = f64::from(self.sum) / 100.0 + fresh.unwrap_or(0.0);
        let count = f64::from(self.count) + if fresh.is_some() { 1.0 } else { 0.0 };
        hundredths(sum / count)
    }
}

/// The day qualities are judged on: reckoned once, as calendars are slow.
#[derive(Clone, Copy, Debug)]
pub struct QualityDay {
    /// In days since 1970.
    today: i32,
}

/// Days an entry stays fresh, and after which nothing of that is left.
const FRESH_FOR: f64 = 180.0;
const STALE_AFTER: f64 = 730.0;

impl QualityDay {
    pub fn of(today: Date) -> QualityDay {
        QualityDay { today: day_number(today) }
    }

    /// Full for half a year, none after two, in a straight line between.
    fn freshness(&self, updated: i32) -> f64 {
        let age = f64::from(self.today - updated);
        ((STALE_AFTER - age) / (STALE_AFTER - FRESH_FOR)).clamp(0.0, 1.0)
    }
}

/// Days since 1970.
pub(crate) fn day_number(day: Date) -> i32 {
    Date::constant(1970, 1, 1).until((Unit::Day, day)).map_or(0, |span| span.get_days())
}

/// data·inclusion's quality of a structure: the mean of those of what it offers, 0 when it offers
/// nothing; in hundredths.
pub fn mean_quality(offered: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = offered.fold((0.0, 0.0), |(sum, count), quality| (sum + quality, count + 1.0));
    if count > 0.0 { hundredths(sum / count) } else { 0.0 }
}

fn address(resource: &Resource) -> Option<u16> {
    let one_goes_there =
        resource.welcome_modes.contains(&WelcomeMode::OnSite) || resource.ways_in.contains(&WayIn::WalkIn);
    one_goes_there.then(|| yes(filled(resource.place.street.as_deref())))
}

fn ways_in(resource: &Resource) -> u16 {
    match (resource.ways_in.is_empty(), resource.open_to.is_empty()) {
        (true, true) => 0,
        (false, false) => 100,
        _ => 50,
    }
}

fn reachable(resource: &Resource) -> u16 {
    let contact = &resource.contact;
    yes(contact.email.is_some() || resource.booking.is_some() || filled(contact.phone.as_deref()))
}

fn cost(resource: &Resource) -> u16 {
    match resource.cost {
        None => 0,
        Some(Cost::Free) => 100,
        Some(Cost::Paid) if filled(resource.cost_note.as_deref()) => 100,
        Some(Cost::Paid) => 50,
    }
}

fn description(text: &str) -> u16 {
    match text.chars().count() {
        0..50 => 0,
        50..200 | 2000.. => 50,
        200..2000 => 100,
    }
}

fn filled(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

fn yes(condition: bool) -> u16 {
    if condition { 100 } else { 0 }
}

/// Half to even, as the source rounds.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round_ties_even() / 100.0
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use jiff::civil::date;
    use serde_json::{Value, json};

    use super::*;
    use crate::exchange::data_inclusion::{Context, services};

    /// Invented services, with what data-inclusion-schema 1.0.10 says of each on 13 January 2026; for
    /// a description, its length.
    const KNOWN: &str = include_str!("quality_known.ndjson");

    #[test]
    fn a_quality_is_what_the_official_package_says() {
        let today = date(2026, 1, 13);
        let context = Context { today, centre_of: &|_| None };
        for (line, number) in KNOWN.lines().zip(0_u32..) {
            let mut row: Value = serde_json::from_str(line).unwrap();
            let score = row["score"].as_f64().unwrap();
            let length = usize::try_from(row["description"].as_u64().unwrap()).unwrap();
            row["description"] = json!("d".repeat(length));
            row["id"] = json!(format!("known--{number}"));
            (row["structure_id"], row["nom"]) = (json!("known--1"), json!("Atelier"));
            let read = services(Cursor::new(row.to_string()), context).next().unwrap().unwrap().unwrap();
            let ours = quality(&read.value, today);
            assert!((ours - score).abs() < 1e-9, "{ours} instead of {score}: {line}");
        }
    }
}
