//! Two steps, on both engines.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;

use super::story;
use crate::accounts::second::code::shown_at;
use crate::outbox;
use crate::testing::{Browser, PASS_PHRASE, Page, Team, TestApp};

pub(super) const NADIA: &str = "link_worker@essarts.test";
const HERE: &str = "/compte/deux-etapes";

/// What the application shows now.
pub(super) fn shown(test: &TestApp, secret: &str) -> String {
    shown_at(secret, test.app.wall().now())
}

fn a_step_later(test: &TestApp) {
    test.app.wall().advance(SignedDuration::from_secs(30));
}

/// Nadia has turned it on: her browser, her secret, her recovery codes.
pub(super) async fn with_two_steps(test: &TestApp) -> (Browser, String, Vec<String>) {
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

pub(super) async fn phrase_given(test: &TestApp) -> (Browser, Page) {
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

/// So many wrong codes, and what the last was answered; ten a minute, after the phrase, over hours.
async fn guessed(test: &TestApp, times: usize) -> (Browser, Page, Page) {
    let (mut browser, mut page) = phrase_given(test).await;
    let mut answer = page.clone();
    for nth in 0..times {
        if nth % 10 == 0 {
            test.app.wall().advance(SignedDuration::from_mins(20));
            (browser, page) = phrase_given(test).await;
        }
        answer = browser.send(&page, "/connexion/code", &[("code", "123456")]).await;
    }
    (browser, page, answer)
}

const TOLD: &str = "Quelqu’un essaie des codes pour entrer à votre place";

#[tokio::test]
async fn after_a_hundred_wrong_codes_the_owner_is_told_once_and_codes_rest_for_a_day() {
    story(|test| async move {
        let (_, secret, _) = with_two_steps(&test).await;
        let told = async || letters(&test).await.iter().filter(|letter| *letter == TOLD).count();
        let (_, _, answer) = guessed(&test, 99).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce code n’est pas le bon");
        assert_eq!(told().await, 0);
        let (mut guesser, page, answer) = guessed(&test, 1).await;
        answer.is(StatusCode::TOO_MANY_REQUESTS).says("seuls un code de secours, une clé d’accès");
        answer.says("Tapez un de vos codes de secours").does_not_say("Six chiffres");
        assert_eq!(told().await, 1);
        // From now on not even the right one is taken, and nobody learns that it was.
        let right = guesser.send(&page, "/connexion/code", &[("code", &shown(&test, &secret))]).await;
        right.is(StatusCode::TOO_MANY_REQUESTS).says("Trop de codes faux").does_not_say("Se déconnecter");

        // A day later: ten more, then another day; the letter was written.
        test.app.wall().advance(SignedDuration::from_hours(24));
        guessed(&test, 9).await.2.says("Ce code n’est pas le bon");
        guessed(&test, 1).await.2.says("Trop de codes faux");
        assert_eq!(told().await, 1);
        for (hours, said) in [(23, "Trop de codes faux"), (1, "Se déconnecter")] {
            test.app.wall().advance(SignedDuration::from_hours(hours));
            let (mut owner, page) = phrase_given(&test).await;
            owner.send(&page, "/connexion/code", &[("code", &shown(&test, &secret))]).await.says(said);
        }
        assert_eq!(test.count("SELECT wrong FROM second_factor").await, 0, "a right one begins anew");
    })
    .await;
}

#[tokio::test]
async fn an_owner_whose_codes_rest_comes_in_by_paper_and_changes_the_phrase() {
    story(|test| async move {
        let (_, secret, codes) = with_two_steps(&test).await;
        guessed(&test, 100).await.2.says("Trop de codes faux");
        let (mut owner, page) = phrase_given(&test).await;
        page.says("seuls un code de secours, une clé d’accès").does_not_say("Six chiffres");
        test.app.wall().advance(SignedDuration::from_secs(61));
        owner.send(&page, "/connexion/code", &[("code", &codes[0])]).await.says("Se déconnecter");
        let page = owner.get("/compte").await;
        let fields = [("current", PASS_PHRASE), ("password", "sept ponts sur la rivière")];
        owner.send(&page, "/compte/phrase", &fields).await.says("Votre phrase de passe est changée");
        // Whoever guessed is left with a phrase that leads to no question for a code.
        let (_, page) = phrase_given(&test).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).does_not_say("Encore un code");
        let mut browser = test.browser();
        let page = browser.get("/connexion").await;
        let fields = [("email", NADIA), ("password", "sept ponts sur la rivière")];
        let page = browser.send(&page, "/connexion", &fields).await;
        let page = browser.send(&page, "/connexion/code", &[("code", &shown(&test, &secret))]).await;
        page.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn a_phrase_changed_in_an_open_session_takes_the_codes_again() {
    story(|test| async move {
        let (mut nadia, secret, _) = with_two_steps(&test).await;
        let mut tx = test.tx().await;
        let sql = "UPDATE second_factor SET wrong = 100, stopped_at = $1";
        tx.run(sql, &[test.app.wall().now().into()]).await.unwrap();
        tx.commit().await.unwrap();
        // To confirm, too, the application's codes rest.
        let page = nadia.get("/compte/confirmer").await;
        let fields = [("current", PASS_PHRASE), ("code", &shown(&test, &secret))];
        nadia.send(&page, "/compte/confirmer", &fields).await.says("Trop de codes faux");
        let page = nadia.get("/compte").await;
        let fields = [("current", PASS_PHRASE), ("password", "sept ponts sur la rivière")];
        nadia.send(&page, "/compte/phrase", &fields).await.says("Votre phrase de passe est changée");
        a_step_later(&test);
        let page = nadia.get("/compte/confirmer?suite=/compte").await;
        let fields = [("current", "sept ponts sur la rivière"), ("code", &shown(&test, &secret))];
        let page = nadia.send(&page, "/compte/confirmer", &fields).await;
        assert_eq!(page.path, "/compte");
    })
    .await;
}
