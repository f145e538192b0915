//! The measures of somebody accompanied.

use axum::http::StatusCode;
use kernel::id::CaseId;
use platform::testing::{Browser, Page, Team, TestApp};

use super::{UCLA3, kept, tampered, ten_megabytes};
use crate::caseload::{self as cases, Outcome};
use crate::testing::{a_case, at_desk, link_worker, story, trail};

const LATER: [(&str, &str); 3] = [("ucla3.1", "2"), ("ucla3.2", "1"), ("ucla3.3", "2")];

fn home(case: CaseId) -> String {
    format!("/personnes/{case}/mesures")
}

async fn asked(browser: &mut Browser, case: CaseId, instrument: &str) -> Page {
    browser.get(&format!("{}/nouvelle?instrument={instrument}", home(case))).await
}

/// A first UCLA-3 today, then a review two months later.
async fn measured_twice(test: &TestApp, case: CaseId) -> (Browser, Page) {
    let mut browser = link_worker(test).await;
    let page = asked(&mut browser, case, "ucla3").await;
    assert_eq!(page.value(&home(case), "moment"), "first");
    browser.send(&page, &home(case), &UCLA3).await.is(StatusCode::OK).says("Première mesure");
    test.days_pass(60).await;
    let mut browser = link_worker(test).await;
    let page = asked(&mut browser, case, "ucla3").await;
    assert_eq!(page.value(&home(case), "moment"), "review");
    let page = browser.send(&page, &home(case), &LATER).await;
    (browser, page)
}

#[tokio::test]
async fn first_and_review_stand_side_by_side_with_an_honest_change() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        link_worker(&test)
            .await
            .get(&home(case))
            .await
            .says("Mme Aline Dumont")
            .says("Rien n’a encore été mesuré");
        let (_, page) = measured_twice(&test, case).await;
        page.is(StatusCode::OK)
            .says("Première mesure 13 janvier 2026 Avec la personne, Nadia essarts")
            .says("Point d’étape 14 mars 2026")
            .says("8 sur 9 : solitude, selon le repère d’usage")
            .says("5 sur 9 : sous le repère de solitude")
            .says("Moins de solitude (\u{2212}3)")
            .says("ils ne prouvent pas ce qui l’a fait");
        assert_eq!(trail(&test, case).await, ["read", "read", "changed", "read", "read", "changed", "read"]);
    })
    .await;
}

#[tokio::test]
async fn a_first_measure_typed_after_a_review_is_refused_with_its_reason() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        let (mut browser, _) = measured_twice(&test, case).await;
        let page = asked(&mut browser, case, "ucla3").await;
        let late = [UCLA3.as_slice(), &[("moment", "first"), ("held_on", "2026-01-12")]].concat();
        let page = browser.send(&page, &home(case), &late).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("un point d’étape a déjà été fait")
            .says("fausserait la comparaison");
        assert_eq!(page.value(&home(case), "ucla3.1"), "3");
        let early = [UCLA3.as_slice(), &[("moment", "review"), ("held_on", "2026-01-12")]].concat();
        let page = browser.send(&page, &home(case), &early).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("ce jour est avant la première mesure");
        assert_eq!(kept(&test).await.0, 2);
    })
    .await;
}

#[tokio::test]
async fn goals_come_back_in_their_words_and_other_words_are_not_compared() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk(&test).await;
        let page = asked(&mut browser, case, "own_goals").await;
        let first = [
            ("words.own_goals.goal1", "Chanter à nouveau"),
            ("own_goals.goal1", "2"),
            ("words.own_goals.goal2", "Prendre le bus seule"),
            ("own_goals.goal2", "1"),
        ];
        browser.send(&page, &home(case), &first).await.says("« Chanter à nouveau »");
        let page = asked(&mut browser, case, "own_goals").await;
        assert_eq!(page.value(&home(case), "words.own_goals.goal1"), "Chanter à nouveau");
        let again =
            [("own_goals.goal1", "6"), ("words.own_goals.goal2", "Revoir ma sœur"), ("own_goals.goal2", "9")];
        let page = browser.send(&page, &home(case), &again).await;
        page.says("« Revoir ma sœur »").says("6 sur 10 S’en rapproche").says("Pas encore de comparaison");
        assert_eq!(page.text().matches("S’en rapproche").count(), 1);
        page.does_not_say("Troisième chose souhaitée");
    })
    .await;
}

#[tokio::test]
async fn an_incomplete_review_is_kept_shown_and_not_compared() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk(&test).await;
        let page = asked(&mut browser, case, "ucla3").await;
        browser.send(&page, &home(case), &UCLA3).await.is(StatusCode::OK);
        let page = asked(&mut browser, case, "ucla3").await;
        let page = browser.send(&page, &home(case), &[("ucla3.1", "1")]).await;
        page.is(StatusCode::OK).says("Incomplet : 1 sur 3").says("Pas encore de comparaison");
    })
    .await;
}

#[tokio::test]
async fn a_closed_case_is_read_and_not_measured() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk(&test).await;
        let form = asked(&mut browser, case, "ucla3").await;
        let mut tx = test.tx().await;
        let open = cases::find(&mut tx, case).await.unwrap().unwrap();
        assert!(cases::update(&mut tx, &open.closed(Outcome::Moved).unwrap()).await.unwrap());
        tx.commit().await.unwrap();
        let page = browser.send(&form, &home(case), &UCLA3).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("on n’y ajoute plus de mesure");
        browser.get(&home(case)).await.is(StatusCode::OK).does_not_say("Quelles questions ?");
        assert_eq!(kept(&test).await.0, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_given_back_and_a_double_click_keeps_one() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk(&test).await;
        let form = asked(&mut browser, case, "ucla3").await;
        for (field, value, told) in [
            ("ucla3.1", "0", "n’est pas proposée"),
            ("moment", "", "la première mesure ou d’un point"),
            ("mode", "self", "comment les réponses"),
            ("held_on", "2026-01-14", "n’est pas encore arrivé"),
            ("held_on", "14 mars", "Indiquez le jour"),
        ] {
            let bad = tampered(&form, &home(case), &[("ucla3.1", "3"), ("ucla3.2", "2"), (field, value)]);
            let page = browser.post(&home(case), &bad).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
            assert_eq!(page.value(&home(case), "ucla3.2"), "2");
        }
        browser
            .send(&form, &home(case), &[])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Répondez à une");
        browser.post(&home(case), &ten_megabytes("ucla3.1")).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(kept(&test).await.0, 0);
        browser.send(&form, &home(case), &UCLA3).await.is(StatusCode::OK);
        browser.send(&form, &home(case), &UCLA3).await.is(StatusCode::OK);
        assert_eq!(kept(&test).await.0, 1);
    })
    .await;
}

#[tokio::test]
async fn a_case_of_others_has_no_measures_for_me() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let case = a_case(&test, &team).await;
        let mut insider = link_worker(&test).await;
        let form = asked(&mut insider, case, "ucla3").await;
        for stranger in ["link_worker@minguettes.test", "prescriber@essarts.test"] {
            let mut stranger = test.signed_in(stranger).await;
            stranger.get(&home(case)).await.is(StatusCode::NOT_FOUND).does_not_say("Dumont");
            asked(&mut stranger, case, "ucla3").await.is(StatusCode::NOT_FOUND);
            stranger.send(&form, &home(case), &UCLA3).await.is(StatusCode::NOT_FOUND);
        }
        assert_eq!(kept(&test).await.0, 0);
    })
    .await;
}

#[tokio::test]
async fn english_is_whole() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        measured_twice(&test, case).await;
        let mut browser = test.browser().in_english();
        browser.sign_in("link_worker@essarts.test").await;
        browser.get(&home(case)).await.says("First measure").says("Less lonely").says("do not prove");
        let form = asked(&mut browser, case, "ucla3").await;
        form.says("At which moment");
        let late = [UCLA3.as_slice(), &[("moment", "first")]].concat();
        browser.send(&form, &home(case), &late).await.says("would distort the comparison");
    })
    .await;
}
