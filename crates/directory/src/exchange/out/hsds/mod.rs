//! Organizations and services as HSDS 3.1 writes them in JSON, nested: a service holds its
//! `service_at_locations`, a location its addresses and accessibility.
//!
//! What has no field there (levers, interests, codes of data·inclusion's lists, our identifiers) is
//! said in `attributes`, beside words for people where there are some; so our own reader finds
//! everything again. Private parts stay here.
//!
//! Lists of further addresses are given empty: some readers of 3.1 want them.
//!
//! Source: Human Services Data Specification 3.1, <https://docs.openreferral.org>, folder `schema`.

mod attributes;
mod id;
mod location;
mod schedule;
#[cfg(test)]
pub(super) mod schema_tests;
mod service;

use kernel::contact::Email;
use serde_json::{Map, Value, json};

use self::attributes::Of;
use self::id::uuid;
use crate::contact::{Contact, WebLink};
use crate::exchange::data_inclusion::{File, OwnOfStructure, Structure};
use crate::organization::Organization;

pub(super) use service::service;

/// An organization with its telephone and its identifier in the business register.
pub(super) fn organization(organization: &Organization) -> Value {
    let id = organization.id.as_str();
    let siret = organization.siret.as_ref().map(|siret| {
        json!([{
            "id": uuid("identifier", id), "identifier_scheme": "FR-RCS",
            "identifier_type": "SIRET", "identifier": siret
        }])
    });
    let made = known([
        ("id", Some(json!(uuid("organization", id)))),
        ("name", Some(json!(organization.name))),
        // Required there, and not in data·inclusion.
        ("description", Some(json!(organization.description.as_deref().unwrap_or(&organization.name)))),
        ("email", organization.contact.email.as_ref().map(|email| json!(email.as_str()))),
        ("website", organization.website.as_ref().map(|link| json!(link.as_str()))),
        ("additional_websites", Some(json!([]))),
        ("phones", phones(&organization.contact, id)),
        ("organization_identifiers", siret),
        ("locations", location::of_organization(organization).map(|location| json!([location]))),
    ]);
    let of = Of { file: File::Structures, id };
    attributes::complete(made, of, &Structure::of(organization), &OwnOfStructure::of(organization))
}

/// Only what is known: HSDS has no `null`.
fn known<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

fn phones(contact: &Contact, of: &str) -> Option<Value> {
    let number = contact.phone.as_ref()?;
    Some(json!([{ "id": uuid("phone", of), "number": number, "type": "voice" }]))
}

fn email(contact: &Contact) -> Option<Value> {
    contact.email.as_ref().map(Email::as_str).map(|email| json!(email))
}

fn link(link: Option<&WebLink>) -> Option<Value> {
    link.map(|link| json!(link.as_str()))
}
