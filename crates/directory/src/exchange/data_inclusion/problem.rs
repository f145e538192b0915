use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// What is wrong with a request, as a problem document. Source: RFC 9457.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    pub(super) detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) errors: Vec<Wrong>,
}

/// One parameter, in FastAPI's words, which data·inclusion's callers already read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Wrong {
    pub(super) r#type: &'static str,
    pub(super) loc: (&'static str, &'static str),
    pub(super) msg: String,
    pub(super) input: String,
}

impl Problem {
    pub(super) fn new(detail: &str) -> Problem {
        Problem {
            r#type: "about:blank",
            title: "Unprocessable Content",
            status: StatusCode::UNPROCESSABLE_ENTITY.as_u16(),
            detail: detail.to_owned(),
            errors: Vec::new(),
        }
    }

    pub(super) fn of(errors: Vec<Wrong>) -> Problem {
        let told: Vec<String> =
            errors.iter().map(|wrong| format!("{}: {}", wrong.loc.1, wrong.msg)).collect();
        Problem { errors, ..Problem::new(&told.join("; ")) }
    }

    /// Nothing is known by that identifier, or no longer.
    pub(super) fn absent(detail: &str) -> Problem {
        Problem { title: "Not Found", status: StatusCode::NOT_FOUND.as_u16(), ..Problem::new(detail) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
