//! A rendered page as an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::nope::Nope;

/// What a handler returns.
pub type Answer = Result<Response, Nope>;

/// The page, with status 200.
///
/// # Errors
/// When the template fails to render.
pub fn show(page: &impl Template) -> Answer {
    with_status(StatusCode::OK, page)
}

/// The page again with what was typed and what is wrong with it: status 422.
///
/// # Errors
/// When the template fails to render.
pub fn with_problems(page: &impl Template) -> Answer {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// # Errors
/// When the template fails to render.
pub fn with_status(status: StatusCode, page: &impl Template) -> Answer {
    Ok((status, Html(page.render()?)).into_response())
}

/// After a successful POST: elsewhere, with a GET.
pub fn see(location: &str) -> Answer {
    Ok(Redirect::to(location).into_response())
}
