//! Reading what people typed, and saying kindly what cannot be kept.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use serde::de::DeserializeOwned;

use super::nope::Nope;
use crate::app::App;

/// A posted form; repeated fields become a `Vec`.
#[derive(Clone, Copy, Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Nope;

    async fn from_request(request: Request, app: &App) -> Result<Form<T>, Nope> {
        match axum_extra::extract::Form::<T>::from_request(request, app).await {
            Ok(axum_extra::extract::Form(form)) => Ok(Form(form)),
            Err(rejection) => Err(match rejection.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Nope::TooLarge,
                _ => Nope::Unreadable,
            }),
        }
    }
}

/// The query of an address; repeated fields become a `Vec`.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Query<T>, Nope> {
        match axum_extra::extract::Query::<T>::from_request_parts(parts, app).await {
            Ok(axum_extra::extract::Query(query)) => Ok(Query(query)),
            Err(_) => Err(Nope::Unreadable),
        }
    }
}

/// What is wrong with a form, field by field, already in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<Problem>);

/// One field and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's `name`, also the `id` its error links to.
    pub field: &'static str,
    pub text: String,
}

impl Problems {
    pub fn add(&mut self, field: &'static str, text: String) {
        self.0.push(Problem { field, text });
    }

    /// Keeps a parsed value, or notes why there is none.
    pub fn keep<T, E>(
        &mut self,
        field: &'static str,
        parsed: Result<T, E>,
        tell: impl FnOnce(E) -> String,
    ) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.add(field, tell(error));
                None
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problem of a field, if it has one.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| problem.text.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}
