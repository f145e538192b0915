//! A browser on its way to a provider: begun with a cookie, taken up again once.

use axum::http::HeaderMap;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use sqlx::FromRow;

use super::sql;
use crate::app::App;
use crate::oidc::{Refusal, Secrets};
use crate::web::nope::Nope;
use crate::web::session;

/// How long signing in at a provider may take.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);
const COOKIE: &str = "maillage-identite";

/// Why somebody is sent there, and from which session or invitation, by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// To come in.
    Enter,
    /// To come in for the first time, by an invitation.
    Accept(String),
    /// To come in that way from now on.
    Link(String),
    /// To show that it is still them.
    Prove(String),
}

/// One on its way.
#[derive(Clone, Debug)]
pub(super) struct Attempt {
    /// The provider's key.
    pub(super) provider: String,
    pub(super) errand: Errand,
    pub(super) back_to: String,
    pub(super) started_at: Timestamp,
}

/// As the store keeps it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Row {
    pub(super) provider: String,
    pub(super) errand: String,
    pub(super) begun_from: Option<String>,
    pub(super) back_to: String,
    pub(super) started_at: i64,
}

impl Errand {
    fn written(&self) -> (&'static str, Option<String>) {
        match self {
            Errand::Enter => ("enter", None),
            Errand::Accept(invitation) => ("accept", Some(invitation.clone())),
            Errand::Link(session) => ("link", Some(session.clone())),
            Errand::Prove(session) => ("prove", Some(session.clone())),
        }
    }

    fn read(written: &str, begun_from: Option<String>) -> Option<Errand> {
        match (written, begun_from) {
            ("enter", None) => Some(Errand::Enter),
            ("accept", Some(invitation)) => Some(Errand::Accept(invitation)),
            ("link", Some(session)) => Some(Errand::Link(session)),
            ("prove", Some(session)) => Some(Errand::Prove(session)),
            _ => None,
        }
    }
}

impl Attempt {
    /// Keeps it; the browser is to have the cookie ([`hand_over`]).
    pub(super) async fn begin(&self, app: &App, secrets: &Secrets) -> Result<(), Nope> {
        let (errand, begun_from) = self.errand.written();
        let row = Row {
            provider: self.provider.clone(),
            errand: errand.to_owned(),
            begun_from,
            back_to: self.back_to.clone(),
            started_at: self.started_at.as_second(),
        };
        let mut tx = app.db().begin().await?;
        sql::keep(&mut tx, &secrets.hash(), &row, self.started_at - PATIENCE).await?;
        Ok(tx.commit().await?)
    }
}

/// The attempt this browser comes back from: once, of this provider, with the state it went with.
pub(super) async fn taken_up(
    app: &App,
    headers: &HeaderMap,
    (provider, state): (&str, &str),
) -> Result<Result<(Secrets, Attempt), Refusal>, Nope> {
    let cookie = session::cookie(headers, &session::named(COOKIE, app.settings()));
    // Another state is another's doing: ours may still come.
    let Some(secrets) = cookie.and_then(|cookie| Secrets::read(&cookie)).filter(|s| s.state() == state)
    else {
        return Ok(Err(Refusal::NotBegun));
    };
    let mut tx = app.db().begin().await?;
    let row = sql::take(&mut tx, (&secrets.hash(), provider), app.wall().now() - PATIENCE).await?;
    tx.commit().await?;
    let attempt = row.and_then(|row| {
        let errand = Errand::read(&row.errand, row.begun_from)?;
        let started_at = Timestamp::from_second(row.started_at).ok()?;
        Some(Attempt { provider: row.provider, errand, back_to: row.back_to, started_at })
    });
    Ok(attempt.map(|attempt| (secrets, attempt)).ok_or(Refusal::NotBegun))
}

/// Gives the browser what binds the attempt to it.
pub(super) fn hand_over(response: &mut Response, app: &App, secrets: &Secrets) {
    let settings = app.settings();
    let cookie = session::baked(session::named(COOKIE, settings), secrets.written(), settings);
    session::set_for(response, &cookie, PATIENCE);
}

/// Takes it back: it has served.
pub(super) fn take_back(response: &mut Response, app: &App) {
    let settings = app.settings();
    let mut gone = session::baked(session::named(COOKIE, settings), String::new(), settings);
    gone.make_removal();
    session::set(response, &gone);
}
