//! Stories of a request, from the prescriber's minute to the link worker's answer.

mod asking;
mod deciding;
mod guarding;
mod prescribing;
mod recognising;

use kernel::contact::Email;
use kernel::id::ReferralId;
use platform::outbox;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::testing::{a_request, link_worker};

const ALINE: [(&str, &str); 8] = [
    ("civility", "mme"),
    ("name", "Aline Dumont"),
    ("birth_year", "1948"),
    ("commune", "bron"),
    ("phone", "04 65 71 00 12"),
    ("reasons", "feels_alone"),
    ("note", "Aimait chanter en chorale."),
    ("consent", "yes"),
];

/// Aline's request with one field typed otherwise.
fn aline_but<'a>(field: &'a str, typed: &'a str) -> Vec<(&'a str, &'a str)> {
    ALINE.into_iter().map(|(name, value)| (name, if name == field { typed } else { value })).collect()
}

fn aline_without(field: &str) -> Vec<(&'static str, &'static str)> {
    ALINE.into_iter().filter(|(name, _)| *name != field).collect()
}

/// A public page, as somebody without an account opens it where there is a team.
async fn visitor(test: &TestApp, path: &str) -> (Browser, Page) {
    Team::at_bron(test).await;
    let mut browser = test.browser();
    let page = browser.get(path).await;
    (browser, page)
}

/// The request about Aline, as the team's link worker opens it.
async fn received(test: &TestApp) -> (ReferralId, Browser, Page) {
    let team = Team::at_bron(test).await;
    let id = a_request(test, &team).await;
    let mut nadia = link_worker(test).await;
    let page = nadia.get(&format!("/demandes/{id}")).await;
    (id, nadia, page)
}

async fn prescriber(test: &TestApp) -> (Browser, Page) {
    let mut browser = test.signed_in("prescriber@essarts.test").await;
    let page = browser.get("/prescrire").await;
    (browser, page)
}

async fn persons(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM person").await
}

async fn letters(test: &TestApp, to: &str) -> Vec<outbox::Letter> {
    outbox::written_to(&mut test.tx().await, &Email::parse(to).unwrap()).await.unwrap()
}
