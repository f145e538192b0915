//! Why an answer is not the one hoped for, said in the visitor's language with a way out.

mod drawn;
mod told;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::rng::SecretError;

use self::told::Told;
use crate::db::{DbError, Hindrance};

pub(super) use drawn::{crowded, draw};

/// Every way a request can end other than well.
#[derive(Debug, thiserror::Error)]
pub enum Nope {
    #[error("sign in first")]
    SignIn { back_to: String },
    /// Signed in, and to prove it again before this.
    #[error("prove it again first")]
    Prove { back_to: String },
    /// Signed in by less than their role asks for.
    #[error("one more step first")]
    OneMoreStep,
    /// Absent and forbidden are answered alike.
    #[error("no such page for this visitor")]
    NotFound,
    /// A signed link that was cut or altered on its way.
    #[error("altered link")]
    AlteredLink,
    #[error("expired link")]
    ExpiredLink,
    #[error("a form or address that cannot be read")]
    Unreadable,
    /// A day that does not exist, or one that has passed where it may not.
    #[error("a wrong day")]
    WrongDay,
    #[error("too large")]
    TooLarge,
    /// To be set in pages.
    #[error("too long for paper")]
    TooLong,
    /// More requests than everybody’s share.
    #[error("too fast")]
    TooFast,
    #[error("from another site")]
    CrossSite,
    /// Somebody else changed it meanwhile, and what was typed cannot be laid beside it.
    #[error("changed meanwhile")]
    Changed,
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Chance(#[from] SecretError),
    #[error(transparent)]
    Template(#[from] askama::Error),
    #[error("{0}")]
    Broken(String),
}

impl Nope {
    fn status(&self) -> StatusCode {
        match self {
            Nope::SignIn { .. } | Nope::Prove { .. } | Nope::OneMoreStep => StatusCode::SEE_OTHER,
            Nope::NotFound | Nope::AlteredLink => StatusCode::NOT_FOUND,
            Nope::ExpiredLink => StatusCode::GONE,
            Nope::Unreadable => StatusCode::BAD_REQUEST,
            Nope::WrongDay => StatusCode::UNPROCESSABLE_ENTITY,
            Nope::TooLong => StatusCode::UNPROCESSABLE_ENTITY,
            Nope::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Nope::TooFast => StatusCode::TOO_MANY_REQUESTS,
            Nope::CrossSite => StatusCode::FORBIDDEN,
            Nope::Changed => StatusCode::CONFLICT,
            Nope::Store(error) => match error.hindrance() {
                Some(Hindrance::Away) => StatusCode::SERVICE_UNAVAILABLE,
                Some(Hindrance::Full) => StatusCode::INSUFFICIENT_STORAGE,
                None => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Nope::Chance(_) | Nope::Template(_) | Nope::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Nope {
    fn into_response(self) -> Response {
        let status = self.status();
        let told = match self {
            Nope::SignIn { back_to } => return and_back("/connexion", &back_to),
            Nope::Prove { back_to } => return and_back("/compte/confirmer", &back_to),
            Nope::OneMoreStep => return Redirect::to("/compte/obligation").into_response(),
            Nope::NotFound => Told::NotFound,
            Nope::AlteredLink => Told::AlteredLink,
            Nope::ExpiredLink => Told::ExpiredLink,
            Nope::Unreadable => Told::Unreadable,
            Nope::WrongDay => Told::WrongDay,
            Nope::TooLarge => Told::TooLarge,
            Nope::TooLong => Told::TooLong,
            Nope::TooFast => Told::TooFast,
            Nope::CrossSite => Told::CrossSite,
            Nope::Changed => Told::Changed,
            Nope::Store(_) | Nope::Chance(_) | Nope::Template(_) | Nope::Broken(_) => {
                tracing::error!(error = %self, "a request failed");
                Told::of_failure(status)
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(told);
        response
    }
}

/// To a page that leads back once it is done.
fn and_back(page: &str, back_to: &str) -> Response {
    let query = serde_urlencoded::to_string([("suite", back_to)]).unwrap_or_default();
    Redirect::to(&format!("{page}?{query}")).into_response()
}
