//! Who reads which report, and when.

use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::Team;

use super::address;
use crate::testing::{World, freezes_on, story};

#[tokio::test]
async fn what_is_provisional_stays_with_those_who_open_the_files() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        let here = address(team.site);
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        let page = browser.get("/rapports").await;
        page.says("1er trimestre 2026provisoire jusqu’au 1er juillet 2026");
        assert_eq!(page.link("1er trimestre 2026"), here);
        let page = browser.get(&here).await;
        page.is(StatusCode::OK).says("Ce rapport est provisoire").says("Demandes reçues14 · 100 %");
        page.says("Demandes déclinées17 %").does_not_say("PDF").does_not_say("Rendre ce rapport public");
        for file in ["rapport.pdf", "chiffres.csv"] {
            browser.get(&format!("{here}/{file}")).await.is(StatusCode::NOT_FOUND);
        }
        // Neither a quarter to come nor one of which nothing was kept.
        for quarter in ["2026-T2", "2025-T3", "2026-T9", "x"] {
            let path = format!("/rapports/{}/{quarter}", team.site);
            browser.get(&path).await.is(StatusCode::NOT_FOUND);
        }
        browser.sign_in("administrator@essarts.test").await;
        browser.get("/rapports").await.does_not_say("provisoire");
        browser.get(&here).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_frozen_report_is_exact_to_the_team_and_not_to_an_administrator() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        freezes_on(&test, date(2026, 7, 1)).await;
        let here = address(team.site);
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get(&here).await;
        page.says("Accompagnements ouverts11 · 79 %").says("Chiffres comptés le 1er juillet 2026 et figés");
        let page = browser.get(&page.link("Voir ce que les autres verront")).await;
        page.says("Demandes reçues14 · 100 %").says("Accompagnements ouvertsnon publié");
        browser.sign_in("administrator@essarts.test").await;
        let page = browser.get(&here).await;
        // Eleven of fourteen: the three others would be known.
        page.says("Demandes reçues14 · 100 %").says("Accompagnements ouvertsnon publié");
        page.says("Demandes déclinéesnon publié").does_not_say("79 %").does_not_say("chiffres exacts");
        page.does_not_say("Nadia essarts").does_not_say("Rendre public").does_not_say("Ajouter les mots");
    })
    .await;
}

#[tokio::test]
async fn another_team_s_report_is_not_found_and_no_prescriber_reads_one() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        freezes_on(&test, date(2026, 7, 1)).await;
        let mut browser = test.signed_in("coordinator@minguettes.test").await;
        let here = address(team.site);
        for path in [
            here.clone(),
            format!("{here}/mots"),
            format!("{here}/rapport.pdf"),
            format!("{here}/chiffres.csv"),
        ] {
            browser.get(&path).await.is(StatusCode::NOT_FOUND);
        }
        browser.get("/rapports").await.does_not_say("Essarts");
        browser.sign_in("prescriber@essarts.test").await;
        browser.get("/rapports").await.is(StatusCode::NOT_FOUND);
        browser.get(&here).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn each_reading_leaves_one_entry_in_the_trail() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        freezes_on(&test, date(2026, 7, 1)).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let read = "SELECT COUNT(*) FROM audit_entry WHERE action = 'listed' AND subject_kind = 'figures'";
        browser.get(&address(team.site)).await;
        browser.get(&format!("{}/rapport.pdf", address(team.site))).await;
        browser.get("/rapports/ensemble/2026-T1").await.is(StatusCode::OK);
        assert_eq!(test.count(read).await, 3);
    })
    .await;
}
