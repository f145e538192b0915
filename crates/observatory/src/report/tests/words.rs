//! The team's own words.

use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::Team;

use super::address;
use crate::testing::{World, freezes_on, story};

#[tokio::test]
async fn words_stay_when_the_figures_are_frozen_and_every_version_is_kept() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        let (here, there) = (address(team.site), format!("{}/mots", address(team.site)));
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get(&here).await;
        let page = browser.get(&page.link("Ajouter les mots de l’équipe")).await;
        let first = [("essentiel", "Un hiver difficile."), ("suite", "Ouvrir le samedi.")];
        let page = browser.send(&page, &there, &first).await;
        assert_eq!(page.path, format!("{here}?fait=oui"));
        page.says("L’essentielUn hiver difficile.")
            .says("La suiteOuvrir le samedi.")
            .does_not_say("Ce qui explique");
        let page = browser.get(&there).await;
        assert_eq!(page.value(&there, "essentiel"), "Un hiver difficile.");
        browser.send(&page, &there, &[("essentiel", "Un hiver difficile, bien traversé.")]).await;
        freezes_on(&test, date(2026, 7, 1)).await;
        browser.sign_in("coordinator@essarts.test").await;
        browser.get(&here).await.says("L’essentielUn hiver difficile, bien traversé.").says("figés");
        assert_eq!(test.count("SELECT COUNT(*) FROM report_words").await, 2);
    })
    .await;
}

#[tokio::test]
async fn two_who_write_at_once_see_both() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        let there = format!("{}/mots", address(team.site));
        let mut one = test.signed_in("coordinator@essarts.test").await;
        let mut other = test.signed_in("coordinator@essarts.test").await;
        let (mine, theirs) = (one.get(&there).await, other.get(&there).await);
        one.send(&mine, &there, &[("suite", "Ouvrir le samedi.")]).await;
        let page = other.send(&theirs, &there, &[("suite", "Ouvrir le dimanche.")]).await;
        page.is(StatusCode::CONFLICT).says("Ouvrir le samedi.");
        assert_eq!(page.value(&there, "suite"), "Ouvrir le dimanche.");
        other
            .send(&page, &there, &[("suite", "Ouvrir le week-end.")])
            .await
            .is(StatusCode::OK)
            .says("week-end");
    })
    .await;
}

#[tokio::test]
async fn what_is_too_long_is_told_and_kept_as_typed() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        let there = format!("{}/mots", address(team.site));
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get(&there).await;
        let long = "é".repeat(6_001);
        let page = browser.send(&page, &there, &[("contexte", &long)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("C’est trop long : 6000 signes au plus.");
        assert_eq!(page.value(&there, "contexte"), long);
        assert_eq!(test.count("SELECT COUNT(*) FROM report_words").await, 0);
        browser.sign_in("link_worker@essarts.test").await;
        browser.get(&there).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
