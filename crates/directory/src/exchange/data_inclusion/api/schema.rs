//! What answers look like, in JSON Schema 2020-12. A test holds real answers against it.

use serde_json::{Map, Value, json};

use super::structures::official_networks;
use crate::vocabulary::{Coded, Cost, Mobilizer, Public, ResourceKind, Theme, WayIn, WelcomeMode};

type Fields = Vec<(&'static str, Value)>;

/// Every schema of the document, by name.
pub(super) fn all() -> Map<String, Value> {
    let structure_fields = || with(structure(), "score_qualite", score());
    let service_fields = || with(service(), "score_qualite", score());
    let detailed_service = with(service_fields(), "structure", object(structure_fields()));
    let twins = array(&object(vec![("source", text()), ("id", text())]));
    let detailed_structure = with(structure_fields(), "doublons", array(&named("Structure")));
    let list = [
        ("Structure", object(structure())),
        ("ListedStructure", object(with(structure_fields(), "doublons", twins))),
        ("DetailedStructure", object(with(detailed_structure, "services", array(&named("Service"))))),
        ("Structures", page_of("ListedStructure")),
        ("Service", object(service_fields())),
        ("DetailedService", object(detailed_service)),
        ("Services", page_of("Service")),
        ("FoundService", found()),
        ("Reasons", reasons()),
        ("FoundServices", page_of("FoundService")),
        ("Sources", array(&object(vec![("slug", text()), ("nom", text()), ("description", maybe_text())]))),
        ("Values", array(&object(vec![("value", text()), ("label", text()), ("description", maybe_text())]))),
        ("Problem", problem()),
        ("Hurry", object(vec![("detail", text())])),
    ];
    list.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

fn structure() -> Fields {
    let own = vec![
        ("source", text()),
        ("id", text()),
        ("nom", json!({ "type": "string", "minLength": 3, "maxLength": 150 })),
        ("date_maj", date()),
        ("description", maybe_text()),
        ("lien_source", maybe_link()),
        ("siret", json!({ "type": ["string", "null"], "pattern": "^\\d{14}$" })),
        ("telephone", maybe_text()),
        ("courriel", maybe_text()),
        ("site_web", maybe_link()),
        ("horaires_accueil", maybe_text()),
        ("accessibilite_lieu", maybe_link()),
        ("reseaux_porteurs", some_of(&official_networks())),
    ];
    own.into_iter().chain(address()).collect()
}

fn service() -> Fields {
    let own = vec![
        ("source", text()),
        ("structure_id", text()),
        ("id", text()),
        ("nom", json!({ "type": "string", "minLength": 3, "maxLength": 150 })),
        ("description", json!({ "type": "string", "minLength": 5, "maxLength": 10_000 })),
        ("lien_source", maybe_link()),
        ("date_maj", date()),
        ("type", maybe_one_of(codes::<ResourceKind>())),
        ("thematiques", some_of(&codes::<Theme>())),
        ("frais", maybe_one_of(codes::<Cost>())),
        ("frais_precisions", maybe_text()),
        ("publics", some_of(&codes::<Public>())),
        ("publics_precisions", maybe_text()),
        ("conditions_acces", maybe_text()),
        ("telephone", maybe_text()),
        ("courriel", maybe_text()),
        ("modes_accueil", some_of(&codes::<WelcomeMode>())),
        ("zone_eligibilite", json!({ "type": ["array", "null"], "items": text(), "minItems": 1 })),
        ("contact_nom_prenom", json!({ "type": "null" })),
        ("lien_mobilisation", maybe_link()),
        ("modes_mobilisation", some_of(&codes::<WayIn>())),
        ("mobilisable_par", some_of(&codes::<Mobilizer>())),
        ("mobilisation_precisions", maybe_text()),
        ("volume_horaire_hebdomadaire", json!({ "type": ["number", "null"], "minimum": 0 })),
        ("nombre_semaines", json!({ "type": ["integer", "null"], "minimum": 1 })),
        ("horaires_accueil", maybe_text()),
    ];
    own.into_iter().chain(address()).collect()
}

fn address() -> Fields {
    vec![
        ("commune", maybe_text()),
        ("code_postal", json!({ "type": ["string", "null"], "pattern": "^\\d{5}$" })),
        ("code_insee", json!({ "type": ["string", "null"], "pattern": "^\\w{5}$" })),
        ("adresse", maybe_text()),
        ("complement_adresse", maybe_text()),
        ("longitude", json!({ "type": ["number", "null"], "minimum": -180, "maximum": 180 })),
        ("latitude", json!({ "type": ["number", "null"], "minimum": -90, "maximum": 90 })),
    ]
}

/// Its reasons come when they are asked for.
fn found() -> Value {
    let fields = vec![
        ("service", named("DetailedService")),
        ("distance", or_null(&whole())),
        ("distance_km", maybe_km()),
    ];
    let mut schema = object(fields);
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("explication".to_owned(), named("Reasons"));
    }
    schema
}

fn reasons() -> Value {
    let answer = object(vec![
        ("mot", text()),
        ("ou", json!({ "type": "string", "enum": ["nom", "structure", "sujets", "description"] })),
        ("comment", json!({ "type": "string", "enum": ["exact", "debut", "synonyme", "faute"] })),
    ]);
    let word = object(vec![("cherche", text()), ("reponses", array(&answer))]);
    object(vec![
        ("distance_km", maybe_km()),
        ("distance_du_centre", json!({ "type": "boolean" })),
        ("pertinence", whole()),
        ("mots", array(&word)),
    ])
}

fn page_of(item: &str) -> Value {
    object(vec![
        ("items", array(&named(item))),
        ("total", whole()),
        ("page", json!({ "type": "integer", "minimum": 1 })),
        ("size", whole()),
        ("pages", whole()),
    ])
}

/// RFC 9457, with FastAPI's list of what is wrong when it is parameters.
fn problem() -> Value {
    let wrong = object(vec![("type", text()), ("loc", array(&text())), ("msg", text()), ("input", text())]);
    json!({
        "type": "object",
        "properties": {
            "type": text(), "title": text(), "status": whole(), "detail": text(), "errors": array(&wrong)
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": false
    })
}

/// All its fields, always.
fn object(fields: Fields) -> Value {
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let required = json!(required);
    let properties: Map<String, Value> =
        fields.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false
    })
}

fn with(mut fields: Fields, name: &'static str, schema: Value) -> Fields {
    fields.push((name, schema));
    fields
}

pub(super) fn named(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn array(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn some_of(codes: &[&'static str]) -> Value {
    json!({
        "type": ["array", "null"],
        "items": { "type": "string", "enum": codes },
        "minItems": 1,
        "uniqueItems": true
    })
}

fn maybe_one_of(codes: Vec<&'static str>) -> Value {
    let values: Vec<Option<&str>> = codes.into_iter().map(Some).chain([None]).collect();
    json!({ "type": ["string", "null"], "enum": values })
}

fn codes<T: Coded>() -> Vec<&'static str> {
    T::all().map(Coded::code).collect()
}

fn score() -> Value {
    json!({ "type": "number", "minimum": 0, "maximum": 1 })
}

fn whole() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn maybe_km() -> Value {
    json!({ "type": ["number", "null"], "minimum": 0 })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn maybe_text() -> Value {
    json!({ "type": ["string", "null"] })
}

fn maybe_link() -> Value {
    json!({ "type": ["string", "null"], "format": "uri" })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}
