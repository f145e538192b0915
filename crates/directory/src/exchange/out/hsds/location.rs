use kernel::Lang;
use serde_json::{Value, json};

use super::id::uuid;
use super::{known, link};
use crate::gazetteer::Gazetteer;
use crate::organization::Organization;
use crate::place::Place;
use crate::resource::Resource;
use crate::vocabulary::{Transport, Wheelchair};
use crate::words::words;

/// `None` where nothing is known of its place.
pub(super) fn of_organization(organization: &Organization) -> Option<Value> {
    let id = organization.id.as_str();
    let access = link(organization.accessibility.as_ref());
    let access = access.map(|url| json!([{ "id": uuid("accessibility", id), "url": url }]));
    location(&organization.place, id, access, None)
}

/// The same for a resource, with what makes coming possible.
pub(super) fn of_resource(resource: &Resource) -> Option<Value> {
    let id = resource.id.as_str();
    location(&resource.place, id, accessibility(resource), transportation(resource))
}

fn location(
    place: &Place,
    of: &str,
    accessibility: Option<Value>,
    transportation: Option<Value>,
) -> Option<Value> {
    let point = place.located.trusted();
    let address = address(place, of);
    if point.is_none() && address.is_none() && accessibility.is_none() {
        return None;
    }
    Some(known([
        ("id", Some(json!(uuid("location", of)))),
        ("location_type", Some(json!("physical"))),
        ("latitude", point.map(|point| json!(point.lat))),
        ("longitude", point.map(|point| json!(point.lon))),
        ("addresses", address.map(|address| json!([address]))),
        ("accessibility", accessibility),
        ("transportation", transportation),
    ]))
}

/// All of its parts are required there: `None` when one of them is unknown.
fn address(place: &Place, of: &str) -> Option<Value> {
    let commune = place.commune.as_ref().and_then(|code| Gazetteer::load().current(code));
    let city = place.commune_name.clone().or_else(|| commune.map(|commune| commune.name.to_owned()))?;
    let departement = commune.map(|commune| commune.departement);
    Some(known([
        ("id", Some(json!(uuid("address", of)))),
        ("address_1", Some(json!(place.street.as_ref()?))),
        ("address_2", place.complement.as_ref().map(|text| json!(text))),
        ("city", Some(json!(city))),
        ("region", departement.map(|departement| json!(departement.region))),
        ("state_province", Some(json!(departement.map_or("", |departement| departement.name)))),
        ("postal_code", Some(json!(place.postcode.as_ref()?))),
        ("country", Some(json!("FR"))),
        ("address_type", Some(json!("physical"))),
    ]))
}

/// What somebody has checked, in words.
fn accessibility(resource: &Resource) -> Option<Value> {
    let ties = &resource.ties;
    let wheelchair = ties.wheelchair.map(|wheelchair: Wheelchair| wheelchair.label(Lang::Fr));
    let hearing_loop =
        ties.hearing_loop.filter(|there| *there).map(|_| words(Lang::Fr).finder_hearing_loop());
    let accompanied = ties.accompanied_first_time.then(|| words(Lang::Fr).finder_accompanied());
    let said: Vec<String> = [wheelchair, hearing_loop, accompanied].into_iter().flatten().collect();
    let description = said.join(". ");
    (!said.is_empty())
        .then(|| json!([{ "id": uuid("accessibility", resource.id.as_str()), "description": description }]))
}

fn transportation(resource: &Resource) -> Option<Value> {
    let ties = &resource.ties;
    let means = ties.transport.map(|transport| Transport::label(transport, Lang::Fr));
    let said: Vec<String> = [means, ties.transport_note.clone()].into_iter().flatten().collect();
    (!said.is_empty()).then(|| json!(said.join(". ")))
}
