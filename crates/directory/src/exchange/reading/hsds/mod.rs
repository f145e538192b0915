//! HSDS 3 in JSON as data·inclusion's fields: organizations with their locations, services with
//! their organization and `service_at_locations` nested, as the specification's compiled example
//! and our own export write them.
//!
//! What corresponds to nothing of ours is said once for each field. What our own export has in
//! `attributes`, because HSDS has no field for it, is read back whole.
//!
//! Source: Human Services Data Specification 3.1, <https://docs.openreferral.org>.

mod attributes;
mod hours;
mod own;

use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::text::fold;
use serde_json::{Value, json};

use super::mapping::{commune, slug};
use super::remark::Remark;
use super::{Item, Items, Object};
use crate::exchange::data_inclusion::{File, SourceError};

pub(in crate::exchange) use attributes::{OF_DATA_INCLUSION, OF_MAILLAGE};

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
const PASSED_OVER: [&str; 6] =
    ["alert", "parent_organization_id", "interpretation_services", "funding", "contacts", "metadata"];

/// Who publishes, when nobody says.
const SOURCE: &str = "hsds";

/// HSDS rows in data·inclusion's words; others as they are.
pub(super) fn translated<'s>(items: Items<'s>, file: File, source: Option<String>, today: Date) -> Items<'s> {
    let source = source.unwrap_or_else(|| SOURCE.to_owned());
    let translation = Translation { source, today };
    let mut reader = Reader { file, translation, said: BTreeSet::new(), given: BTreeSet::new() };
    Box::new(items.flat_map(move |item| reader.read(item)))
}

/// What an HSDS object says in its own fields, without the attributes of our exports: what our
/// export has to say beside.
pub(in crate::exchange) fn said_natively(row: &Object, file: File) -> Object {
    // A day no entry is of: without a date of its own, a row says none.
    let translation = Translation { source: SOURCE.to_owned(), today: Date::ZERO };
    let (mut made, own) = translation.native(row, file);
    with_own(&mut made, own);
    made
}

struct Reader {
    file: File,
    translation: Translation,
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
        let is_left = |name: &str| match name {
            "attributes" => !attributes::are_ours(row),
            "capacities" => !own::counts_places(row),
            _ => !READ.contains(&name) || PASSED_OVER.contains(&name),
        };
        let left = row.iter().filter(|(name, value)| is_left(name) && says(value));
        let new: Vec<String> =
            left.map(|(name, _)| name.clone()).filter(|name| !self.said.contains(name)).collect();
        self.said.extend(new.iter().cloned());
        new.into_iter().map(|field| Remark::HsdsLeftOut { field }).collect()
    }

    fn row(&mut self, row: &Object) -> Option<Object> {
        let is_service = row.contains_key("organization_id") || row.contains_key("organization");
        match self.file {
            File::Services => is_active(row).then(|| self.translation.whole(row, File::Services)),
            File::Structures if is_service => {
                let nested = row.get("organization")?.as_object()?;
                let organization = self.translation.whole(nested, File::Structures);
                self.given.insert(text_of(nested, "id")?).then_some(organization)
            }
            File::Structures => Some(self.translation.whole(row, File::Structures)),
        }
    }
}

/// HSDS's words into data·inclusion's.
struct Translation {
    source: String,
    today: Date,
}

impl Translation {
    fn whole(&self, row: &Object, file: File) -> Object {
        let (mut made, mut own) = self.native(row, file);
        attributes::lay_over(&mut made, &mut own, row, file);
        with_own(&mut made, own);
        made
    }

    /// What HSDS's own fields say, and what of it is a territory's own part.
    fn native(&self, row: &Object, file: File) -> (Object, Object) {
        match file {
            File::Structures => (self.organization(row), Object::new()),
            File::Services => (self.service(row), own::own(row)),
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
        put(&mut made, "horaires_accueil", hours::hours(row));
        let at = row.get("service_at_locations").and_then(first);
        let location = at.and_then(|at| at.get("location")).and_then(Value::as_object);
        place(&mut made, location.or_else(|| row.get("locations").and_then(first)));
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

fn with_own(made: &mut Object, own: Object) {
    if !own.is_empty() {
        made.insert("maillage".to_owned(), Value::Object(own));
    }
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
