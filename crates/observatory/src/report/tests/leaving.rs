//! What leaves the team: once it is released, and never a small number.

use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::{Browser, Page, Team, TestApp};
use serde_json::Value as Json;

use super::address;
use crate::testing::{World, freezes_on, story};

async fn frozen(test: &TestApp) -> Team {
    let team = Team::at_bron(test).await;
    World { test, team: &team }.a_winter().await;
    freezes_on(test, date(2026, 7, 1)).await;
    team
}

async fn release(browser: &mut Browser, team: &Team) -> Page {
    let page = browser.get(&address(team.site)).await;
    browser.send(&page, &format!("{}/publier", address(team.site)), &[]).await
}

#[tokio::test]
async fn only_a_coordinator_lets_everybody_read_it() {
    story(|test| async move {
        let team = frozen(&test).await;
        let public = format!("/publications/{}/2026-T1", team.site);
        let mut anybody = test.browser();
        for path in [public.clone(), format!("{public}/rapport.pdf"), format!("{public}/chiffres.csv")] {
            anybody.get(&path).await.is(StatusCode::NOT_FOUND);
        }
        anybody.get("/publications").await.says("Aucun rapport n’est encore public");
        for other in ["link_worker", "administrator"] {
            let mut browser = test.signed_in(&format!("{other}@essarts.test")).await;
            browser.get(&address(team.site)).await.does_not_say("Rendre public");
            let fields = [("once".to_owned(), "x".to_owned())];
            let path = format!("{}/publier", address(team.site));
            browser.post(&path, &fields).await.is(StatusCode::NOT_FOUND);
        }
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        release(&mut browser, &team)
            .await
            .says("public depuis le 1er juillet 2026")
            .does_not_say("Rendre public");
        let list = anybody.get("/publications").await;
        list.says("1er trimestre 2026").says("Toutes les équipes");
        assert_eq!(list.link("Maison de santé des Essarts"), public);
        let page = anybody.get(&public).await;
        page.is(StatusCode::OK).says("Demandes reçues14 · 100 %").says("Accompagnements ouvertsnon publié");
        page.does_not_say("79 %").does_not_say("Ajouter les mots").says("Ce que ces chiffres ne disent pas");
        let released = "SELECT COUNT(*) FROM audit_entry WHERE action = 'released'";
        assert_eq!(test.count(released).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_table_is_for_a_spreadsheet_and_says_of_which_data_it_is() {
    story(|test| async move {
        let team = frozen(&test).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get(&address(team.site)).await;
        let csv = browser.get(&page.link("Tableau (CSV)")).await;
        assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"chiffres-2026-T1.csv\"");
        let head =
            "\u{feff}Période;Équipe;Suivi jusqu’au;Version des données;Rubrique;Intitulé;Nombre;Part\r\n";
        assert!(csv.body.starts_with(head), "{}", csv.body);
        assert!(csv.body.contains("\r\n2026-T1;Maison de santé des Essarts;2026-06-30;"), "{}", csv.body);
        assert!(csv.body.contains(";Demandes reçues;14;100\u{a0}%\r\n"), "{}", csv.body);
        assert!(csv.body.contains(";Point fait ensemble;non publié;\r\n"), "{}", csv.body);
        assert!(!csv.body.contains("Jeanne Martin"), "{}", csv.body);
    })
    .await;
}

#[tokio::test]
async fn paper_says_what_the_public_page_says() {
    story(|test| async move {
        let team = frozen(&test).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        release(&mut browser, &team).await;
        let public = format!("/publications/{}/2026-T1", team.site);
        let mut anybody = test.browser();
        let page = anybody.get(&public).await;
        let sheet = anybody.get(&page.link("Fichier PDF")).await;
        assert_eq!(sheet.headers["content-disposition"], "attachment; filename=\"rapport.pdf\"");
        let sheet: Json = serde_json::from_str(&sheet.body).unwrap();
        for row in sheet["data"]["path"]["rows"].as_array().unwrap() {
            let cell = |place: usize| row["cells"][place].as_str().unwrap();
            let share = if cell(2).is_empty() { String::new() } else { format!(" · {}", cell(2)) };
            page.says(&format!("{}{}{share}", cell(0), cell(1)).replace('\u{a0}', " "));
        }
        for line in sheet["data"]["how"]["lines"].as_array().unwrap() {
            page.says(&line["label"].as_str().unwrap().replace('\u{a0}', " "));
        }
        let large = anybody.get(&page.link("PDF en grands caractères")).await;
        assert_eq!(serde_json::from_str::<Json>(&large.body).unwrap()["frame"]["large"], true);
    })
    .await;
}
