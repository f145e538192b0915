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

#[tokio::test]
async fn whoever_sends_too_much_is_asked_to_telephone_and_nothing_typed_is_lost() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut hasty = test.browser().at("192.0.2.7", "Firefox/145.0");
        for turn in 0..10 {
            let act = if turn % 2 == 0 { "/demander" } else { "/signaler" };
            let page = hasty.get(act).await;
            let reporter = [("reporter_name", "Rose"), ("reporter_contact", "04 65 71 00 99")];
            let fields = if turn % 2 == 0 { ALINE.to_vec() } else { [&ALINE[..], &reporter].concat() };
            hasty.send(&page, act, &fields).await.is(StatusCode::OK).says("Merci");
        }
        let page = hasty.get("/demander").await;
        // What is not to be kept counts for nothing, and is told as ever.
        let wrong = hasty.send(&page, "/demander", &aline_but("name", "")).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
        let page = hasty.send(&page, "/demander", &ALINE).await;
        page.is(StatusCode::TOO_MANY_REQUESTS).says("Trop de demandes arrivent").says("04 65 71 00 01");
        assert_eq!(page.value("/demander", "name"), "Aline Dumont");
        assert_eq!(page.value("/demander", "note"), "Aimait chanter en chorale.");
        // From elsewhere, and a little later from here, it is taken: the very form that was refused.
        let mut other = test.browser().at("198.51.100.9", "Firefox/145.0");
        let form = other.get("/demander").await;
        other.send(&form, "/demander", &ALINE).await.says("Merci");
        test.app.wall().advance(jiff::SignedDuration::from_mins(3));
        hasty.send(&page, "/demander", &[]).await.is(StatusCode::OK).says("Merci");
    })
    .await;
}

#[tokio::test]
async fn above_the_hour_s_ceiling_everybody_telephones_and_whoever_is_signed_in_does_not() {
    story(|test| async move {
        let settings = platform::app::Settings { visitor_forms: 2, ..test.app.settings().clone() };
        let test = platform::testing::TestApp { app: test.app.with_settings(settings) };
        let (mut browser, _) = visitor(&test, "/demander").await;
        for status in [StatusCode::OK, StatusCode::OK, StatusCode::TOO_MANY_REQUESTS] {
            let page = browser.get("/demander").await;
            browser.send(&page, "/demander", &ALINE).await.is(status);
        }
        let mut nadia = link_worker(&test).await;
        let page = nadia.get("/demander").await;
        nadia.send(&page, "/demander", &ALINE).await.is(StatusCode::OK);
        test.app.wall().advance(jiff::SignedDuration::from_hours(1));
        let page = browser.get("/demander").await;
        browser.send(&page, "/demander", &ALINE).await.is(StatusCode::OK);
    })
    .await;
}
