//! Signing in and out; a second step, for whoever wants one, is in [`second`](super::second).

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::federation::{self, Door, Trouble, doors};
use super::guesses;
use super::passkey;
use super::recognition::{Recognised, recognise};
use super::second;
use super::sign_ins::{self, Event, Outcome, Way, What};
use crate::web::form::{Form, Query};
use crate::web::guard::Open;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::session;
use crate::web::ui::Ui;

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage<'a> {
    ui: &'a Ui,
    email: String,
    back_to: String,
    /// They were invited once already, and may have forgotten it.
    is_open: bool,
    refusal: Option<String>,
    doors: Vec<Door>,
    has_passkeys: bool,
    /// They come back from an invitation, whose link still serves.
    is_invited: bool,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    #[serde(default)]
    suite: String,
    /// They come by an invitation that has served.
    compte: Option<String>,
    /// They did not get in by a provider, having come by an invitation.
    invitation: Option<String>,
    #[serde(default)]
    souci: String,
    #[serde(default)]
    fournisseur: String,
}

#[derive(Deserialize)]
pub(super) struct SignInForm {
    email: String,
    password: String,
    #[serde(default)]
    suite: String,
}

pub(super) async fn show(_: Open, ui: Ui, Query(arrival): Query<Arrival>) -> Answer {
    page::show(&SignInPage {
        ui: &ui,
        email: String::new(),
        back_to: arrival.suite,
        is_open: arrival.compte.is_some(),
        refusal: Trouble::told(&ui, &arrival.souci, &arrival.fournisseur),
        doors: doors(&ui),
        has_passkeys: passkey::are_possible(&ui.app),
        is_invited: arrival.invitation.is_some(),
    })
}

pub(super) async fn enter(_: Open, ui: Ui, headers: HeaderMap, Form(form): Form<SignInForm>) -> Answer {
    match recognise(&ui.app, &form.email, form.password.clone()).await? {
        Recognised::Yes { account, guess } => {
            let mut tx = ui.app.db().begin().await?;
            guesses::forget(&mut tx, guess).await?;
            let asks_a_code = second::is_on(&mut tx, account).await?;
            let outcome = if asks_a_code { Outcome::Half } else { Outcome::Yes };
            sign_ins::note(&mut tx, &ui, Some(account), by_phrase(outcome)).await?;
            if asks_a_code {
                tx.commit().await?;
                return second::ask(&ui, account, form.suite).await;
            }
            let token = session::start(&mut tx, &ui.app, account, &headers).await?;
            tx.commit().await?;
            let mut response = Redirect::to(crate::web::inside(&form.suite)).into_response();
            session::hand_over(&mut response, &ui.app, token);
            Ok(response)
        }
        Recognised::No(account) => {
            sign_ins::keep(&ui, account, by_phrase(Outcome::No)).await?;
            let told = (StatusCode::UNPROCESSABLE_ENTITY, ui.frame().sign_in_unknown());
            again(&ui, (form.email, form.suite), told)
        }
        Recognised::TooMany(account) => {
            sign_ins::keep(&ui, account, by_phrase(Outcome::TooMany)).await?;
            let told = (StatusCode::TOO_MANY_REQUESTS, ui.frame().sign_in_too_many());
            again(&ui, (form.email, form.suite), told)
        }
    }
}

pub(super) async fn leave(_: Open, ui: Ui, headers: HeaderMap) -> Result<Response, Nope> {
    let there = federation::way_out(&ui, &headers).await?;
    let mut response = there.unwrap_or_else(|| Redirect::to("/").into_response());
    session::end(&headers, &ui.app, &mut response).await?;
    if let Some(account) = ui.whoever() {
        let left = Event::new(What::SignOut, Way::Button, Outcome::Yes);
        sign_ins::keep(&ui, Some(account.id), left).await?;
    }
    Ok(response)
}

fn by_phrase(outcome: Outcome) -> Event<'static> {
    Event::new(What::SignIn, Way::Phrase, outcome)
}

/// The page again, for whoever came by another way than a phrase.
pub(super) fn refused(ui: &Ui, back_to: String, refusal: String) -> Answer {
    again(ui, (String::new(), back_to), (StatusCode::UNPROCESSABLE_ENTITY, refusal))
}

/// The page again, with the address kept and the pass phrase not.
fn again(ui: &Ui, (email, back_to): (String, String), (status, refusal): (StatusCode, String)) -> Answer {
    let page = SignInPage {
        ui,
        email,
        back_to,
        is_open: false,
        refusal: Some(refusal),
        doors: doors(ui),
        has_passkeys: passkey::are_possible(&ui.app),
        is_invited: false,
    };
    page::with_status(status, &page)
}
