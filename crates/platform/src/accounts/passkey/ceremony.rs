//! A question to one browser: begun with a cookie, taken up again once.

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;

use super::sql;
use crate::app::App;
use crate::web::nope::Nope;
use crate::web::session;
use crate::webauthn::{Ceremony, Refusal};

/// How long an answer may take.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);
const COOKIE: &str = "maillage-cle";

/// Why a browser is asked, and from which session, by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// To come in.
    Enter,
    /// To come in that way from now on.
    Add(String),
    /// To show that it is still them.
    Prove(String),
}

impl Errand {
    pub(super) fn written(&self) -> (&'static str, Option<&str>) {
        match self {
            Errand::Enter => ("enter", None),
            Errand::Add(session) => ("add", Some(session)),
            Errand::Prove(session) => ("prove", Some(session)),
        }
    }
}

/// Keeps what was asked; the question is for our script, the cookie for the browser.
pub(super) async fn begin(
    app: &App,
    ceremony: &Ceremony,
    errand: &Errand,
    question: &serde_json::Value,
) -> Result<Response, Nope> {
    let now = app.wall().now();
    let mut tx = app.db().begin().await?;
    sql::keep(&mut tx, &ceremony.hash(), errand, (now, now - PATIENCE)).await?;
    tx.commit().await?;
    let json = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    let mut response = (json, question.to_string()).into_response();
    let settings = app.settings();
    let cookie = session::baked(session::named(COOKIE, settings), ceremony.written(), settings);
    session::set_for(&mut response, &cookie, PATIENCE);
    Ok(response)
}

/// What this browser was asked on that errand: once, whatever becomes of the answer.
pub(super) async fn taken_up(
    app: &App,
    headers: &HeaderMap,
    errand: &Errand,
) -> Result<Result<Ceremony, Refusal>, Nope> {
    let cookie = session::cookie(headers, &session::named(COOKIE, app.settings()));
    let Some(ceremony) = cookie.and_then(|cookie| Ceremony::read(&cookie)) else {
        return Ok(Err(Refusal::NotBegun));
    };
    let mut tx = app.db().begin().await?;
    let asked = sql::take(&mut tx, &ceremony.hash(), app.wall().now() - PATIENCE).await?;
    tx.commit().await?;
    let is_it = asked.is_some_and(|(written, from)| (written.as_str(), from.as_deref()) == errand.written());
    Ok(if is_it { Ok(ceremony) } else { Err(Refusal::NotBegun) })
}

/// Takes the cookie back: it has served.
pub(super) fn take_back(response: &mut Response, app: &App) {
    let settings = app.settings();
    let mut gone = session::baked(session::named(COOKIE, settings), String::new(), settings);
    gone.make_removal();
    session::set(response, &gone);
}
