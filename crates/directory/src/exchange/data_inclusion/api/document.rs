use axum::http::HeaderMap;
use kernel::Lang;
use platform::web::guard::Open;
use serde_json::{Map, Value, json};

use super::super::given::Parameter;
use super::answer::{self, Answer};
use super::endpoints::{BASE, ENDPOINTS, Endpoint};
use super::schema::{self, named};
use crate::words::{Words, words};

pub(super) const PATH: &str = "/api/v1/openapi.json";

pub(super) async fn show(_: Open, headers: HeaderMap) -> Answer {
    answer::json(&headers, &openapi())
}

/// The interface as an OpenAPI 3.1 document, in French as what it exchanges.
///
/// Source: <https://spec.openapis.org/oas/v3.1.1>.
pub(super) fn openapi() -> Value {
    let w = words(Lang::Fr);
    let paths: Map<String, Value> = ENDPOINTS
        .iter()
        .map(|endpoint| (format!("{BASE}{}", endpoint.path), json!({ "get": operation(endpoint, w) })))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Maillage",
            "version": "1",
            "description": w.api_about(),
            "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" }
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": schema::all() }
    })
}

fn operation(endpoint: &Endpoint, w: &Words) -> Value {
    let mut parameters: Vec<Value> =
        endpoint.parameters().iter().map(|parameter| described(parameter, w)).collect();
    let may_be_wrong = !parameters.is_empty();
    if endpoint.is_of_one() {
        parameters.push(json!({
            "name": "id", "in": "path", "required": true, "description": w.api_param_id(),
            "schema": { "type": "string" }
        }));
    }
    json!({
        "operationId": endpoint.path.trim_start_matches('/').replace(['/', '-'], "_").replace(['{', '}'], ""),
        "summary": (endpoint.summary)(w),
        "parameters": parameters,
        "responses": responses(endpoint, may_be_wrong, w)
    })
}

fn responses(endpoint: &Endpoint, may_be_wrong: bool, w: &Words) -> Map<String, Value> {
    let problem = |description: &str| answered("application/problem+json", "Problem", description);
    let always = [
        ("200", answered("application/json", endpoint.answer, &w.api_answered())),
        ("304", json!({ "description": w.api_not_modified() })),
        ("429", answered("application/json", "Hurry", &w.api_too_fast())),
        ("503", problem(&w.api_slow())),
    ];
    let wrong = may_be_wrong.then(|| ("422", problem(&w.api_wrong())));
    let absent = endpoint
        .is_of_one()
        .then(|| [("404", problem(&w.api_absent())), ("400", problem(&w.api_wrong()))])
        .into_iter()
        .flatten();
    let all = always.into_iter().chain(wrong).chain(absent);
    all.map(|(status, response)| (status.to_owned(), response)).collect()
}

fn described(parameter: &Parameter, w: &Words) -> Value {
    json!({
        "name": parameter.name,
        "in": "query",
        "required": false,
        "description": meaning(parameter.name, w),
        "schema": parameter.schema
    })
}

fn answered(content_type: &str, schema: &str, description: &str) -> Value {
    json!({ "description": description, "content": { content_type: { "schema": named(schema) } } })
}

/// What a parameter is for; a test holds that none is without.
pub(super) fn meaning(name: &str, w: &Words) -> Option<String> {
    Some(match name {
        "sources" => w.api_param_sources(),
        "thematiques" => w.api_param_thematiques(),
        "frais" => w.api_param_frais(),
        "modes_accueil" => w.api_param_modes_accueil(),
        "publics" => w.api_param_publics(),
        "recherche_public" => w.api_param_public_text(),
        "types" => w.api_param_types(),
        "score_qualite_minimum" => w.api_param_score(),
        "reseaux_porteurs" => w.api_param_networks(),
        "exclure_doublons" => w.api_param_once(),
        "code_region" | "slug_region" => w.api_param_region(),
        "code_departement" | "slug_departement" => w.api_param_departement(),
        "code_commune" => w.api_param_commune(),
        "lat" => w.api_param_lat(),
        "lon" => w.api_param_lon(),
        "q" => w.api_param_q(),
        "rayon" => w.api_param_radius(),
        "explain" => w.api_param_explain(),
        "leviers" => w.api_param_levers(),
        "activites" => w.api_param_topics(),
        "formats" => w.api_param_formats(),
        "langues" => w.api_param_languages(),
        "acces" => w.api_param_access(),
        "demi_journees" => w.api_param_half_days(),
        "age" => w.api_param_age(),
        "places_le" => w.api_param_room(),
        "ouvert_a" => w.api_param_open(),
        "page" => w.api_param_page(),
        "size" => w.api_param_size(),
        _ => return None,
    })
}
