//! What an organisation lets be asked of it, and what a failed request leaves in the directory.

use super::*;
use crate::testing::story;
use directory::verification;
use jiff::civil::date;

async fn limited(test: &TestApp, limit: impl Fn(&mut Resource)) {
    let mut tx = test.tx().await;
    let id = ResourceId::parse("test--choeur").unwrap();
    let (mut choir, _) = resource::find(&mut tx, &id).await.unwrap().unwrap();
    limit(&mut choir);
    resource::put(&mut tx, &choir, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn is_doubted(test: &TestApp) -> bool {
    verification::doubted(&mut test.tx().await).await.unwrap().contains("test--choeur")
}

const AGREED: [(&str, &str); 2] = [("shared", "name"), ("agreed", "yes")];

#[tokio::test]
async fn nothing_is_asked_of_an_organisation_that_pauses() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        limited(&test, |choir| choir.ties.paused_until = Some(date(2026, 2, 1))).await;
        let page = scene.ask(&AGREED).await;
        page.is(StatusCode::CONFLICT).says("en pause jusqu’au 1er février 2026").says("Rien n’a été envoyé");
        assert_eq!(letters(&test).await.len(), 0);
        assert_eq!(scene.state(&test).await, "proposed");
    })
    .await;
}

#[tokio::test]
async fn an_organisation_is_asked_no_more_than_it_said_it_can_answer() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        limited(&test, |choir| choir.ties.most_at_once = Some(1)).await;
        let other = a_case(&test, &scene.team).await;
        let tie = proposed(&test, &scene.team, other, "test--choeur").await;
        let action = format!("/personnes/{other}/liens/{tie}/demander");
        let form = scene.nadia.get(&action).await;
        form.says("1 demande à la fois au plus");
        let page = scene.nadia.send(&form, &action, &AGREED).await;
        page.is(StatusCode::CONFLICT).says("autant de demandes qu’elle en accepte");
        assert_eq!(letters(&test).await.len(), 1);
        // Once it has answered the first, there is room for the next.
        let link = link(&test).await;
        let mut choir = test.browser();
        let reply = choir.get(&link).await;
        choir.send(&reply, &format!("{link}/oui"), &[]).await.is(StatusCode::OK);
        let form = scene.nadia.get(&action).await;
        scene.nadia.send(&form, &action, &AGREED).await.is(StatusCode::OK).says("Place demandée");
    })
    .await;
}

#[tokio::test]
async fn an_organisation_that_was_full_makes_its_entry_doubtful() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let answer = scene.step("non", &[("reason", "full")]).await;
        answer.is(StatusCode::OK);
        assert!(is_doubted(&test).await);
    })
    .await;
}

#[tokio::test]
async fn silence_makes_an_entry_doubtful_and_a_persons_own_reason_does_not() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        scene.step("abandon", &[("drop_reason", "not_interested")]).await.is(StatusCode::OK);
        assert!(!is_doubted(&test).await);
    })
    .await;
    story(|test| async move {
        let _scene = Scene::asked(&test).await;
        test.days_pass(31).await;
        assert!(is_doubted(&test).await);
    })
    .await;
}
