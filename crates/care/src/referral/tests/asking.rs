//! Requests from outside, without an account.

use axum::http::StatusCode;
use platform::testing::Team;

use super::{ALINE, persons};
use crate::testing::{link_worker, story};

#[tokio::test]
async fn a_person_asks_to_be_called_without_an_account() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/demander").await;
        let page = browser.send(&page, "/demander", &ALINE).await;
        page.is(StatusCode::OK).says("Merci, c’est bien reçu");
        assert_eq!(page.path, "/merci");
        let mut nadia = link_worker(&test).await;
        nadia.get("/demandes").await.says("Demande de la personne elle-même");
    })
    .await;
}

#[tokio::test]
async fn a_commune_no_team_serves_is_said_kindly() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/demander").await;
        let fields =
            ALINE.map(|(name, value)| if name == "commune" { (name, "29200") } else { (name, value) });
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
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/demander").await;
        let mut fields = ALINE.to_vec();
        fields.push(("screening", "{\"ucla3\":{\"ucla3.1\":99}}"));
        browser.send(&page, "/demander", &fields).await.is(StatusCode::BAD_REQUEST);
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}
