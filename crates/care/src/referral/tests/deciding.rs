//! What the team answers to a request.

use axum::http::StatusCode;
use platform::audit;
use platform::testing::Team;

use super::{letters, prescriber, received};
use crate::testing::{a_request, link_worker, story};

#[tokio::test]
async fn the_link_worker_accepts_and_the_prescriber_hears_of_it_without_a_name() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let mut browser = link_worker(&test).await;
        let page = browser.get("/demandes").await;
        page.says("Mme Aline Dumont").says("nouvelle");
        let page = browser.get(&format!("/demandes/{id}")).await;
        page.says("Aimait chanter en chorale").says("Deuil, séparation");
        let page = browser.send(&page, &format!("/demandes/{id}/accepter"), &[]).await;
        page.is(StatusCode::OK).says("Premier contact à prendre");

        let letters = letters(&test, "prescriber@essarts.test").await;
        assert_eq!(letters.len(), 1);
        for token in ["Aline", "Dumont", "1948", "04 65", "Bron"] {
            assert!(!letters[0].body.contains(token) && !letters[0].subject.contains(token), "{token}");
        }
        let entries = audit::of_subject(&mut test.tx().await, id).await.unwrap();
        let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["created", "read", "changed"]);
    })
    .await;
}

#[tokio::test]
async fn a_declined_request_keeps_its_reason_and_tells_the_prescriber() {
    story(|test| async move {
        let (id, mut nadia, page) = received(&test).await;
        nadia.send(&page, &format!("/demandes/{id}/decliner"), &[("reason", "not_eligible")]).await;
        let (mut prescriber, _) = prescriber(&test).await;
        prescriber.get(&format!("/mes-patients/{id}")).await.says("Ne remplit pas les conditions");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_request_is_declined_for_a_reason_somebody_chose() {
    story(|test| async move {
        let (id, mut nadia, page) = received(&test).await;
        let page = nadia.send(&page, &format!("/demandes/{id}/decliner"), &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez une raison").says("Accepter et commencer");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn two_people_cannot_decide_the_same_request() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let (mut nadia, mut camille) = (test.browser(), test.browser());
        nadia.sign_in("link_worker@essarts.test").await;
        camille.sign_in("coordinator@essarts.test").await;
        nadia.get(&format!("/demandes/{id}")).await;
        let seen_by_nadia = nadia.get(&format!("/demandes/{id}")).await;
        let seen_by_camille = camille.get(&format!("/demandes/{id}")).await;
        nadia.send(&seen_by_nadia, &format!("/demandes/{id}/accepter"), &[]).await.is(StatusCode::OK);
        let page =
            camille.send(&seen_by_camille, &format!("/demandes/{id}/decliner"), &[("reason", "full")]).await;
        page.is(StatusCode::CONFLICT).says("Quelqu’un a changé ce dossier entre-temps");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_team_s_request_looks_like_none() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let id = a_request(&test, &team).await;
        let mut browser = test.signed_in("link_worker@minguettes.test").await;
        let foreign = browser.get(&format!("/demandes/{id}")).await;
        let absent = browser.get("/demandes/0198f2c0-0000-7000-8000-000000000000").await;
        foreign.is(StatusCode::NOT_FOUND).does_not_say("Aline");
        assert_eq!(foreign.text(), absent.text());
        let mut other = test.signed_in("prescriber@minguettes.test").await;
        other.get(&format!("/mes-patients/{id}")).await.is(StatusCode::NOT_FOUND);
        other.get(&format!("/mes-patients/{id}/feuille")).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_request_tells_nobody_anything_more() {
    story(|test| async move {
        let (id, mut nadia, page) = received(&test).await;
        nadia.send(&page, &format!("/demandes/{id}/retirer"), &[]).await.is(StatusCode::OK);
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_would_rather_not_has_withdrawn_what_they_agreed_to() {
    story(|test| async move {
        let (id, mut nadia, page) = received(&test).await;
        nadia.send(&page, &format!("/demandes/{id}/retirer"), &[]).await.is(StatusCode::OK);
        let standing = "SELECT COUNT(*) FROM consent WHERE withdrawn_at IS NULL";
        let standing = test.count(standing).await;
        assert_eq!(standing, 0);
    })
    .await;
}
