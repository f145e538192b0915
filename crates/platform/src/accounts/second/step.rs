//! `/connexion/code`: the second step of signing in.

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect};
use jiff::SignedDuration;
use kernel::id::AccountId;
use serde::Deserialize;

use super::{Checked, ceiling, check, sql};
use crate::accounts::sign_ins::{self, Event, Outcome, Way, What};
use crate::accounts::{self, lifting};
use crate::web::form::Form;
use crate::web::guard::Open;
use crate::web::link::Purpose;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::session;
use crate::web::ui::Ui;
use crate::words::words;

/// How long after the phrase the code may come.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// That the phrase was right: kept in the form, never in an address.
#[derive(Clone, Copy, Debug)]
struct PhraseGiven;

impl Purpose for PhraseGiven {
    const NAME: &'static str = "accounts.phrase_given";
    type Subject = AccountId;
}

#[derive(Template)]
#[template(path = "accounts/second/step.html")]
struct StepPage<'a> {
    ui: &'a Ui,
    proof: String,
    back_to: String,
    /// Only a recovery code will do.
    is_stopped: bool,
    refusal: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::accounts) struct Typed {
    #[serde(default)]
    proof: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    suite: String,
}

/// Asks for the code of somebody whose phrase was right; says at once where only a recovery code will do.
pub(in crate::accounts) async fn ask(ui: &Ui, account: AccountId, back_to: String) -> Answer {
    let mut tx = ui.app.db().read().await?;
    let kept = sql::find(&mut tx, account).await?;
    tx.commit().await?;
    let is_stopped = kept.is_some_and(|kept| ceiling::is_stopped(&kept, ui.app.wall().now()));
    let refusal = is_stopped.then(|| ui.frame().second_stopped());
    let proof = ui.app.key().sign::<PhraseGiven>(account, ui.app.wall().now() + PATIENCE);
    page::show(&StepPage { ui, proof, back_to, is_stopped, refusal })
}

/// Reloaded, or come back to: the phrase first.
pub(in crate::accounts) async fn again(_: Open) -> Answer {
    page::see("/connexion")
}

pub(in crate::accounts) async fn enter(
    _: Open,
    ui: Ui,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = ui.frame();
    let Ok(account) = ui.app.key().verify::<PhraseGiven>(&typed.proof, ui.app.wall().now()) else {
        return page::see("/connexion");
    };
    let mut tx = ui.app.db().read().await?;
    let Some(owner) = accounts::find(&mut tx, account).await? else { return Err(Nope::NotFound) };
    tx.commit().await?;
    // What is written is for the owner, who may not be the one who types.
    let theirs = words(owner.lang.unwrap_or(ui.lang));
    let checked = check(&ui.app, (account, &owner.email), &typed.code, theirs).await?;
    let (status, outcome, refusal) = match checked {
        Checked::Yes(way) => return let_in(&ui, (account, way), &headers, &typed.suite).await,
        Checked::No => (StatusCode::UNPROCESSABLE_ENTITY, Outcome::No, w.second_code_wrong()),
        Checked::TooMany => (StatusCode::TOO_MANY_REQUESTS, Outcome::TooMany, w.sign_in_too_many()),
        Checked::Stopped => (StatusCode::TOO_MANY_REQUESTS, Outcome::TooMany, w.second_stopped()),
    };
    sign_ins::keep(&ui, Some(account), Event::new(What::SignIn, Way::Code, outcome)).await?;
    let is_stopped = matches!(checked, Checked::Stopped);
    let (proof, back_to, refusal) = (typed.proof, typed.suite, Some(refusal));
    page::with_status(status, &StepPage { ui: &ui, proof, back_to, is_stopped, refusal })
}

async fn let_in(ui: &Ui, (account, way): (AccountId, Way), headers: &HeaderMap, back_to: &str) -> Answer {
    let mut tx = ui.app.db().begin().await?;
    sign_ins::note(&mut tx, ui, Some(account), Event::new(What::SignIn, way, Outcome::Yes)).await?;
    lifting::call_off(&mut tx, account).await?;
    let token = session::start(&mut tx, &ui.app, account, headers).await?;
    tx.commit().await?;
    let mut response = Redirect::to(crate::web::inside(back_to)).into_response();
    session::hand_over(&mut response, &ui.app, token);
    Ok(response)
}
