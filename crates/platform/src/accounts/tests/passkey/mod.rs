//! Passkeys, on both engines, with an authenticator in software.

mod authenticator;
mod hostile_entries;
mod hostile_keys;
mod ways;

use axum::http::StatusCode;
use kernel::contact::Email;
use serde_json::Value;

use super::{journal, story};
use crate::outbox;
use crate::testing::{Browser, Page, Team, TestApp};
use crate::webauthn::{self, Ceremony, Refusal, RelyingParty};

use authenticator::{Authenticator, Mischief};

const NADIA: &str = "link_worker@essarts.test";
const HERE: &str = "/compte/cles";
const ENTER: &str = "/connexion/cle";
const REMOVE: &str = "/compte/cles/retirer";
const CONFIRM: &str = "/compte/cles/confirmer";

fn us() -> RelyingParty {
    RelyingParty::at("http://maillage.test").unwrap()
}

/// What our script is told to ask the authenticator.
async fn asked(browser: &mut Browser, at: &str) -> Value {
    let answer = browser.hand_in(&format!("{at}/debut"), &[], &[]).await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.headers["cache-control"], "no-store");
    serde_json::from_str(&answer.body).unwrap()
}

/// Somebody signed in adds this authenticator.
async fn added(browser: &mut Browser, key: &mut Authenticator, mischief: Mischief) -> Page {
    let page = browser.get(HERE).await;
    let question = asked(browser, HERE).await;
    let answer = key.create(&question, mischief);
    browser.send(&page, HERE, &[("name", "Mon téléphone"), ("answer", &answer)]).await
}

/// Somebody comes in by this authenticator.
async fn entered(browser: &mut Browser, key: &mut Authenticator, mischief: Mischief) -> Page {
    let page = browser.get("/connexion?suite=/compte").await;
    let question = asked(browser, ENTER).await;
    let answer = key.get(&question, mischief);
    browser.send(&page, ENTER, &[("answer", &answer)]).await
}

/// Nadia has added one: her browser, and it.
async fn with_a_passkey(test: &TestApp) -> (Team, Browser, Authenticator) {
    let team = Team::at_bron(test).await;
    let mut nadia = test.signed_in(NADIA).await;
    let mut key = Authenticator::new();
    added(&mut nadia, &mut key, Mischief::NONE).await.says("cette clé d’accès ouvre désormais votre compte");
    (team, nadia, key)
}

async fn letters(test: &TestApp, to: &str) -> Vec<String> {
    let to = Email::parse(to).unwrap();
    let letters = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
    letters.into_iter().map(|letter| letter.subject).collect()
}
