//! Time passes: a reminder, an end, a waiting list.

use axum::http::StatusCode;

use super::{Scene, jobs_left, letters, link};
use crate::caseload;
use crate::consent::{self, Purpose, Recipient};
use crate::testing::{events, link_worker, story};

#[tokio::test]
async fn a_silent_organisation_is_reminded_after_ten_days() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        test.days_pass(9).await;
        assert_eq!(letters(&test).await.len(), 1);
        test.days_pass(1).await;
        let written = letters(&test).await;
        assert_eq!(written.len(), 2);
        assert!(written[1].subject.starts_with("Rappel"));
        assert_eq!(events(&test, scene.case).await.last().unwrap(), "reminded");
        scene.nadia = link_worker(&test).await;
        scene.nadia.get(&scene.path()).await.says("relancée le 23 janvier 2026").says("Relance envoyée");
        test.browser().get(&link(&test).await).await.is(StatusCode::OK).says("Mme Aline D.");
    })
    .await;
}

#[tokio::test]
async fn thirty_days_of_silence_end_the_request() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        test.days_pass(29).await;
        assert_eq!(scene.state(&test).await, "asked");
        test.days_pass(1).await;
        assert_eq!(scene.state(&test).await, "expired");
        assert_eq!((letters(&test).await.len(), jobs_left(&test).await), (2, 0));
        assert_eq!(events(&test, scene.case).await.last().unwrap(), "expired");
        scene.nadia = link_worker(&test).await;
        let page = scene.nadia.get(&scene.path()).await;
        let shown = "SELECT CAST(SUM(times) AS BIGINT) FROM showing WHERE kind = 'size'";
        assert_eq!(test.count(shown).await, 1, "what is proposed instead is counted as shown");
        page.says("la demande s’est éteinte le 12 février 2026")
            .says("D’autres possibilités")
            .says("La marche douce");
        let action = format!("/personnes/{}/liens", scene.case);
        let page = scene.nadia.send(&page, &action, &[]).await;
        page.is(StatusCode::OK).says("La marche douce").says("Parlez-en ensemble");
        test.browser().get(&link(&test).await).await.is(StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn consent_withdrawn_on_the_page_stops_everything() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let page = scene.step("retrait", &[]).await;
        page.is(StatusCode::OK).says("Plus rien ne lui est envoyé").says("Retiré le 13 janvier 2026");
        assert_eq!(scene.state(&test).await, "dropped");
        test.browser().get(&link(&test).await).await.is(StatusCode::GONE).says("Cette demande a été retirée");
        test.days_pass(31).await;
        assert_eq!((letters(&test).await.len(), jobs_left(&test).await), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn consent_withdrawn_elsewhere_stops_the_reminder_and_the_link() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let mut tx = test.tx().await;
        let case = caseload::find(&mut tx, scene.case).await.unwrap().unwrap();
        let (to, now) = (Recipient::Resource("test--choeur".to_owned()), test.app.clock().now());
        assert!(consent::withdraw(&mut tx, case.person_id, Purpose::Introduction, &to, now).await.unwrap());
        tx.commit().await.unwrap();
        let (path, mut choir) = (link(&test).await, test.browser());
        choir.get(&path).await.is(StatusCode::GONE).says("Cette demande a été retirée").does_not_say("Aline");
        test.days_pass(10).await;
        assert_eq!(letters(&test).await.len(), 1);
        assert!(!events(&test, scene.case).await.contains(&"reminded".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_waiting_list_is_asked_about_on_its_day_and_may_then_say_yes() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        let page = choir.send(&page, &format!("{path}/attente"), &[("until", "2026-03-02")]).await;
        page.is(StatusCode::OK).says("La question vous sera reposée le 2 mars 2026");
        test.days_pass(47).await;
        assert_eq!((scene.state(&test).await, letters(&test).await.len()), ("waitlisted", 1));
        test.days_pass(1).await;
        let written = letters(&test).await;
        assert_eq!(written.len(), 2);
        assert!(written[1].subject.contains("libérée"));
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        choir.send(&page, &format!("{path}/oui"), &[]).await.is(StatusCode::OK).says("Vous avez répondu oui");
        assert_eq!((scene.state(&test).await, jobs_left(&test).await), ("accepted", 0));
    })
    .await;
}

#[tokio::test]
async fn a_later_day_given_meanwhile_moves_the_question_on() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        let page = choir.send(&page, &format!("{path}/attente"), &[("until", "2026-01-20")]).await;
        choir
            .send(&page, &format!("{path}/attente"), &[("until", "2026-01-27")])
            .await
            .says("27 janvier 2026");
        test.days_pass(7).await;
        assert_eq!(letters(&test).await.len(), 1);
        test.days_pass(7).await;
        assert_eq!(letters(&test).await.len(), 2);
        assert_eq!(scene.state(&test).await, "waitlisted");
    })
    .await;
}

#[tokio::test]
async fn without_a_day_a_waiting_list_is_asked_about_in_a_month() {
    story(|test| async move {
        let _scene = Scene::asked(&test).await;
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        choir.send(&page, &format!("{path}/attente"), &[]).await.says("12 février 2026");
    })
    .await;
}
