//! HSDS 3 in JSON as data·inclusion's fields: organizations with their locations, services with
//! their organization and `service_at_locations` nested, as the specification's compiled example
//! and our own export write them.
//!
//! What corresponds to nothing of ours is said once for each field. Flat tables that point at one
//! another (a tabular data package) are not read.
//!
//! Source: Human Services Data Specification 3.1, <https://docs.openreferral.org>.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::text::fold;
use serde_json::{Value, json};

use super::mapping::{commune, slug};
use super::remark::Remark;
use super::{Item, Items, Object};
use crate::exchange::data_inclusion::{File, SourceError};

/// Fields that are read, or that carry nothing of their own.
const READ: [&str; 33] = [
    "id",
    "name",
    "description",
    "email",
    "website",
    "url",
    "phones",
    "organization",
    "organization_id",
    "organization_identifiers",
    "locations",
    "service_at_locations",
    "status",
    "application_process",
    "fees_description",
    "eligibility_description",
    "minimum_age",
    "maximum_age",
    "assured_date",
    "last_modified",
    "schedules",
    "languages",
    "alert",
    "capacities",
    "additional_urls",
    "additional_websites",
    "services",
    "parent_organization_id",
    "interpretation_services",
    "metadata",
    "attributes",
    "funding",
    "contacts",
];
/// Of those, what is passed over when it says something.
const PASSED_OVER: [&str; 9] = [
    "languages",
    "alert",
    "capacities",
    "parent_organization_id",
    "interpretation_services",
    "attributes",
    "funding",
    "contacts",
    "metadata",
];

/// Who publishes, when nobody says.
const SOURCE: &str = "hsds";

/// HSDS rows in data·inclusion's words; others as they are.
pub(super) fn translated<'s>(items: Items<'s>, file: File, source: Option<String>, today: Date) -> Items<'s> {
    let source = source.unwrap_or_else(|| SOURCE.to_owned());
    let mut reader = Reader { file, source, today, said: BTreeSet::new(), given: BTreeSet::new() };
    Box::new(items.flat_map(move |item| reader.read(item)))
}

struct Reader {
    file: File,
    source: String,
    today: Date,
    said: BTreeSet<String>,
    /// Organizations found in services, each given once.
    given: BTreeSet<String>,
}

impl Reader {
    fn read(&mut self, item: Result<Item, SourceError>) -> Vec<Result<Item, SourceError>> {
        match item {
            Ok(Item::Row { line, row: Ok(row) }) if is_hsds(&row) => {
                let remarks = self.remarks(&row);
                let row = self.row(&row).map(|row| Item::Row { line, row: Ok(row) });
                remarks.into_iter().map(Item::Remark).chain(row).map(Ok).collect()
            }
            other => vec![other],
        }
    }

    /// Fields that correspond to nothing, those that were not said before.
    fn remarks(&mut self, row: &Object) -> Vec<Remark> {
        let says = |value: &Value| {
            !(value.is_null() || value == &json!([]) || value == &json!({}) || value == &json!(""))
        };
        let is_left = |name: &str| !READ.contains(&name) || PASSED_OVER.contains(&name);
        let left = row.iter().filter(|(name, value)| is_left(name) && says(value));
        let new: Vec<String> =
            left.map(|(name, _)| name.clone()).filter(|name| !self.said.contains(name)).collect();
        self.said.extend(new.iter().cloned());
        new.into_iter().map(|field| Remark::HsdsLeftOut { field }).collect()
    }

    fn row(&mut self, row: &Object) -> Option<Object> {
        let is_service = row.contains_key("organization_id") || row.contains_key("organization");
        match self.file {
            File::Services => is_active(row).then(|| self.service(row)),
            File::Structures if is_service => {
                let nested = row.get("organization")?.as_object()?;
                let organization = self.organization(nested);
                self.given.insert(text_of(nested, "id")?).then_some(organization)
            }
            File::Structures => Some(self.organization(row)),
        }
    }

    fn organization(&self, row: &Object) -> Object {
        let mut made = self.common(row);
        let location = row.get("locations").and_then(first);
        put(&mut made, "site_web", text_of(row, "website").or_else(|| text_of(row, "url")));
        put(&mut made, "siret", siret(row));
        place(&mut made, location);
        // Required there and not here: ours repeats the name where a description is unknown.
        if text_of(row, "description").is_some_and(|text| Some(text) == text_of(row, "name")) {
            made.remove("description");
        }
        made
    }

    fn service(&self, row: &Object) -> Object {
        let mut made = self.common(row);
        let nested = row.get("organization").and_then(Value::as_object);
        let of = text_of(row, "organization_id").or_else(|| text_of(nested?, "id"));
        put(&mut made, "structure_id", of.map(|id| self.id(&id)));
        put(&mut made, "lien_mobilisation", text_of(row, "url"));
        put(&mut made, "mobilisation_precisions", text_of(row, "application_process"));
        put(&mut made, "publics_precisions", text_of(row, "eligibility_description"));
        if let Some(fees) = text_of(row, "fees_description") {
            let is_free = matches!(fold(&fees).as_str(), "gratuit" | "free" | "none" | "aucun");
            let field = if is_free { "frais" } else { "frais_precisions" };
            put(&mut made, field, Some(if is_free { "gratuit".to_owned() } else { fees }));
        }
        put(&mut made, "horaires_accueil", hours(row));
        let at = row.get("service_at_locations").and_then(first);
        let location = at.and_then(|at| at.get("location")).and_then(Value::as_object);
        place(&mut made, location.or_else(|| row.get("locations").and_then(first)));
        let own = own(row);
        if !own.is_empty() {
            made.insert("maillage".to_owned(), Value::Object(own));
        }
        made
    }

    fn common(&self, row: &Object) -> Object {
        let mut made = Object::new();
        made.insert("source".to_owned(), json!(self.source));
        put(&mut made, "id", text_of(row, "id").map(|id| self.id(&id)));
        put(&mut made, "nom", text_of(row, "name"));
        put(&mut made, "description", text_of(row, "description"));
        put(&mut made, "courriel", text_of(row, "email"));
        let phone = row.get("phones").and_then(first).and_then(|phone| text_of(phone, "number"));
        put(&mut made, "telephone", phone);
        let changed = text_of(row, "last_modified").or_else(|| text_of(row, "assured_date"));
        let day = changed.and_then(|moment| moment.get(..10).map(str::to_owned));
        put(&mut made, "date_maj", day.or_else(|| Some(self.today.to_string())));
        made
    }

    fn id(&self, id: &str) -> String {
        format!("{}--{id}", slug(&self.source))
    }
}

/// It has HSDS's word for a name, and not data·inclusion's.
fn is_hsds(row: &Object) -> bool {
    row.get("name").is_some_and(Value::is_string) && !row.contains_key("nom")
}

/// « inactive », « defunct » and « temporarily closed » are not offered.
fn is_active(row: &Object) -> bool {
    text_of(row, "status").is_none_or(|status| status == "active")
}

fn siret(row: &Object) -> Option<String> {
    let identifiers = row.get("organization_identifiers")?.as_array()?;
    let mut siret = identifiers.iter().filter_map(Value::as_object).filter(|identifier| {
        text_of(identifier, "identifier_type").is_some_and(|kind| fold(&kind) == "siret")
    });
    text_of(siret.next()?, "identifier")
}

fn place(made: &mut Object, location: Option<&Object>) {
    let Some(location) = location else { return };
    for field in ["latitude", "longitude"] {
        if let Some(number) = location.get(field).filter(|number| !number.is_null()) {
            made.insert(field.to_owned(), number.clone());
        }
    }
    let addresses = location.get("addresses").or_else(|| location.get("physical_addresses"));
    let Some(address) = addresses.and_then(first) else { return };
    put(made, "adresse", text_of(address, "address_1"));
    put(made, "complement_adresse", text_of(address, "address_2"));
    let city = text_of(address, "city").unwrap_or_default();
    let postcode = text_of(address, "postal_code").unwrap_or_default();
    put(made, "code_insee", commune("", &city, &postcode));
    put(made, "commune", Some(city));
    put(made, "code_postal", Some(postcode));
}

/// In OpenStreetMap's words when every rule can be said so, else as they are described.
fn hours(row: &Object) -> Option<String> {
    let schedules = row.get("schedules")?.as_array()?;
    let rules: Option<Vec<String>> = schedules.iter().map(|rule| rule_in_osm(rule.as_object()?)).collect();
    let described = || text_of(schedules.first()?.as_object()?, "description");
    rules.filter(|rules| !rules.is_empty()).map(|rules| rules.join("; ")).or_else(described)
}

fn rule_in_osm(rule: &Object) -> Option<String> {
    let (opens, closes) = (text_of(rule, "opens_at")?, text_of(rule, "closes_at")?);
    let time = |text: &str| text.get(..5).map(str::to_owned);
    let times = format!("{}-{}", time(&opens)?, time(&closes)?);
    let is_each = rule.get("interval").is_none_or(|interval| interval.is_null() || interval == &json!(1));
    let days = match text_of(rule, "freq").as_deref() {
        Some("WEEKLY") if is_each => days(&text_of(rule, "byday")?)?,
        Some("MONTHLY") if is_each => ranked_days(&text_of(rule, "byday")?)?,
        _ => return None,
    };
    Some(format!("{days} {times}"))
}

/// « MO » as « Mo ».
fn osm_day(code: &str) -> Option<&'static str> {
    const DAYS: [(&str, &str); 7] =
        [("MO", "Mo"), ("TU", "Tu"), ("WE", "We"), ("TH", "Th"), ("FR", "Fr"), ("SA", "Sa"), ("SU", "Su")];
    DAYS.iter().find(|(theirs, _)| *theirs == code).map(|(_, ours)| *ours)
}

fn days(byday: &str) -> Option<String> {
    let days: Option<Vec<&str>> = byday.split(',').map(|day| osm_day(day.trim())).collect();
    Some(days?.join(","))
}

/// `1WE,3WE` as `We[1,3]`.
fn ranked_days(byday: &str) -> Option<String> {
    let ranked = byday.split(',').map(|part| {
        let part = part.trim();
        let (rank, day) = part.split_at_checked(part.len().checked_sub(2)?)?;
        let rank: i8 = rank.parse().ok()?;
        Some((osm_day(day)?, rank))
    });
    let ranked: Vec<(&str, i8)> = ranked.collect::<Option<_>>()?;
    let (day, _) = ranked.first()?;
    let is_one_day = ranked.iter().all(|(other, _)| other == day);
    let ranks: Vec<String> = ranked.iter().map(|(_, rank)| rank.to_string()).collect();
    is_one_day.then(|| format!("{day}[{}]", ranks.join(",")))
}

/// What data·inclusion has no field for and a territory's own part has.
fn own(row: &Object) -> Object {
    let mut own = Object::new();
    let age = |field: &str| row.get(field).and_then(Value::as_u64).and_then(|age| u8::try_from(age).ok());
    let (from, to) = (age("minimum_age"), age("maximum_age"));
    if from.or(to).is_some() {
        own.insert("ages".to_owned(), json!({ "from": from, "to": to }));
    }
    own
}

fn put(made: &mut Object, field: &str, text: Option<String>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        made.insert(field.to_owned(), Value::String(text));
    }
}

fn text_of(object: &Object, field: &str) -> Option<String> {
    let text = object.get(field)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn first(list: &Value) -> Option<&Object> {
    list.as_array()?.first()?.as_object()
}
