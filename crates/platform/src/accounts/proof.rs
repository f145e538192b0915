//! « Confirmez que c’est vous »: before somebody's data leave or go for good, the phrase again, as a
//! screen may have been left open; and a code, of whoever has chosen a second step. Or a
//! passkey, or their provider, asked again.

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::header::REFERER;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use jiff::SignedDuration;
use serde::Deserialize;

use super::federation::{Door, Trouble, has_phrase, own_doors};
use super::own::{proof_by_phrase, proven, this};
use super::passkey;
use super::second::{self, Checked};
use super::sign_ins::{self, Event, Outcome, Way, What};
use super::{guesses, sessions};
use crate::app::App;
use crate::web::form::{Form, Problems, Query};
use crate::web::may::{Enrolling, SignedIn};
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::session;
use crate::web::ui::Ui;

/// For how long a proof opens pages.
const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// For how long it serves what such a page sends: as long as a session may be idle, so that nothing
/// typed there is lost.
const SERVES: SignedDuration = SignedDuration::from_mins(30);

/// Somebody who proved who they are a moment ago, when signing in or since. Comes after the guard.
#[derive(Clone, Copy, Debug)]
pub struct Reauthenticated;

impl FromRequestParts<App> for Reauthenticated {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Reauthenticated, Nope> {
        let back_to = page_of(parts);
        let lasts = if parts.method == Method::GET { FRESH } else { SERVES };
        let Some(session) = session::hash_of(&parts.headers, app) else {
            return Err(Nope::SignIn { back_to });
        };
        let since = app.wall().now() - lasts;
        let mut tx = app.db().read().await?;
        if sessions::is_proven(&mut tx, &session, since).await? {
            Ok(Reauthenticated)
        } else {
            Err(Nope::Prove { back_to })
        }
    }
}

/// The page asked for, or the one a form stood on: some forms are sent to addresses that have no page.
fn page_of(parts: &Parts) -> String {
    let asked = parts.uri.path();
    if parts.method == Method::GET {
        return asked.to_owned();
    }
    let from = parts.headers.get(REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path =
        from.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| format!("/{path}"));
    path.unwrap_or_else(|| asked.to_owned())
}

#[derive(Template)]
#[template(path = "accounts/proof.html")]
struct ProofPage<'a> {
    ui: &'a Ui,
    back_to: String,
    ways: Ways,
    refusal: Option<String>,
    problems: Problems,
}

/// By what they may show that it is still them.
struct Ways {
    phrase: bool,
    code: bool,
    passkey: bool,
    doors: Vec<Door>,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    #[serde(default)]
    suite: String,
    #[serde(default)]
    souci: String,
    #[serde(default)]
    fournisseur: String,
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    current: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    suite: String,
}

pub(super) async fn show(Enrolling(me): Enrolling, Query(arrival): Query<Arrival>) -> Answer {
    let ways = ways(&me).await?;
    let refusal = Trouble::told(&me.ui, &arrival.souci, &arrival.fournisseur);
    let problems = Problems::default();
    page::show(&ProofPage { ui: &me.ui, back_to: arrival.suite, ways, refusal, problems })
}

pub(super) async fn confirm(
    Enrolling(me): Enrolling,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut problems = Problems::default();
    let ways = ways(&me).await?;
    let proven = proven(&me, typed.current, &mut problems).await?;
    let mut shown = proof_by_phrase(Outcome::Yes);
    if proven.is_some() && ways.code {
        match check_code(&me, &typed.code, &mut problems).await? {
            Some(way) => shown = Event::new(What::Proof, way, Outcome::Yes),
            None => sign_ins::keep(&me.ui, Some(me.account.id), wrong_code()).await?,
        }
    }
    let Some(guess) = proven.filter(|_| problems.is_empty()) else {
        let page = ProofPage { ui: &me.ui, back_to: typed.suite, ways, refusal: None, problems };
        return page::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let mut tx = me.ui.app.db().begin().await?;
    guesses::forget(&mut tx, guess).await?;
    sign_ins::note(&mut tx, &me.ui, Some(me.account.id), shown).await?;
    sessions::prove(&mut tx, &this(&me, &headers)?, me.ui.app.wall().now()).await?;
    tx.commit().await?;
    page::see(crate::web::inside(&typed.suite))
}

/// The page again, for whoever tried another way than the phrase.
pub(super) async fn refused(me: &SignedIn, back_to: String, refusal: String) -> Answer {
    let (ways, problems) = (ways(me).await?, Problems::default());
    let page = ProofPage { ui: &me.ui, back_to, ways, refusal: Some(refusal), problems };
    page::with_problems(&page)
}

async fn ways(me: &SignedIn) -> Result<Ways, Nope> {
    let mut tx = me.ui.app.db().read().await?;
    Ok(Ways {
        phrase: has_phrase(&mut tx, me.account.id).await?,
        code: second::is_on(&mut tx, me.account.id).await?,
        passkey: passkey::are_possible(&me.ui.app) && passkey::any(&mut tx, me.account.id).await?,
        doors: own_doors(&mut tx, &me.ui, me.account.id).await?,
    })
}

fn wrong_code() -> Event<'static> {
    Event::new(What::Proof, Way::Code, Outcome::No)
}

/// What kind of code it was, or what to tell.
async fn check_code(me: &SignedIn, typed: &str, problems: &mut Problems) -> Result<Option<Way>, Nope> {
    let w = me.ui.frame();
    match second::check(&me.ui.app, (me.account.id, &me.account.email), typed, w).await? {
        Checked::Yes(way) => return Ok(Some(way)),
        Checked::No => problems.add("code", w.second_code_wrong()),
        Checked::TooMany => problems.add("code", w.sign_in_too_many()),
        Checked::Stopped => problems.add("code", w.second_stopped()),
    }
    Ok(None)
}
