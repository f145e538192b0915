//! Why an answer is not the one hoped for, said in the visitor's language with a way out.

use std::time::Duration;

use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::Lang;
use kernel::rng::SecretError;

use super::problem;
use super::ui::Ui;
use crate::app::App;
use crate::db::DbError;
use crate::words::{Words, words};

/// How long the store may take to say who is signed in, before a refusal is told without a frame.
const FRAME_PATIENCE: Duration = Duration::from_secs(2);

/// Every way a request can end other than well.
#[derive(Debug, thiserror::Error)]
pub enum Nope {
    #[error("sign in first")]
    SignIn { back_to: String },
    /// Signed in, and to prove it again before this.
    #[error("prove it again first")]
    Prove { back_to: String },
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
            Nope::SignIn { .. } | Nope::Prove { .. } => StatusCode::SEE_OTHER,
            Nope::NotFound | Nope::AlteredLink => StatusCode::NOT_FOUND,
            Nope::ExpiredLink => StatusCode::GONE,
            Nope::Unreadable => StatusCode::BAD_REQUEST,
            Nope::WrongDay => StatusCode::UNPROCESSABLE_ENTITY,
            Nope::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Nope::TooFast => StatusCode::TOO_MANY_REQUESTS,
            Nope::CrossSite => StatusCode::FORBIDDEN,
            Nope::Changed => StatusCode::CONFLICT,
            Nope::Store(_) | Nope::Chance(_) | Nope::Template(_) | Nope::Broken(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}

/// What the answer is about, kept beside it until the frame can be drawn around it.
#[derive(Clone, Copy, Debug)]
enum Told {
    NotFound,
    AlteredLink,
    ExpiredLink,
    Unreadable,
    WrongDay,
    TooLarge,
    TooFast,
    CrossSite,
    Changed,
    Slow,
    Broken,
}

impl Told {
    fn of_status(status: StatusCode) -> Option<Told> {
        Some(match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Told::NotFound,
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Told::Unreadable,
            StatusCode::PAYLOAD_TOO_LARGE => Told::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Told::TooFast,
            StatusCode::FORBIDDEN => Told::CrossSite,
            StatusCode::INTERNAL_SERVER_ERROR => Told::Broken,
            StatusCode::SERVICE_UNAVAILABLE => Told::Slow,
            _ => return None,
        })
    }

    fn title(self, w: &Words) -> String {
        match self {
            Told::NotFound => w.nope_not_found_title(),
            Told::AlteredLink => w.nope_altered_link_title(),
            Told::ExpiredLink => w.nope_expired_link_title(),
            Told::Unreadable => w.nope_unreadable_title(),
            Told::WrongDay => w.nope_wrong_day_title(),
            Told::TooLarge => w.nope_too_large_title(),
            Told::TooFast => w.nope_too_fast_title(),
            Told::CrossSite => w.nope_cross_site_title(),
            Told::Changed => w.nope_changed_title(),
            Told::Slow => w.nope_slow_title(),
            Told::Broken => w.nope_broken_title(),
        }
    }

    fn text(self, w: &Words) -> String {
        match self {
            Told::NotFound => w.nope_not_found_text(),
            Told::AlteredLink => w.nope_altered_link_text(),
            Told::ExpiredLink => w.nope_expired_link_text(),
            Told::Unreadable => w.nope_unreadable_text(),
            Told::WrongDay => w.nope_wrong_day_text(),
            Told::TooLarge => w.nope_too_large_text(),
            Told::TooFast => w.nope_too_fast_text(),
            Told::CrossSite => w.nope_cross_site_text(),
            Told::Changed => w.nope_changed_text(),
            Told::Slow => w.nope_slow_text(),
            Told::Broken => w.nope_broken_text(),
        }
    }
}

impl IntoResponse for Nope {
    fn into_response(self) -> Response {
        let status = self.status();
        let told = match self {
            Nope::SignIn { back_to } => return and_back("/connexion", &back_to),
            Nope::Prove { back_to } => return and_back("/compte/confirmer", &back_to),
            Nope::NotFound => Told::NotFound,
            Nope::AlteredLink => Told::AlteredLink,
            Nope::ExpiredLink => Told::ExpiredLink,
            Nope::Unreadable => Told::Unreadable,
            Nope::WrongDay => Told::WrongDay,
            Nope::TooLarge => Told::TooLarge,
            Nope::TooFast => Told::TooFast,
            Nope::CrossSite => Told::CrossSite,
            Nope::Changed => Told::Changed,
            Nope::Store(_) | Nope::Chance(_) | Nope::Template(_) | Nope::Broken(_) => {
                tracing::error!(error = %self, "a request failed");
                Told::Broken
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

#[derive(Template)]
#[template(path = "nope.html")]
struct NopePage<'a> {
    ui: &'a Ui,
    title: String,
    text: String,
}

/// Draws the page around a bare refusal, or writes it down for a program; also around those of the router and its layers.
pub(super) async fn draw(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let response = next.run(request).await;
    let Some(told) = told(&response) else {
        return response;
    };
    if problem::is_for_programs(parts.uri.path()) {
        return problem::answer(response.status());
    }
    let ui = <Ui as FromRequestParts<App>>::from_request_parts(&mut parts, &app);
    let html = match tokio::time::timeout(FRAME_PATIENCE, ui).await {
        Ok(Ok(ui)) => framed(&ui, told),
        Ok(Err(_)) | Err(_) => unframed(told),
    };
    let mut page = (response.status(), Html(html)).into_response();
    if matches!(told, Told::TooFast) {
        page.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
    }
    page
}

/// A refusal of ours, or an answer of the router or a layer that has no page of its own.
fn told(response: &Response) -> Option<Told> {
    let has_body = response.headers().contains_key(CONTENT_TYPE);
    let ours = response.extensions().get::<Told>().copied();
    ours.or_else(|| if has_body { None } else { Told::of_status(response.status()) })
}

fn framed(ui: &Ui, told: Told) -> String {
    let w = ui.frame();
    NopePage { ui, title: told.title(w), text: told.text(w) }.render().unwrap_or_else(|_| told.text(w))
}

/// Without a store there is no frame: the words alone, in both languages.
fn unframed(told: Told) -> String {
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| told.text(words(lang)));
    format!(
        "<!doctype html><html lang=\"fr\"><title>Maillage</title><p>{fr}</p><p lang=\"en\">{en}</p></html>"
    )
}
