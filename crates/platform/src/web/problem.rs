//! A refusal said to a program: a problem document (RFC 9457), as the interface's own refusals are.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Below it programs are answered, never people.
const INTERFACE: &str = "/api/";

#[derive(Serialize)]
struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'static str,
}

/// Whether whoever asks for this path is a program.
pub(super) fn is_for_programs(path: &str) -> bool {
    path.starts_with(INTERFACE)
}

pub(super) fn answer(status: StatusCode) -> Response {
    let problem = Problem {
        r#type: "about:blank",
        title: status.canonical_reason().unwrap_or_default(),
        status: status.as_u16(),
        detail: detail(status),
    };
    let body = serde_json::to_string(&problem).unwrap_or_default();
    (status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
}

fn detail(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "Nothing is served at this address.",
        StatusCode::METHOD_NOT_ALLOWED => "This address does not answer this method.",
        StatusCode::SERVICE_UNAVAILABLE => "This cannot be answered just now. Ask again in a moment.",
        _ if status.is_server_error() => "Something went wrong on our side. Ask again in a moment.",
        _ => "This request could not be read.",
    }
}
