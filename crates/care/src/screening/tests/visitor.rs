//! A visitor alone.

use axum::http::StatusCode;
use platform::testing::{Page, pairs};

use super::{OFTEN_LONELY, UCLA3, kept, tampered, ten_megabytes};
use crate::screening::carried;
use crate::testing::story;

const HERE: &str = "/se-reperer";
const ALL: &str = "/se-reperer?instrument=ucla3&instrument=insee_loneliness&instrument=credoc_isolation";

fn carried_by(page: &Page) -> String {
    page.value("/demander/repris", carried::FIELD)
}

#[tokio::test]
async fn a_visitor_reads_a_result_in_plain_words_and_nothing_is_kept() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(HERE).await;
        page.is(StatusCode::OK).says("Se repérer").does_not_say("rencontrez-vous des amis");
        let fields = [UCLA3.as_slice(), &[OFTEN_LONELY]].concat();
        let page = browser.send(&page, HERE, &fields).await;
        page.is(StatusCode::OK)
            .says("Vos réponses donnent 8, sur une échelle qui va de 3")
            .says("par convention, on parle alors de solitude")
            .says("Ce n’est pas un diagnostic")
            .says("En France, en 2015, 8 % des personnes")
            .says("3114")
            .says("112")
            .says("Ce résultat n’est gardé nulle part");
        assert_eq!(page.path, HERE, "no answer is in the address");
        assert_eq!(page.link("Trouver une activité"), "/ressources");
        assert_eq!(kept(&test).await, (0, 0, 0));
        let forms = test.count("SELECT COUNT(*) FROM posted_once").await;
        assert_eq!(forms, 0);
    })
    .await;
}

#[tokio::test]
async fn the_answers_travel_only_in_the_form_that_asks_to_be_called() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(HERE).await;
        let page = browser.send(&page, HERE, &UCLA3).await;
        let carried = carried::parse(&carried_by(&page)).unwrap();
        assert_eq!(carried.filled().len(), 1, "the question left alone is not carried");
        assert_eq!(carried.filled()[0].answers.get("ucla3.1"), Some(3));
        assert_eq!(page.link("sans joindre mes réponses"), "/demander");
        let page = browser.send(&page, "/demander/repris", &[]).await;
        page.is(StatusCode::OK).says("Vos réponses seront transmises");
        assert_eq!(page.value("/demander", carried::FIELD), carried::write(&carried));
        assert_eq!(kept(&test).await, (0, 0, 0), "nothing before they send their request");
    })
    .await;
}

#[tokio::test]
async fn a_part_begun_is_asked_for_kindly_and_what_was_answered_stays() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(HERE).await;
        let page = browser.send(&page, HERE, &[("ucla3.1", "3"), OFTEN_LONELY]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Rien n’est perdu")
            .says("laissé(e) de côté ? Il manque une réponse : choisissez")
            .does_not_say("Vos réponses donnent");
        assert_eq!(page.value(HERE, "ucla3.1"), "3");
        assert_eq!(page.value(HERE, OFTEN_LONELY.0), "4");
        let page = browser.send(&page, HERE, &[("ucla3.2", "1"), ("ucla3.3", "1")]).await;
        page.is(StatusCode::OK).says("Vos réponses donnent 5");
    })
    .await;
}

#[tokio::test]
async fn an_empty_sheet_is_given_back() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(HERE).await;
        let page = browser.send(&page, HERE, &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Répondez à une question au moins");
    })
    .await;
}

#[tokio::test]
async fn five_more_questions_can_be_chosen_and_stay_chosen_when_something_is_missing() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(HERE).await;
        assert_eq!(page.link("cinq questions sur les personnes"), ALL);
        let page = browser.get(ALL).await;
        let page = browser.send(&page, HERE, &[("credoc_isolation.friends", "0")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("À quelle fréquence rencontrez-vous des amis ?");
        let rest = [
            ("credoc_isolation.family", "1"),
            ("credoc_isolation.neighbours", "1"),
            ("credoc_isolation.colleagues", "0"),
            ("credoc_isolation.associations", "0"),
        ];
        let page = browser.send(&page, HERE, &rest).await;
        page.is(StatusCode::OK)
            .says("0 sur 5")
            .says("c’est une situation d’isolement")
            .says("14 % des personnes de 15 ans ou plus");
        assert_eq!(page.link("Trois questions sur le sentiment"), "/se-reperer?instrument=ucla3");
    })
    .await;
}

#[tokio::test]
async fn what_is_for_professionals_is_not_put_to_a_visitor() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/se-reperer?instrument=epices").await;
        page.is(StatusCode::OK).does_not_say("travailleur social").says("manquer de compagnie");
        let answers = pairs(&[("instrument", "epices"), ("epices.1", "1")]);
        browser.post(HERE, &answers).await.is(StatusCode::UNPROCESSABLE_ENTITY).does_not_say("Précarité");
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_not_offered_is_said_and_the_others_stay() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(HERE).await;
        for value in ["9", "deux", "-1", "99999999999999999999"] {
            let fields = tampered(&page, HERE, &[("ucla3.1", value), ("ucla3.2", "2"), ("ucla3.3", "2")]);
            let page = browser.post(HERE, &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Cette réponse n’est pas proposée");
            assert_eq!(page.value(HERE, "ucla3.2"), "2");
        }
        let mut twice = tampered(&page, HERE, &UCLA3);
        twice.push(("ucla3.1".to_owned(), "1".to_owned()));
        browser.post(HERE, &twice).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("deux réponses");
        let unknown = tampered(&page, HERE, &[("ucla3.4", "1")]);
        browser.post(HERE, &unknown).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("n’est pas proposée");
    })
    .await;
}

#[tokio::test]
async fn ten_megabytes_are_refused_with_a_page() {
    story(|test| async move {
        let page = test.browser().post(HERE, &ten_megabytes("ucla3.1")).await;
        page.is(StatusCode::PAYLOAD_TOO_LARGE).says("C’est trop long");
    })
    .await;
}

#[tokio::test]
async fn english_is_whole() {
    story(|test| async move {
        let mut browser = test.browser().in_english();
        let page = browser.get(HERE).await;
        page.says("See where I stand").says("How often do you feel left out?");
        let page = browser.send(&page, HERE, &[("ucla3.1", "1")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("An answer is missing");
        let page = browser.send(&page, HERE, &UCLA3).await;
        page.is(StatusCode::OK).says("Your answers give 8").says("It is not a diagnosis").says("3114");
    })
    .await;
}
