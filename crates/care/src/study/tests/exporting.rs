//! Data leave when two persons agree, and tell nobody.

use std::io::{Cursor, Read};

use axum::http::StatusCode;
use platform::audit;
use platform::testing::{Browser, Page, Team, TestApp};

use super::{answers, coordinator, many, opened, person_of};
use crate::testing::{link_worker, story};

const WHY: &str = "Analyse à trois mois, par l’Institut.";

fn leading_to(page: &Page, end: &str) -> Option<String> {
    page.links().into_iter().find(|link| link.ends_with(end))
}

async fn ask(browser: &mut Browser, here: &str) -> Page {
    let page = browser.get(here).await;
    browser.send(&page, here, &[("reason", WHY)]).await
}

/// Asked by the coordinator, granted by the administrator.
async fn granted(test: &TestApp, here: &str) -> Page {
    let mut camille = coordinator(test).await;
    ask(&mut camille, here).await.says("Attend la décision");
    let mut andree = test.signed_in("administrator@essarts.test").await;
    let grant = leading_to(&andree.get(here).await, "/accorder").unwrap();
    let page = andree.get(&grant).await;
    page.says("PRISMUR").says(WHY);
    andree.send(&page, &grant, &[]).await.says("Accordé par");
    camille.get(here).await
}

fn file(archive: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text.trim_start_matches('\u{feff}').to_owned()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

#[tokio::test]
async fn two_persons_let_data_leave_and_no_name_day_or_place_is_in_them() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let study = opened(&test, &[]).await;
        let cases = many(&test, &team, study, 14).await;
        let mut nadia = link_worker(&test).await;
        answers(&mut nadia, cases[3]).await;
        let here = format!("/etudes/{study}/exports");
        let page = granted(&test, &here).await;
        let mut camille = coordinator(&test).await;
        let taken = camille.get(&leading_to(&page, "/donnees.zip").unwrap()).await;
        taken.is(StatusCode::OK);
        let data = rows(&file(&taken.bytes, "data.csv"));
        assert_eq!(data.len(), 1 + 14 * 4, "one row for each person and time point");
        assert_eq!(
            data[0][..9],
            ["person", "age", "civility", "department", "site", "arm", "point", "status", "days"]
        );
        let codes: Vec<&String> = data.iter().skip(1).map(|row| &row[0]).collect();
        assert!(codes.is_sorted(), "the order says nothing");
        let answered: Vec<&Vec<String>> = data.iter().filter(|row| row[7] == "done").collect();
        assert_eq!(answered.len(), 1);
        assert_eq!(answered[0][6..9], ["t0", "done", "0"]);
        assert_eq!(answered[0][10..], ["2", "1", "2", "5"], "answers, then their sum");
        let dictionary = file(&taken.bytes, "dictionary.csv");
        assert!(dictionary.contains("ucla3_1;") && dictionary.contains("k_anonymity"), "{dictionary}");
        assert!(file(&taken.bytes, "flow.csv").contains("Entrées dans l’étude;Toutes;14"));
        for told in ["Morand", "69029", "38185", "2026-"] {
            assert!(!file(&taken.bytes, "data.csv").contains(told) && !dictionary.contains(told), "{told}");
        }
        let sheets = camille.get(&leading_to(&page, "/donnees.xlsx").unwrap()).await;
        assert!(sheets.is(StatusCode::OK).bytes.starts_with(b"PK"));
        assert!(file(&sheets.bytes, "xl/workbook.xml").contains("dictionary"));
        let person = person_of(&test, cases[0]).await;
        let trail = audit::about(&mut test.tx().await, person.0).await.unwrap();
        assert_eq!(trail.iter().filter(|entry| entry.action == "used").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn under_eleven_persons_nothing_leaves_and_the_page_says_why() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let study = opened(&test, &[]).await;
        let cases = many(&test, &team, study, 11).await;
        let here = format!("/etudes/{study}/exports");
        let page = granted(&test, &here).await;
        let zip = leading_to(&page, "/donnees.zip").unwrap();
        // Somebody stops and takes their answers out: ten are left.
        let leave = super::file(cases[0], study);
        let mut nadia = link_worker(&test).await;
        let file = nadia.get(&leave).await;
        nadia.send(&file, &format!("{leave}/retrait"), &[("keep", "no")]).await.is(StatusCode::OK);
        let mut camille = coordinator(&test).await;
        camille.get(&here).await.says("Moins de 11 personnes");
        assert_eq!(leading_to(&camille.get(&here).await, "/donnees.zip"), None);
        camille.get(&zip).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn neither_who_asks_nor_a_colleague_of_theirs_nor_a_stranger_grants() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let colleague = ("second@essarts.test", "Second Essarts");
        platform::testing::member(&test, colleague, kernel::role::Role::Coordinator, &[team.site]).await;
        let study = opened(&test, &[]).await;
        let here = format!("/etudes/{study}/exports");
        let mut camille = coordinator(&test).await;
        ask(&mut camille, &here).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let grant = leading_to(&andree.get(&here).await, "/accorder").unwrap();
        andree.post(&here, &[("reason".to_owned(), WHY.to_owned())]).await.is(StatusCode::NOT_FOUND);
        let own = camille.post(&grant, &[]).await;
        own.is(StatusCode::UNPROCESSABLE_ENTITY).says("votre propre demande");
        test.signed_in("second@essarts.test").await.post(&grant, &[]).await.is(StatusCode::NOT_FOUND);
        let mut stranger = test.signed_in("administrator@minguettes.test").await;
        stranger.get(&here).await.is(StatusCode::NOT_FOUND);
        stranger.post(&grant, &[]).await.is(StatusCode::NOT_FOUND);
        andree.get(&grant.replace("/accorder", "/donnees.zip")).await.is(StatusCode::NOT_FOUND);
        camille.get(&grant.replace("/accorder", "/donnees.zip")).await.is(StatusCode::NOT_FOUND);
        let page = camille.get(&here).await;
        camille
            .send(&page, &here, &[("reason", " ")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Dites pourquoi");
    })
    .await;
}
