//! Requests from outside, without an account.

use axum::http::StatusCode;
use platform::testing::Team;

use super::{ALINE, aline_but, persons, visitor};
use crate::testing::{link_worker, story};

#[tokio::test]
async fn a_person_asks_to_be_called_without_an_account() {
    story(|test| async move {
        let (mut browser, page) = visitor(&test, "/demander").await;
        let page = browser.send(&page, "/demander", &ALINE).await;
        page.is(StatusCode::OK).says("Merci, c’est bien reçu");
        assert!(page.path.starts_with("/merci?equipe="), "{}", page.path);
        page.says("Quelqu’un de l’équipe « Maison de santé des Essarts » vous appellera").says("04 65 71");
        let mut nadia = link_worker(&test).await;
        nadia.get("/demandes").await.says("Demande de la personne elle-même");
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_for_themselves_is_spoken_to_and_whoever_reports_is_not() {
    story(|test| async move {
        let (mut browser, page) = visitor(&test, "/demander").await;
        page.says("Comment souhaitez-vous qu’on s’adresse à vous ?").says("Je me sens seul ou seule");
        let page = browser.send(&page, "/demander", &[]).await;
        page.says("Indiquez votre nom.").says("Indiquez votre commune.").does_not_say("de la personne");
        let page = browser.get("/signaler").await;
        let page = browser.send(&page, "/signaler", &[]).await;
        page.says("Se sent seul ou seule").says("Indiquez le nom de la personne.");
        let at = |words: &str| page.text().find(words).unwrap();
        assert!(at("Indiquez votre nom :") < at("Indiquez le nom de la personne."));
        assert!(at("Indiquez la commune.") < at("Parlez-en d’abord avec la personne"));
    })
    .await;
}

#[tokio::test]
async fn a_commune_no_team_serves_is_said_kindly() {
    story(|test| async move {
        let (mut browser, page) = visitor(&test, "/demander").await;
        let fields = aline_but("commune", "29200");
        let page = browser.send(&page, "/demander", &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucune équipe ne couvre encore cette commune");
        assert_eq!(page.value("/demander", "commune"), "29200");
        assert_eq!(page.value("/demander", "note"), "Aimait chanter en chorale.");
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_visitor_s_answers_reach_the_team_only_with_the_request() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/se-reperer").await;
        let answers = [("ucla3.1", "3"), ("ucla3.2", "3"), ("ucla3.3", "2")];
        let page = browser.send(&page, "/se-reperer", &answers).await;
        let page = browser.send(&page, "/demander/repris", &[]).await;
        page.is(StatusCode::OK).says("Vos réponses seront transmises");
        browser.send(&page, "/demander", &ALINE).await.says("Merci");
        let (instrument, of_a_person): (String, bool) = test
            .tx()
            .await
            .one(
                "SELECT m.instrument, s.person_id IS NOT NULL FROM measurement m JOIN screening s ON s.id = m.screening_id",
                &[],
            )
            .await
            .unwrap();
        assert_eq!((instrument.as_str(), of_a_person), ("ucla3", true));
    })
    .await;
}

#[tokio::test]
async fn altered_answers_stop_the_request_before_anything_is_kept() {
    story(|test| async move {
        let (mut browser, page) = visitor(&test, "/demander").await;
        let mut fields = ALINE.to_vec();
        fields.push(("screening", "{\"ucla3\":{\"ucla3.1\":99}}"));
        browser.send(&page, "/demander", &fields).await.is(StatusCode::BAD_REQUEST);
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}
