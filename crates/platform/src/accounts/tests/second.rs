//! Two steps, on both engines.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;

use super::story;
use crate::accounts::second::code::shown_at;
use crate::outbox;
use crate::testing::{Browser, PASS_PHRASE, Page, Team, TestApp};

const NADIA: &str = "link_worker@essarts.test";
const HERE: &str = "/compte/deux-etapes";

/// What the application shows now.
fn shown(test: &TestApp, secret: &str) -> String {
    shown_at(secret, test.app.wall().now())
}

fn a_step_later(test: &TestApp) {
    test.app.wall().advance(SignedDuration::from_secs(30));
}

/// Nadia has turned it on: her browser, her secret, her recovery codes.
async fn with_two_steps(test: &TestApp) -> (Browser, String, Vec<String>) {
    Team::at_bron(test).await;
    let mut nadia = test.signed_in(NADIA).await;
    let page = nadia.get(HERE).await;
    let secret = page.value(HERE, "secret");
    let page = nadia.send(&page, HERE, &[("code", &shown(test, &secret))]).await;
    page.is(StatusCode::OK).says("Vos codes de secours");
    let codes = page.body.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next());
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    assert_eq!(codes.len(), 10, "{}", page.text());
    a_step_later(test);
    (nadia, secret, codes)
}

async fn phrase_given(test: &TestApp) -> (Browser, Page) {
    let mut browser = test.browser();
    let page = browser.get("/connexion?suite=/compte").await;
    let page = browser.send(&page, "/connexion", &[("email", NADIA), ("password", PASS_PHRASE)]).await;
    (browser, page)
}

async fn letters(test: &TestApp) -> Vec<String> {
    let nadia = Email::parse(NADIA).unwrap();
    let letters = outbox::written_to(&mut test.tx().await, &nadia).await.unwrap();
    letters.into_iter().map(|letter| letter.subject).collect()
}

#[tokio::test]
async fn a_phrase_alone_opens_nothing_any_more() {
    story(|test| async move {
        let (_, secret, _) = with_two_steps(&test).await;
        let (mut browser, page) = phrase_given(&test).await;
        page.is(StatusCode::OK).says("Encore un code").does_not_say("Se déconnecter");
        browser.get("/compte").await.says("Se connecter");
        let page = browser.send(&page, "/connexion/code", &[("code", "000000")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce code n’est pas le bon");
        let code = shown(&test, &secret);
        let page = browser.send(&page, "/connexion/code", &[("code", &code)]).await;
        assert_eq!(page.path, "/compte", "where they were going");
        browser.get("/compte").await.says("Elle est active");

        let (mut thief, page) = phrase_given(&test).await;
        let page = thief.send(&page, "/connexion/code", &[("code", &code)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("il a déjà servi");
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_serves_once_and_its_owner_is_told() {
    story(|test| async move {
        let (_, _, codes) = with_two_steps(&test).await;
        let typed = codes[3].to_uppercase().replace('-', " ");
        let (mut browser, page) = phrase_given(&test).await;
        browser.send(&page, "/connexion/code", &[("code", &typed)]).await.is(StatusCode::OK);
        browser.get(HERE).await.says("9 codes de secours");
        let (mut thief, page) = phrase_given(&test).await;
        thief.send(&page, "/connexion/code", &[("code", &typed)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(letters(&test).await.contains(&"Un de vos codes de secours a servi".to_owned()));
        let page = browser.get(HERE).await;
        browser.send(&page, "/compte/deux-etapes/secours", &[]).await.says("Vos codes de secours");
        let (mut late, page) = phrase_given(&test).await;
        late.send(&page, "/connexion/code", &[("code", &codes[4])])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn codes_are_guessed_ten_times_a_minute_and_the_owner_comes_in_within_two() {
    story(|test| async move {
        let (_, secret, _) = with_two_steps(&test).await;
        let (mut browser, page) = phrase_given(&test).await;
        for _ in 0..10 {
            browser.send(&page, "/connexion/code", &[("code", "123456")]).await;
        }
        let code = shown(&test, &secret);
        let refused = browser.send(&page, "/connexion/code", &[("code", &code)]).await;
        refused.is(StatusCode::TOO_MANY_REQUESTS).says("Trop d’essais en une minute");
        test.app.wall().advance(SignedDuration::from_secs(61));
        let code = shown(&test, &secret);
        browser
            .send(&page, "/connexion/code", &[("code", &code)])
            .await
            .is(StatusCode::OK)
            .says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn the_phrase_given_is_worth_five_minutes_and_nothing_else() {
    story(|test| async move {
        let (_, secret, _) = with_two_steps(&test).await;
        let (mut browser, page) = phrase_given(&test).await;
        for proof in ["", "n’importe"] {
            let fields = [("proof", proof), ("code", &shown(&test, &secret))];
            browser.send(&page, "/connexion/code", &fields).await.does_not_say("Se déconnecter");
        }
        test.app.wall().advance(SignedDuration::from_mins(6));
        let late = browser.send(&page, "/connexion/code", &[("code", &shown(&test, &secret))]).await;
        assert_eq!(late.path, "/connexion");
        late.does_not_say("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn it_is_turned_on_by_a_right_code_and_proven_with_one() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = test.signed_in(NADIA).await;
        let page = nadia.get(HERE).await;
        let secret = page.value(HERE, "secret");
        let again = nadia.send(&page, HERE, &[("code", "123456")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("vérifiez aussi l’heure de votre téléphone");
        assert_eq!(again.value(HERE, "secret"), secret, "the application keeps its account");
        nadia.send(&again, HERE, &[("code", &shown(&test, &secret))]).await.says("Vos codes de secours");
        assert_eq!(letters(&test).await, ["La validation en deux étapes est active"]);

        test.app.wall().advance(SignedDuration::from_mins(11));
        let page = nadia.get(HERE).await;
        page.says("Confirmez que c’est vous");
        let without = nadia.send(&page, "/compte/confirmer", &[("current", PASS_PHRASE)]).await;
        without.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce code n’est pas le bon");
        nadia.get(HERE).await.says("Confirmez que c’est vous");
        let both = [("current", PASS_PHRASE), ("code", &shown(&test, &secret))];
        let page = nadia.send(&page, "/compte/confirmer", &both).await;
        page.says("Elle est active depuis");
        nadia.send(&page, "/compte/deux-etapes/arreter", &[]).await.is(StatusCode::OK);
        test.signed_in(NADIA).await.get("/compte").await.says("L’activer");
    })
    .await;
}

#[tokio::test]
async fn whoever_lost_everything_comes_back_by_a_new_link() {
    story(|test| async move {
        with_two_steps(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/comptes").await;
        let links: Vec<String> =
            page.actions().into_iter().filter(|action| action.ends_with("/lien")).collect();
        for link in links {
            andree.send(&page, &link, &[]).await;
        }
        let nadia = Email::parse(NADIA).unwrap();
        let letters = outbox::written_to(&mut test.tx().await, &nadia).await.unwrap();
        let body = &letters.iter().find(|letter| letter.body.contains("/invitation/")).unwrap().body;
        let link = body.split("maillage.test").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        let mut browser = test.browser();
        let page = browser.get(&link).await;
        browser.send(&page, &link, &[("password", "sept ponts sur la rivière")]).await.says("Se déconnecter");
        browser.get("/compte").await.says("L’activer");
    })
    .await;
}
