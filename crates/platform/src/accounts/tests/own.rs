//! « Mon compte », on both engines.

use axum::http::StatusCode;
use kernel::contact::Email;

use super::story;
use crate::audit;
use crate::outbox;
use crate::testing::{Browser, PASS_PHRASE, Team, TestApp};

const NADIA: &str = "link_worker@essarts.test";
const ANOTHER: &str = "sept ponts sur la rivière";

/// At the office and on a telephone.
async fn twice(test: &TestApp) -> (Browser, Browser) {
    Team::at_bron(test).await;
    (test.signed_in(NADIA).await, test.signed_in(NADIA).await)
}

#[tokio::test]
async fn a_session_is_seen_and_ended_from_elsewhere() {
    story(|test| async move {
        let (mut office, mut telephone) = twice(&test).await;
        let page = office.get("/compte").await;
        page.is(StatusCode::OK).says("Nadia essarts").says("Agent de liaison").says("celle-ci");
        assert_eq!(page.text().matches("Ouverte le 13 janvier 2026 à 9 h 00").count(), 2);
        office.send(&page, "/compte/fermer", &[]).await.says("C’est fermé").says("Aucune autre connexion");
        telephone.get("/compte").await.says("Se connecter").does_not_say("Mon compte");
        office.get("/compte").await.says("Mon compte");
    })
    .await;
}

#[tokio::test]
async fn all_others_end_at_once_and_this_one_stays() {
    story(|test| async move {
        let (mut office, mut telephone) = twice(&test).await;
        let mut tablet = test.signed_in(NADIA).await;
        office.post("/compte/fermer", &[]).await.says("Aucune autre connexion");
        for gone in [&mut telephone, &mut tablet] {
            gone.get("/compte").await.says("Se connecter");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    story(|test| async move {
        let (mut office, mut telephone) = twice(&test).await;
        let page = office.get("/compte").await;
        let nadia = page.filled_form("/compte/fermer", &[]);
        assert!(!nadia[0].1.is_empty());
        let mut andree = test.signed_in("administrator@essarts.test").await;
        andree.post("/compte/fermer", &nadia).await.is(StatusCode::OK);
        andree
            .post("/compte/fermer", &[("session".to_owned(), "n’importe".to_owned())])
            .await
            .is(StatusCode::BAD_REQUEST);
        telephone.get("/compte").await.says("Mon compte");
    })
    .await;
}

#[tokio::test]
async fn another_phrase_asks_for_the_present_one_ends_the_rest_and_is_told() {
    story(|test| async move {
        let (mut office, mut telephone) = twice(&test).await;
        let page = office.get("/compte").await;
        for (current, password, told) in [
            ("pas celle-là du tout", ANOTHER, "Ce n’est pas votre phrase actuelle"),
            (PASS_PHRASE, "trop court", "Cette phrase est trop courte"),
            (PASS_PHRASE, "azertyuiop123", "se devine trop facilement"),
            (PASS_PHRASE, "Marseille soleil 2026", "mots de passe connus de tous"),
        ] {
            let fields = [("current", current), ("password", password)];
            let page = office.send(&page, "/compte/phrase", &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
            assert_eq!(page.value("/compte/phrase", "current"), "", "a phrase is never written back");
        }
        telephone.get("/compte").await.says("Mon compte");
        let fields = [("current", PASS_PHRASE), ("password", ANOTHER)];
        office.send(&page, "/compte/phrase", &fields).await.is(StatusCode::OK).says("est changée");
        telephone.get("/compte").await.says("Se connecter");
        let nadia = Email::parse(NADIA).unwrap();
        let letters = outbox::written_to(&mut test.tx().await, &nadia).await.unwrap();
        assert!(letters[0].subject.contains("a été changée"));
        let mut elsewhere = test.browser();
        let page = elsewhere.get("/connexion").await;
        let old = [("email", NADIA), ("password", PASS_PHRASE)];
        elsewhere.send(&page, "/connexion", &old).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        elsewhere.send(&page, "/connexion", &[old[0], ("password", ANOTHER)]).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn guesses_at_the_present_phrase_are_slowed_like_those_at_the_door() {
    story(|test| async move {
        let (mut office, _) = twice(&test).await;
        let page = office.get("/compte").await;
        let wrong = [("current", "pas celle-là du tout"), ("password", ANOTHER)];
        for _ in 0..10 {
            office.send(&page, "/compte/phrase", &wrong).await.says("Ce n’est pas votre phrase");
        }
        let right = [("current", PASS_PHRASE), ("password", ANOTHER)];
        office.send(&page, "/compte/phrase", &right).await.says("Trop d’essais en une minute");
        test.app.wall().advance(jiff::SignedDuration::from_secs(61));
        office.send(&page, "/compte/phrase", &right).await.is(StatusCode::OK).says("est changée");
    })
    .await;
}

#[tokio::test]
async fn what_somebody_does_to_their_account_is_in_the_trail() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let mut office = test.signed_in(NADIA).await;
        office.post("/compte/fermer", &[]).await;
        let entries = audit::of_subject(&mut test.tx().await, team.link_worker).await.unwrap();
        assert_eq!(entries.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(), ["changed"]);
    })
    .await;
}

#[tokio::test]
async fn a_change_sent_twice_is_made_once() {
    story(|test| async move {
        let (mut office, _) = twice(&test).await;
        let page = office.get("/compte").await;
        let fields = [("current", PASS_PHRASE), ("password", ANOTHER)];
        for _ in 0..2 {
            office.send(&page, "/compte/phrase", &fields).await.is(StatusCode::OK).says("est changée");
        }
        let nadia = Email::parse(NADIA).unwrap();
        assert_eq!(outbox::written_to(&mut test.tx().await, &nadia).await.unwrap().len(), 1);
    })
    .await;
}
