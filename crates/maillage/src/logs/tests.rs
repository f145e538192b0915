//! A small story with everything a log could give away, and what was written of it.

use std::io;
use std::sync::Mutex;

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;
use platform::jobs;
use platform::outbox::{self, Mailer};
use platform::testing::{Browser, Team, TestApp, on_both_engines};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt;
use uuid::Uuid;

use crate::settings::LogFormat;
use crate::wiring;

const NEWCOMER: &str = "elzear.trouillebert@essarts.test";
const PHRASE: &str = "un pélican sous la véranda";

const PERSON: [(&str, &str); 10] = [
    ("civility", "mme"),
    ("name", "Zéphyrine Quatrefages"),
    ("birth_year", "1948"),
    ("commune", "bron"),
    ("address", "9 impasse des Mélèzes"),
    ("phone", "04 65 71 88 77"),
    ("note", "Fredonne des barcarolles."),
    ("consent", "yes"),
    ("reporter_name", "Odilon Vercoutre"),
    ("reporter_contact", "04 65 71 99 66"),
];

/// Any piece of it, as typed, as stored, or as an address or a form would carry it.
const NEVER: [&str; 20] = [
    "Zéphyrine",
    "Zephyrine",
    "Z%C3%A9phyrine",
    "zephyrine",
    "Quatrefages",
    "quatrefages",
    "Mélèzes",
    "M%C3%A9l%C3%A8zes",
    "71 88 77",
    "71+88+77",
    "465718877",
    "barcarolles",
    "Odilon",
    "Vercoutre",
    "465719966",
    "Trouillebert",
    "trouillebert",
    "pélican",
    "essarts.test",
    "Nadia",
];

static WRITTEN: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Writes where the test can read.
struct Pen;

impl io::Write for Pen {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        WRITTEN.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_names_a_person_nor_says_how_to_reach_one() {
    // Deeper than any installation is told to write; the last two are this test’s own reader of pages.
    super::writing(LogFormat::Text, EnvFilter::new("debug,html5ever=off,selectors=off"), || Pen)
        .try_init()
        .unwrap();
    let secrets = Mutex::new(Vec::new());
    on_both_engines(wiring::modules(), directory::prepare, async |test: TestApp| {
        Team::at_bron(&test).await;
        let secret = somebody_comes_in(&test).await;
        somebody_is_accompanied(&test).await;
        things_go_wrong(&test).await;
        secrets.lock().unwrap().push(secret);
    })
    .await;
    let log = String::from_utf8(WRITTEN.lock().unwrap().clone()).unwrap();
    for event in ["answered", "could not be handed over", "a job failed", "a request failed"] {
        assert!(log.contains(event), "« {event} » was not heard: the story tells too little");
    }
    let told = |piece: &str| log.lines().find(|line| line.contains(piece)).map(str::to_owned);
    let secrets = secrets.into_inner().unwrap();
    for piece in NEVER.into_iter().chain(secrets.iter().map(String::as_str)) {
        assert_eq!(told(piece), None, "« {piece} »");
    }
}

/// By invitation, after a wrong guess; gives back the secret of the link.
async fn somebody_comes_in(test: &TestApp) -> String {
    let mut andree = test.signed_in("administrator@essarts.test").await;
    let page = andree.get("/comptes").await;
    let fields = [("name", "Elzéar Trouillebert"), ("email", NEWCOMER), ("role", "link_worker")];
    andree.send(&page, "/comptes", &fields).await.is(StatusCode::OK);
    andree.get("/journal").await.is(StatusCode::OK);
    let mut tx = test.tx().await;
    let letter = outbox::written_to(&mut tx, &Email::parse(NEWCOMER).unwrap()).await.unwrap().remove(0);
    drop(tx);
    let link = letter.body.split_whitespace().find(|word| word.starts_with("http")).unwrap();
    let path = link.strip_prefix("http://maillage.test").unwrap().to_owned();
    let mut browser = test.browser();
    let page = browser.get("/connexion").await;
    let wrong = [("email", NEWCOMER), ("password", PHRASE)];
    browser.send(&page, "/connexion", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.get(&path).await;
    browser.send(&page, &path, &[("password", PHRASE)]).await.is(StatusCode::OK);
    path.rsplit('/').next().unwrap().to_owned()
}

/// From a neighbour's report to a first call.
async fn somebody_is_accompanied(test: &TestApp) {
    let mut visitor = test.browser();
    let page = visitor.get("/signaler").await;
    visitor.send(&page, "/signaler", &PERSON).await.is(StatusCode::OK);
    let mut nadia = test.signed_in("link_worker@essarts.test").await;
    let sql = "SELECT id FROM referral";
    let (id,): (Uuid,) = test.tx().await.one(sql, &[]).await.unwrap();
    let page = nadia.get(&format!("/demandes/{id}")).await;
    page.says("Zéphyrine Quatrefages");
    let file = nadia.send(&page, &format!("/demandes/{id}/accepter"), &[]).await;
    file.is(StatusCode::OK).says("Mélèzes");
    let page = nadia.get("/personnes").await;
    nadia.send(&page, "/personnes", &[("name", "Quatrefages")]).await.says("Zéphyrine");
    let fields = [("result", "reached"), ("note", "Fredonne des barcarolles.")];
    nadia.send(&file, &format!("{}/essais", file.path), &fields).await.is(StatusCode::OK);
    wander(&mut nadia).await;
}

/// Addresses somebody may type, or follow from elsewhere.
async fn wander(browser: &mut Browser) {
    for path in [
        "/ressources?q=Z%C3%A9phyrine+Quatrefages",
        "/personnes/Quatrefages",
        "/nulle-part/Z%C3%A9phyrine",
        "/api/v1/search/services?q=Quatrefages",
        "/communes?q=M%C3%A9l%C3%A8zes",
        "/reponse/Quatrefages",
    ] {
        browser.get(path).await;
    }
}

/// A mail server that is away, a job nobody does, a store that breaks under a form.
async fn things_go_wrong(test: &TestApp) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mailer = Mailer::smtp(&format!("smtp://127.0.0.1:{port}")).unwrap();
    outbox::deliver(&test.app, &mailer, || false).await.unwrap();
    let mut tx = test.tx().await;
    jobs::schedule(&mut tx, "nobody.does", "Quatrefages", test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    test.app.clock().advance(SignedDuration::from_mins(1));
    jobs::run_due(&test.app).await.unwrap();
    let mut visitor = test.browser();
    let page = visitor.get("/signaler").await;
    let mut tx = test.tx().await;
    tx.run("DROP TABLE posted_once", &[]).await.unwrap();
    tx.commit().await.unwrap();
    visitor.send(&page, "/signaler", &PERSON).await.is(StatusCode::INTERNAL_SERVER_ERROR);
}
