use jiff::civil::Date;
use kernel::Lang;
use serde_json::{Value, json};

use super::attributes::{self, Of};
use super::id::uuid;
use super::{email, known, link, location, phones, schedule};
use crate::exchange::data_inclusion::{File, Service};
use crate::exchange::sheet::Telling;
use crate::finder::Entry;
use crate::resource::{Resource, Ties, Zone, said};
use crate::verification;
use crate::vocabulary::{Language, WayIn};
use crate::words::words;

/// A service with everything HSDS nests in it.
pub(in crate::exchange::out) fn service(entry: &Entry, telling: Telling<'_>) -> Value {
    let resource = entry.resource();
    let id = resource.id.as_str();
    let ages = resource.ties.ages;
    let at = location::of_resource(resource)
        .map(|location| json!([{ "id": uuid("service_at_location", id), "location": location }]));
    let made = known([
        ("id", Some(json!(uuid("service", id)))),
        ("organization_id", Some(json!(uuid("organization", resource.organization.as_str())))),
        ("organization", Some(offered_by(entry))),
        ("name", Some(json!(resource.name))),
        ("description", Some(json!(resource.description))),
        ("status", Some(json!("active"))),
        ("url", link(resource.booking.as_ref().or(resource.source_page.as_ref()))),
        ("additional_urls", Some(json!([]))),
        ("email", email(&resource.contact)),
        ("phones", phones(&resource.contact, id)),
        ("application_process", application(resource)),
        ("fees_description", said::cost(resource, Lang::Fr).map(|cost| json!(cost))),
        ("eligibility_description", eligibility(resource)),
        ("wait_time", waiting(resource)),
        ("minimum_age", ages.and_then(|ages| ages.from).map(|age| json!(age))),
        ("maximum_age", ages.and_then(|ages| ages.to).map(|age| json!(age))),
        ("assured_date", resource.ties.verified_on.map(|day| json!(day.to_string()))),
        ("last_modified", Some(json!(midnight(resource.updated_on)))),
        ("alert", alert(resource, telling.today)),
        ("schedules", schedule::schedules(resource, telling.today)),
        ("languages", languages(resource)),
        ("service_areas", areas(&resource.zones, id)),
        ("service_at_locations", at),
        ("capacities", capacities(resource, telling.today)),
    ]);
    let public = Ties { referral_email: None, ..resource.ties.clone() };
    attributes::complete(made, Of { file: File::Services, id }, &Service::of(resource), &public)
}

/// Its name, and under what identifier it is known; the rest stands among the organizations.
fn offered_by(entry: &Entry) -> Value {
    let resource = entry.resource();
    let (id, name) = (resource.organization.as_str(), entry.organization_name());
    let of = Of { file: File::Structures, id };
    json!({
        "id": uuid("organization", id), "name": name, "description": name, "additional_websites": [],
        "attributes": [attributes::said(of, "id", id), attributes::said(of, "source", &resource.source)]
    })
}

/// Places left for a newcomer: none until the day it said, when it said one; the waiting list and
/// the limits in words.
fn capacities(resource: &Resource, today: Date) -> Option<Value> {
    let ties = &resource.ties;
    let is_full = resource.is_full_on(today);
    // Too old a « complet » is neither full nor open: it says nothing.
    let believed = resource.full_to_confirm(today).is_none();
    let available = if is_full { Some(0) } else { ties.places.filter(|_| believed) };
    let unit = json!({ "id": uuid("unit", "place"), "name": words(Lang::Fr).export_place() });
    available.map(|available| {
        json!([known([
            ("id", Some(json!(uuid("capacity", resource.id.as_str())))),
            ("unit", Some(unit)),
            ("available", Some(json!(available))),
            ("description", verification::room(resource, today, Lang::Fr).map(|room| json!(room))),
            ("updated", Some(json!(midnight(ties.verified_on.unwrap_or(resource.updated_on))))),
        ])])
    })
}

/// A capacity needs a number of places available; a waiting list alone has none.
fn waiting(resource: &Resource) -> Option<Value> {
    resource.ties.waiting_list.then(|| json!(words(Lang::Fr).resource_waiting_list()))
}

/// « Complet » is worth reading before anything else.
fn alert(resource: &Resource, today: Date) -> Option<Value> {
    let is_full = resource.is_full_on(today);
    said::room(resource, today, Lang::Fr).filter(|_| is_full).map(|room| json!(room))
}

fn application(resource: &Resource) -> Option<Value> {
    let ways = resource.ways_in.iter().map(|way| WayIn::label(*way, Lang::Fr));
    let said: Vec<String> =
        ways.chain(resource.ways_in_note.clone()).chain(resource.conditions.clone()).collect();
    (!said.is_empty()).then(|| json!(said.join(". ")))
}

fn eligibility(resource: &Resource) -> Option<Value> {
    let said = said::for_whom(resource, Lang::Fr);
    (!said.is_empty()).then(|| json!(said.join(". ")))
}

fn languages(resource: &Resource) -> Option<Value> {
    let language = |language: &Language| {
        json!({
            "id": uuid("language", &format!("{}/{}", resource.id, language.as_str())),
            "name": language.label(Lang::Fr), "code": language.as_str()
        })
    };
    let languages: Vec<Value> = resource.ties.languages.iter().map(language).collect();
    (!languages.is_empty()).then(|| json!(languages))
}

fn areas(zones: &[Zone], of: &str) -> Option<Value> {
    let area = |zone: &Zone| {
        let name = said::zones(std::slice::from_ref(zone)).pop().unwrap_or_else(|| "France".to_owned());
        json!({ "id": uuid("service_area", &format!("{of}/{}", zone.as_str())), "name": name })
    };
    let areas: Vec<Value> = zones.iter().map(area).collect();
    (!areas.is_empty()).then(|| json!(areas))
}

/// A day known without its hour.
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
