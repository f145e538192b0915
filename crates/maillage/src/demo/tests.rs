//! Demonstrations in a folder of their own, through HTTP.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;
use platform::app::App;
use platform::jobs;
use platform::outbox::{self, Mail};
use platform::testing::TestApp;

use super::folder::Folder;
use super::{PASS_PHRASE, open, shown_accounts};
use crate::Failure;
use crate::testing::TempFolder;

async fn started(folder: &Folder, fresh: bool) -> App {
    open(folder, "http://maillage.test".to_owned(), fresh).await.unwrap()
}

/// A started demonstration and the folder it lives in.
async fn demonstration() -> (TestApp, TempFolder) {
    let temp = TempFolder::new();
    let app = started(&Folder::hold(&temp.0).unwrap(), false).await;
    (TestApp { app }, temp)
}

#[tokio::test]
async fn the_first_morning_is_a_tuesday_in_march_and_every_account_signs_in() {
    let (demo, _temp) = demonstration().await;
    demo.browser().get("/demo/temps").await.says("Nous sommes le mardi 31 mars 2026");
    assert!(directory::finder::current(&demo.app).await.unwrap().len() > 120);
    for account in shown_accounts().unwrap() {
        let mut browser = demo.browser();
        let page = browser.get("/connexion").await;
        let fields = [("email", account.email.as_str()), ("password", PASS_PHRASE)];
        let page = browser.send(&page, "/connexion", &fields).await;
        assert!(page.actions().contains(&"/deconnexion".to_owned()), "{}", account.email);
    }
}

#[tokio::test]
async fn the_home_page_lets_a_visitor_in_with_one_click() {
    let (demo, _temp) = demonstration().await;
    let mut browser = demo.browser();
    let page = browser.get("/").await;
    page.is(StatusCode::OK).says("Phrase de passe de tous les comptes").says("administration@demo.example");
    assert_eq!(page.link("Laisser passer le temps"), "/demo/temps");
    let page = browser.send(&page, "/connexion", &[("email", "administration@demo.example")]).await;
    page.is(StatusCode::OK).says("Qui a un compte");
}

#[tokio::test]
async fn a_second_start_finds_what_was_left() {
    let temp = TempFolder::new();
    let folder = Folder::hold(&temp.0).unwrap();
    let first = TestApp { app: started(&folder, false).await };
    let mut browser = first.browser();
    let page = browser.get("/demo/temps").await;
    browser.send(&page, "/demo/temps", &[("days", "10")]).await.says("10 avril 2026");
    first.app.db().close().await;

    let second = TestApp { app: started(&folder, false).await };
    second.browser().get("/demo/temps").await.says("10 avril 2026");
    assert_eq!(referrals(&second.app).await, 95);
    second.app.db().close().await;

    let anew = TestApp { app: started(&folder, true).await };
    anew.browser().get("/demo/temps").await.says("31 mars 2026");
}

async fn referrals(app: &App) -> i64 {
    let mut tx = app.db().read().await.unwrap();
    tx.one::<(i64,)>("SELECT COUNT(*) FROM referral", &[]).await.unwrap().0
}

#[tokio::test]
async fn a_start_interrupted_while_the_story_was_told_is_begun_anew() {
    let temp = TempFolder::new();
    let folder = Folder::hold(&temp.0).unwrap();
    let app = started(&folder, false).await;
    let told = referrals(&app).await;
    let mut tx = app.db().begin().await.unwrap();
    tx.run("DELETE FROM setting WHERE key = 'demo_story'", &[]).await.unwrap();
    tx.run("UPDATE account SET name = 'Quelqu’un d’autre'", &[]).await.unwrap();
    tx.commit().await.unwrap();
    app.db().close().await;

    let demo = TestApp { app: started(&folder, false).await };
    assert_eq!(referrals(&demo.app).await, told);
    let mut nadia = demo.browser();
    let page = nadia.get("/connexion").await;
    nadia.send(&page, "/connexion", &[("email", "agent@demo.example"), ("password", PASS_PHRASE)]).await;
    nadia.get("/ma-journee").await.says("Nadia Belhassine").does_not_say("Quelqu’un d’autre");
}

#[tokio::test]
async fn one_woman_asked_for_twice_waits_to_be_recognised() {
    let (demo, _temp) = demonstration().await;
    let mut nadia = demo.browser();
    let page = nadia.get("/connexion").await;
    nadia.send(&page, "/connexion", &[("email", "agent@demo.example"), ("password", PASS_PHRASE)]).await;
    nadia.get("/demandes").await.says("Jeannine Guillermin").says("Jeanine Guillermin");
    let (id,): (uuid::Uuid,) = demo
        .tx()
        .await
        .one("SELECT id FROM referral WHERE origin = 'third_party' AND state = 'sent'", &[])
        .await
        .unwrap();
    let page = nadia.get(&format!("/demandes/{id}")).await;
    page.says("Corinne Guillermin, sa fille").says("C’est la même personne");
    nadia.send(&page, &format!("/demandes/{id}/reunir"), &[]).await.does_not_say("Jeanine Guillermin");
}

#[tokio::test]
async fn letting_days_pass_does_what_was_due_and_keeps_everybody_signed_in() {
    let (demo, _temp) = demonstration().await;
    let mut browser = demo.browser();
    let page = browser.get("/connexion").await;
    let fields = [("email", "administration@demo.example"), ("password", PASS_PHRASE)];
    browser.send(&page, "/connexion", &fields).await;
    let now = demo.app.clock().now();
    let mut tx = demo.tx().await;
    let to = Email::parse("accueil@jardin.example").unwrap();
    let later = Mail { to, subject: "Une demande vous attend".to_owned(), body: String::new() };
    outbox::put(&mut tx, &later, now + SignedDuration::from_hours(30)).await.unwrap();
    jobs::schedule(&mut tx, "nobody.does", "", now + SignedDuration::from_hours(24 * 40)).await.unwrap();
    tx.commit().await.unwrap();

    let page = browser.get("/demo/temps").await;
    let page = browser.send(&page, "/demo/temps", &[("days", "1")]).await;
    page.says("Un jour a passé").says("Aucun message n’a été écrit");
    let page = browser.send(&page, "/demo/temps", &[("days", "10")]).await;
    page.says("10 jours ont passé").says("« Une demande vous attend », une fois").says("Se déconnecter");
    assert_eq!(page.link("courriels"), "/demo/courriels");
    browser.get("/comptes").await.says("Qui a un compte");
}

#[tokio::test]
async fn a_double_click_lets_time_pass_once() {
    let (demo, _temp) = demonstration().await;
    let mut browser = demo.browser();
    let page = browser.get("/demo/temps").await;
    browser.send(&page, "/demo/temps", &[("days", "1")]).await.says("1er avril 2026");
    browser.send(&page, "/demo/temps", &[("days", "1")]).await.says("1er avril 2026");
}

#[tokio::test]
async fn time_does_not_pass_for_ever() {
    let (demo, _temp) = demonstration().await;
    demo.app.clock().advance(SignedDuration::from_hours(24 * 365 * 6));
    let mut browser = demo.browser();
    let page = browser.get("/demo/temps").await;
    let page = browser.send(&page, "/demo/temps", &[("days", "30")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY).says("s’arrête fin 2031");
}

#[tokio::test]
async fn other_data_are_neither_shown_nor_forgotten() {
    let temp = TempFolder::new();
    let folder = Folder::hold(&temp.0).unwrap();
    let app = started(&folder, false).await;
    let mut tx = app.db().begin().await.unwrap();
    tx.run("DELETE FROM setting WHERE key = 'demo_shift'", &[]).await.unwrap();
    tx.commit().await.unwrap();
    app.db().close().await;
    for fresh in [false, true] {
        let refused = open(&folder, String::new(), fresh).await.unwrap_err();
        assert!(matches!(refused, Failure::NotADemonstration(_)), "{refused:?}");
    }
}

#[tokio::test]
async fn one_demonstration_at_a_time_runs_in_a_folder() {
    let temp = TempFolder::new();
    let held = Folder::hold(&temp.0).unwrap();
    assert!(matches!(Folder::hold(&temp.0), Err(Failure::FolderInUse(_))));
    drop(held);
    assert!(Folder::hold(&temp.0).is_ok());
}
