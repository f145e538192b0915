//! Answers for programs.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use platform::web::Nope;
use serde::Serialize;

pub(crate) const JSON: &str = "application/json";
pub(crate) const GEOJSON: &str = "application/geo+json";

pub(crate) fn answer(content_type: &'static str, body: &impl Serialize) -> Result<Response, Nope> {
    let body = serde_json::to_vec(body).map_err(|error| Nope::Broken(error.to_string()))?;
    Ok(([(CONTENT_TYPE, content_type)], body).into_response())
}
