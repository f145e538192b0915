use kernel::text::fold;
use serde_json::{Value, json};

use super::{Object, text_of};
use crate::vocabulary::Language;

/// Units a service's capacity is counted in when it is counted in people.
const PLACES: [&str; 12] = [
    "place",
    "places",
    "space",
    "spaces",
    "slot",
    "slots",
    "seat",
    "seats",
    "person",
    "people",
    "personne",
    "personnes",
];

/// What data·inclusion has no field for and a territory's own part has.
pub(super) fn own(row: &Object) -> Object {
    let mut own = Object::new();
    let age = |field: &str| row.get(field).and_then(Value::as_u64).and_then(|age| u8::try_from(age).ok());
    let (from, to) = (age("minimum_age"), age("maximum_age"));
    if from.or(to).is_some() {
        own.insert("ages".to_owned(), json!({ "from": from, "to": to }));
    }
    let languages: Vec<Language> = parts(row, "languages").filter_map(language).collect();
    if !languages.is_empty() {
        own.insert("languages".to_owned(), json!(languages));
    }
    if let Some(places) = parts(row, "capacities").find_map(places) {
        own.insert("places".to_owned(), json!(places));
    }
    own
}

/// Whether a capacity is one of places for people: beds and hours are no such thing.
pub(super) fn counts_places(row: &Object) -> bool {
    parts(row, "capacities").all(|capacity| places(capacity).is_some())
}

fn parts<'r>(row: &'r Object, field: &str) -> impl Iterator<Item = &'r Object> {
    row.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

fn places(capacity: &Object) -> Option<u16> {
    let unit = text_of(capacity.get("unit")?.as_object()?, "name")?;
    let places = u16::try_from(capacity.get("available")?.as_u64()?).ok()?;
    PLACES.contains(&fold(&unit).as_str()).then_some(places)
}

/// HSDS 3.0 gave the code as a name.
fn language(language: &Object) -> Option<Language> {
    let code = text_of(language, "code").or_else(|| text_of(language, "name"))?;
    Language::parse(&code.to_lowercase())
}
