//! `/connexion/retour/{provider}`: a browser comes back. Whatever happened, it is led on, so that code
//! and state stand in no address that stays.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::attempt::{self, Attempt, Errand};
use super::trouble::Trouble;
use super::{acts, begin};
use crate::accounts::sign_ins::{self, Event, Outcome, What};
use crate::oidc::{Federation, Known, Refusal, Secrets, Vouched};
use crate::web::form::Query;
use crate::web::guard::Open;
use crate::web::nope::Nope;
use crate::web::page::Answer;
use crate::web::path::Path;
use crate::web::session;
use crate::web::ui::Ui;

/// What a provider sends back (RFC 6749, 4.1.2; RFC 9207, 2).
#[derive(Deserialize)]
pub(super) struct Brought {
    #[serde(default)]
    state: String,
    code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// Where somebody is led on to, signed in by this token or as they were.
pub(super) struct Onward {
    pub(super) to: String,
    pub(super) session: Option<String>,
}

pub(super) async fn arrive(
    _: Open,
    ui: Ui,
    headers: HeaderMap,
    Path(key): Path<String>,
    Query(brought): Query<Brought>,
) -> Answer {
    let Some(known) = Federation::of(&ui.app).find(&key) else { return Err(Nope::NotFound) };
    let (secrets, attempt) = match attempt::taken_up(&ui.app, &headers, (&key, &brought.state)).await? {
        Ok(taken_up) => taken_up,
        Err(refusal) => {
            sign_ins::keep(&ui, None, Event::with(What::SignIn, &key, Outcome::No)).await?;
            return Ok(refused(&key, refusal, "/connexion"));
        }
    };
    let mut response = match vouched(&ui, &known, (&secrets, &attempt), &brought).await {
        Ok(vouched) => match acts::carry_out(&ui, &headers, &known, &attempt, &vouched).await? {
            Ok(onward) => led_on(&ui, onward),
            Err(trouble) => {
                keep_refused(&ui, &key, &attempt).await?;
                Redirect::to(&trouble.at(&otherwise(&attempt), &key)).into_response()
            }
        },
        Err(refusal) => {
            keep_refused(&ui, &key, &attempt).await?;
            refused(&key, refusal, &otherwise(&attempt))
        }
    };
    attempt::take_back(&mut response, &ui.app);
    Ok(response)
}

async fn vouched(
    ui: &Ui,
    known: &Known,
    (secrets, attempt): (&Secrets, &Attempt),
    brought: &Brought,
) -> Result<Vouched, Refusal> {
    let code = match (brought.error.as_deref(), brought.code.as_deref()) {
        (Some("access_denied"), _) => return Err(Refusal::Declined),
        (Some(_), _) => return Err(Refusal::Refused),
        (None, None) => return Err(Refusal::Code),
        (None, Some(code)) => code,
    };
    let again_since = matches!(attempt.errand, Errand::Prove(_)).then_some(attempt.started_at);
    let redirect_uri = begin::redirect_uri(&ui.app, &attempt.provider);
    let came = (code, brought.iss.as_deref());
    known.who(came, (secrets, &redirect_uri), again_since, ui.app.wall().now()).await
}

/// Nobody came in, or nobody was shown to be still there; linking is neither.
async fn keep_refused(ui: &Ui, key: &str, attempt: &Attempt) -> Result<(), Nope> {
    let (what, whose) = match attempt.errand {
        Errand::Enter | Errand::Accept(_) => (What::SignIn, None),
        Errand::Prove(_) => (What::Proof, ui.account.as_ref().map(|account| account.id)),
        Errand::Link(_) => return Ok(()),
    };
    sign_ins::keep(ui, whose, Event::with(what, key, Outcome::No)).await
}

fn refused(key: &str, refusal: Refusal, otherwise: &str) -> Response {
    tracing::warn!(provider = key, %refusal, "nobody was let in");
    Redirect::to(&Trouble::from(refusal).at(otherwise, key)).into_response()
}

fn led_on(ui: &Ui, onward: Onward) -> Response {
    let mut response = Redirect::to(crate::web::inside(&onward.to)).into_response();
    if let Some(token) = onward.session {
        session::hand_over(&mut response, &ui.app, token);
    }
    response
}

/// Where whoever did not succeed is told so. An invitation's own address is kept nowhere.
fn otherwise(attempt: &Attempt) -> String {
    match attempt.errand {
        Errand::Enter => "/connexion".to_owned(),
        Errand::Accept(_) => "/connexion?invitation=reprendre".to_owned(),
        Errand::Link(_) => "/compte/identites".to_owned(),
        Errand::Prove(_) => begin::asked_again(&attempt.back_to),
    }
}
