//! Who sees which team's figures, and what a period may be.

use axum::http::StatusCode;
use platform::testing::Team;

use crate::testing::{World, story};

#[tokio::test]
async fn an_empty_site_says_what_to_do_and_divides_by_nothing() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        let page = browser.get("/chiffres").await;
        page.is(StatusCode::OK).says("Rien pour cette période").does_not_say("NaN");
    })
    .await;
}

#[tokio::test]
async fn a_period_that_cannot_be_is_told_and_kept_as_typed() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get("/chiffres?du=2026-01-20&au=2026-01-02").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Le dernier jour vient avant le premier.");
        assert_eq!(page.value("/chiffres", "du"), "2026-01-20");
        assert_eq!(page.value("/chiffres", "au"), "2026-01-02");
        let page = browser.get("/chiffres?du=31/02/2026&au=demain").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Cette date n’existe pas.");
        assert_eq!(page.value("/chiffres", "du"), "31/02/2026");
        assert_eq!(page.value("/chiffres", "au"), "demain");
        browser.get("/chiffres?du=0001-01-01&au=9999-12-31").await.is(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn another_team_is_not_found_and_its_referrals_are_not_counted() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let other = Team::at_venissieux(&test).await;
        World { test: &test, team: &team }.referrals(2).await;
        World { test: &test, team: &other }.referrals(5).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        browser.get("/chiffres").await.says("Demandes reçues2");
        browser.get(&format!("/chiffres?site={}", team.site)).await.says("Demandes reçues2");
        browser.get(&format!("/chiffres?site={}", other.site)).await.is(StatusCode::NOT_FOUND);
        browser.get("/chiffres?site=x").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn prescribers_and_visitors_see_no_figures() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        browser.get("/chiffres").await.does_not_say("Demandes reçues");
        browser.sign_in("prescriber@essarts.test").await;
        browser.get("/chiffres").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn each_reading_leaves_one_entry_in_the_trail() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        browser.get("/chiffres").await;
        browser.get("/chiffres?du=x").await;
        let (count,): (i64,) = test
            .tx()
            .await
            .one(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'listed' AND subject_kind = 'figures' AND site_id = $1",
                &[team.site.into()],
            )
            .await
            .unwrap();
        assert_eq!(count, 1);
    })
    .await;
}

#[tokio::test]
async fn the_page_reads_in_english() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.referrals(1).await;
        let mut browser = test.browser().in_english();
        browser.sign_in("coordinator@essarts.test").await;
        let page = browser.get("/chiffres").await;
        page.says("Requests received1")
            .says("from 14 July 2025 to 13 January 2026")
            .says("How this is counted");
    })
    .await;
}

#[tokio::test]
async fn whoever_opens_no_file_is_led_to_the_reports() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.referrals(3).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        let page = browser.get("/chiffres").await;
        assert_eq!(page.path, "/rapports");
        page.is(StatusCode::OK).does_not_say("Demandes reçues");
    })
    .await;
}
