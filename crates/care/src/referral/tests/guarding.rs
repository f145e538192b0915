//! Requests that must not go through: without agreement, twice, or by somebody of another team.

use axum::http::StatusCode;
use kernel::id::ReferralId;
use platform::audit;
use platform::testing::{Team, TestApp, pairs};

use super::{ALINE, aline_without, letters, persons, prescriber, received, visitor};
use crate::referral::model::State;
use crate::referral::sql;
use crate::testing::{a_request, link_worker, story};

async fn requests(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM referral").await
}

#[tokio::test]
async fn without_agreement_neither_the_person_nor_a_neighbour_sends_anything() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        for (path, said) in [
            ("/demander", "Sans votre accord, nous ne pouvons pas vous appeler"),
            ("/signaler", "Parlez-en d’abord avec la personne"),
        ] {
            let page = browser.get(path).await;
            let without = aline_without("consent");
            let page = browser.send(&page, path, &without).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            assert_eq!(page.value(path, "name"), "Aline Dumont");
            assert_eq!(page.value(path, "note"), "Aimait chanter en chorale.");
        }
        assert_eq!((persons(&test).await, requests(&test).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_visitor_s_double_click_sends_once() {
    story(|test| async move {
        let (mut browser, page) = visitor(&test, "/demander").await;
        for _ in 0..2 {
            browser.send(&page, "/demander", &ALINE).await.is(StatusCode::OK).says("Merci");
        }
        assert_eq!((persons(&test).await, requests(&test).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn two_clicks_at_the_same_moment_send_once() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut left, page) = prescriber(&test).await;
        let (mut right, _) = prescriber(&test).await;
        let (first, second) =
            tokio::join!(left.send(&page, "/prescrire", &ALINE), right.send(&page, "/prescrire", &ALINE));
        first.is(StatusCode::OK).says("Envoyée");
        second.is(StatusCode::OK).says("Envoyée");
        assert_eq!(first.path, second.path);
        assert_eq!((persons(&test).await, requests(&test).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_double_click_accepts_once() {
    story(|test| async move {
        let (id, mut nadia, page) = received(&test).await;
        let action = format!("/demandes/{id}/accepter");
        let first = nadia.send(&page, &action, &[]).await;
        let second = nadia.send(&page, &action, &[]).await;
        second.is(StatusCode::OK).says("Premier contact à prendre");
        assert_eq!(first.path, second.path);
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_team_decides_nothing_about_a_request() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let id = a_request(&test, &team).await;
        let theirs = a_request(&test, &elsewhere).await;
        let mut stranger = test.signed_in("link_worker@minguettes.test").await;
        let known = sql::find(&mut test.tx().await, theirs).await.unwrap().unwrap().person_id.to_string();
        let fields = pairs(&[("version", "1"), ("reason", "full"), ("person", &known)]);
        for act in ["accepter", "decliner", "retirer", "reunir"] {
            let foreign = stranger.post(&format!("/demandes/{id}/{act}"), &fields).await;
            let absent = stranger.post(&format!("/demandes/{}/{act}", ReferralId::new()), &fields).await;
            foreign.is(StatusCode::NOT_FOUND).says("Cette page n’existe pas, ou n’est pas pour vous");
            assert_eq!(foreign.text(), absent.text());
        }
        let now = sql::find(&mut test.tx().await, id).await.unwrap().unwrap();
        assert_eq!((now.state, now.version), (State::Sent, 1));
        let entries = audit::of_subject(&mut test.tx().await, id).await.unwrap();
        assert_eq!(entries.len(), 1, "its sending, and nothing by the stranger");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_request_is_not_merged_with_a_person_of_another_team() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let (here, there) = (a_request(&test, &team).await, a_request(&test, &elsewhere).await);
        let foreign = sql::find(&mut test.tx().await, there).await.unwrap().unwrap().person_id;
        let before = sql::find(&mut test.tx().await, here).await.unwrap().unwrap();
        let mut nadia = link_worker(&test).await;
        let fields = pairs(&[("version", "1"), ("person", &foreign.to_string())]);
        nadia.post(&format!("/demandes/{here}/reunir"), &fields).await.is(StatusCode::NOT_FOUND);
        let after = sql::find(&mut test.tx().await, here).await.unwrap().unwrap();
        assert_eq!((after.person_id, after.version), (before.person_id, 1));
    })
    .await;
}
