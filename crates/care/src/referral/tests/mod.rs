//! Stories of a request, from the prescriber's minute to the link worker's answer.

mod asking;
mod deciding;
mod guarding;
mod prescribing;
mod recognising;

use kernel::contact::Email;
use platform::outbox;
use platform::testing::{Browser, Page, TestApp};

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

async fn prescriber(test: &TestApp) -> (Browser, Page) {
    let mut browser = test.signed_in("prescriber@essarts.test").await;
    let page = browser.get("/prescrire").await;
    (browser, page)
}

async fn persons(test: &TestApp) -> i64 {
    let (count,): (i64,) = test.tx().await.one("SELECT COUNT(*) FROM person", &[]).await.unwrap();
    count
}

async fn letters(test: &TestApp, to: &str) -> Vec<outbox::Letter> {
    outbox::written_to(&mut test.tx().await, &Email::parse(to).unwrap()).await.unwrap()
}
