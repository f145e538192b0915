//! A year's report: its quarters beside each other, its words and its accounts.

use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::{Browser, Page, Team, TestApp};
use serde_json::Value as Json;

use crate::testing::{World, freezes_on, story};

/// Fourteen requests in the first quarter and twenty in the third.
async fn a_year(test: &TestApp) -> (Team, String) {
    let team = Team::at_bron(test).await;
    let world = World { test, team: &team };
    world.a_winter().await;
    freezes_on(test, date(2026, 7, 1)).await;
    world.referrals(20).await;
    freezes_on(test, date(2027, 4, 1)).await;
    let here = format!("/rapports/{}/2026", team.site);
    (team, here)
}

async fn write(browser: &mut Browser, here: &str, fields: &[(&str, &str)]) -> Page {
    let there = format!("{here}/mots");
    let page = browser.get(&there).await;
    browser.send(&page, &there, fields).await
}

#[tokio::test]
async fn each_quarter_stands_beside_the_year() {
    story(|test| async move {
        let (team, here) = a_year(&test).await;
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        let list = browser.get("/rapports").await;
        assert_eq!(list.link("Année 2026"), here);
        let page = browser.get(&here).await;
        page.is(StatusCode::OK).says("Rapport annuel 2026").says("Vous lisez les chiffres exacts");
        page.says("Demandes reçues14–20–34").says("Accompagnements ouverts11–0–11");
        page.says("Demandes reçues34 · 100 %").says("jusqu’à la fin du trimestre suivant");
        // To others: what each quarter may show, and no more.
        let page = browser.get(&format!("{here}?publie=oui")).await;
        page.says("Demandes reçues14–20–34").says("Accompagnements ouvertsnon publié–non publié–non publié");
        // No year of its own before its last quarter is ripe.
        for year in ["2025", "2027", "1999"] {
            let path = format!("/rapports/{}/{year}", team.site);
            browser.get(&path).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn accounts_are_typed_added_up_and_kept() {
    story(|test| async move {
        let (_, here) = a_year(&test).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get(&here).await;
        page.does_not_say("Rapport financier").does_not_say("Rapport moral");
        let typed = [
            ("moral", "Une année de liens."),
            ("finances", "La subvention est arrivée tard."),
            ("compte-74", "12 500"),
            ("compte-756", "340,50"),
            ("compte-64", "13 000 €"),
        ];
        let page = write(&mut browser, &here, &typed).await;
        page.says("Rapport moralUne année de liens.").says("La subvention est arrivée tard.");
        page.says("74 – Subventions12 500 €").says("756 – Cotisations340,50 €").says("Total12 840,50 €");
        page.says("64 – Personnel13 000 €").says("Résultat de l’année−159,50 €").does_not_say("63 – Impôts");
        let there = format!("{here}/mots");
        let page = browser.get(&there).await;
        assert_eq!(page.value(&there, "compte-756"), "340,50\u{a0}€");
        // Nothing that was typed is lost, and nothing half kept.
        let page =
            browser.send(&page, &there, &[("compte-74", "douze mille"), ("moral", "Autre chose.")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez un montant en euros");
        assert_eq!(page.value(&there, "compte-74"), "douze mille");
        assert_eq!(page.value(&there, "moral"), "Autre chose.");
        assert_eq!(test.count("SELECT COUNT(*) FROM report_words").await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_who_write_accounts_at_once_see_both_amounts() {
    story(|test| async move {
        let (_, here) = a_year(&test).await;
        let there = format!("{here}/mots");
        let mut one = test.signed_in("coordinator@essarts.test").await;
        let mut other = test.signed_in("coordinator@essarts.test").await;
        let (mine, theirs) = (one.get(&there).await, other.get(&there).await);
        one.send(&mine, &there, &[("compte-74", "12000")]).await;
        let page = other.send(&theirs, &there, &[("compte-74", "21000")]).await;
        page.is(StatusCode::CONFLICT).says("12 000 €").says("21 000 €");
    })
    .await;
}

#[tokio::test]
async fn a_year_made_public_says_on_paper_what_its_page_says() {
    story(|test| async move {
        let (team, here) = a_year(&test).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        write(&mut browser, &here, &[("compte-74", "12 500")]).await;
        let public = format!("/publications/{}/2026", team.site);
        let mut anybody = test.browser();
        anybody.get(&public).await.is(StatusCode::NOT_FOUND);
        let page = browser.get(&here).await;
        browser.send(&page, &format!("{here}/publier"), &[]).await.is(StatusCode::OK);
        let list = anybody.get("/publications").await;
        list.says("Année 2026").says("Toutes les équipes");
        let page = anybody.get(&public).await;
        page.is(StatusCode::OK).says("Demandes reçues14–20–34").says("Total12 500 €");
        page.does_not_say("Ajouter les mots").does_not_say("79 %");
        let sheet = anybody.get(&page.link("Fichier PDF")).await;
        let sheet: Json = serde_json::from_str(&sheet.body).unwrap();
        let rows = sheet["data"]["year"]["rows"].as_array().unwrap();
        assert!(
            rows.contains(&serde_json::json!(["Demandes reçues", "14", "–", "20", "–", "34"])),
            "{rows:?}"
        );
        assert_eq!(sheet["data"]["finances"]["result"]["text"], "12\u{a0}500\u{a0}€");
        let csv = anybody.get(&format!("{public}/chiffres.csv")).await;
        assert!(csv.body.contains("\r\n2026;Maison de santé des Essarts;2027-03-31;"), "{}", csv.body);
    })
    .await;
}
