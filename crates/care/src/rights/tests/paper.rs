//! On paper: the same as in the copy, to the last column, and under the same conditions.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use kernel::Lang;
use kernel::id::CaseId;
use platform::testing::{Browser, Page, TestApp, on_both_engines};
use platform::web::dates;
use serde_json::Value as Json;

use super::{coordinator, person_of};
use crate::held::{HeldTable, Says};
use crate::rights::held;
use crate::testing::{at_desk, story};
use crate::words::words;

async fn rights(test: &TestApp, case: CaseId) -> String {
    format!("/droits/{}", person_of(test, case).await)
}

async fn address(test: &TestApp, case: CaseId, file: &str) -> String {
    format!("{}/{file}", rights(test, case).await)
}

fn read(page: &Page) -> Json {
    page.is(StatusCode::OK);
    serde_json::from_str(&page.body).unwrap()
}

async fn sheet(test: &TestApp, browser: &mut Browser, case: CaseId) -> Json {
    read(&browser.get(&address(test, case, "copie.pdf").await).await)
}

/// What paper says for a value of the copy.
fn said(value: &Json) -> String {
    match value {
        Json::Null => "(rien)".to_owned(),
        Json::Bool(true) => "oui".to_owned(),
        Json::Bool(false) => "non".to_owned(),
        Json::String(text) if text.starts_with("left out") => {
            "(laissé de côté\u{a0}: concerne une autre personne)".to_owned()
        }
        Json::String(text) => match text.parse::<Timestamp>() {
            Ok(moment) => dates::moment(moment.as_second(), Lang::Fr),
            Err(_) => text.clone(),
        },
        other => other.to_string(),
    }
}

/// What paper calls a column of the copy.
fn label(held: &HeldTable, column: &str) -> String {
    match held.columns.iter().find(|(name, _)| *name == column).unwrap().1 {
        Says::Told(word) | Says::OfAnother(word) => word(words(Lang::Fr)),
        Says::Moment => format!("date et heure ({column})"),
        Says::Account => format!("par qui ({column})"),
        Says::Nothing => panic!("{column} says nothing"),
    }
}

/// Label and text of each fact of a row, in the order of the alphabet.
fn facts(part: &Json) -> Vec<(String, String)> {
    let lines = part["lines"].as_array().unwrap().iter();
    let text = |line: &Json, field: &str| line[field].as_str().unwrap().to_owned();
    let mut facts: Vec<_> = lines.map(|line| (text(line, "label"), text(line, "text"))).collect();
    facts.sort();
    facts
}

#[tokio::test]
async fn every_label_and_value_of_the_copy_stands_on_paper() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let copy = read(&nadia.get(&address(&test, case, "copie.json").await).await);
        let sheet = sheet(&test, &mut nadia, case).await;
        let tables = sheet["data"]["whole"]["tables"].as_array().unwrap();
        let w = words(Lang::Fr);
        let mut met = 0;
        for held in held() {
            let rows = copy["held"][held.table].as_array().unwrap();
            let table = tables.iter().find(|table| table["title"] == (held.is)(w));
            if rows.is_empty() {
                assert!(table.is_none(), "{}", held.table);
                continue;
            }
            met += 1;
            let parts = table.expect(held.table)["parts"].as_array().unwrap();
            assert_eq!(parts.len(), rows.len(), "{}", held.table);
            for (part, row) in parts.iter().zip(rows) {
                let row = row.as_object().unwrap().iter();
                let mut copied: Vec<(String, String)> =
                    row.map(|(column, value)| (label(&held, column), said(value))).collect();
                copied.sort();
                assert_eq!(facts(part), copied, "{}", held.table);
            }
        }
        assert_eq!(tables.len(), met, "and nothing else");
        let (before, now) = (copy["trail"].as_array().unwrap(), &sheet["data"]["trail"]["rows"]);
        assert_eq!(now.as_array().unwrap().len(), before.len() + 1, "this copy too");
    })
    .await;
}

/// As a page's text is read: spaces are spaces.
fn first_line(text: &Json) -> String {
    let line = text.as_str().unwrap().lines().next().unwrap();
    line.replace(['\u{a0}', '\u{202f}'], " ")
}

#[tokio::test]
async fn what_the_page_says_stands_on_paper() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = nadia.get(&rights(&test, case).await).await;
        let data = sheet(&test, &mut nadia, case).await["data"].clone();
        let sections = data["sections"].as_array().unwrap();
        assert!(sections.len() > 3);
        for section in sections {
            page.says(&first_line(&section["title"]));
            for line in section["lines"].as_array().unwrap() {
                page.says(&first_line(&line["label"])).says(&first_line(&line["text"]));
            }
        }
        page.says(data["looks"]["title"].as_str().unwrap());
        assert!(data["looks"]["rows"].to_string().contains("Nadia essarts"));
    })
    .await;
}

#[tokio::test]
async fn paper_is_a_file_whose_name_tells_nobody_and_is_kept_in_the_trail() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(&test, case, "copie.pdf").await;
        let links = nadia.get(&rights(&test, case).await).await;
        assert_eq!(links.link("À lire (PDF)"), here);
        let large = links.link("À lire, en grands caractères (PDF)");
        for (path, is_large) in [(&here, false), (&large, true)] {
            let page = nadia.get(path).await;
            let header = |name: &str| page.headers[name].to_str().unwrap().to_owned();
            assert_eq!(header("content-disposition"), "attachment; filename=\"copie-des-donnees.pdf\"");
            assert_eq!(header("cache-control"), "no-store");
            assert_eq!(read(&page)["frame"]["large"], is_large);
        }
        let copies = "SELECT COUNT(*) FROM audit_entry WHERE action = 'copied'";
        assert_eq!(test.count(copies).await, 2);
        test.app.wall().advance(SignedDuration::from_mins(11));
        nadia.get(&here).await.says("Confirmez que c’est vous").does_not_say("Aline");
        assert_eq!(test.count(copies).await, 2);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_frozen_has_a_copy_too_and_stays_frozen() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(&test, case, "copie.pdf").await;
        let mut camille = coordinator(&test).await;
        let freeze = address(&test, case, "geler").await;
        let page = camille.get(&freeze).await;
        let page = camille.send(&page, &freeze, &[("reason", "Conteste son adresse.")]).await;
        assert_eq!(page.link("À lire (PDF)"), here);
        let told = read(&camille.get(&here).await).to_string();
        assert!(told.contains("12 rue des Essarts"));
        nadia.get(&here).await.is(StatusCode::NOT_FOUND);
        assert_eq!(test.count("SELECT COUNT(*) FROM person").await, 0);
        assert_eq!(test.count("SELECT COUNT(*) FROM frozen").await, 1);
        let erase = format!("{}/effacer", page.path);
        let page = camille.get(&erase).await;
        camille.send(&page, &erase, &[("sure", "yes")]).await.says("C’est effacé");
        camille.get(&here).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_too_long_for_paper_is_said_and_still_in_the_copy() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let mut tx = test.tx().await;
        let long = "a".repeat(platform::paper::MOST_BYTES);
        tx.run("UPDATE person SET call_when = $1", &[long.as_str().into()]).await.unwrap();
        tx.commit().await.unwrap();
        let page = nadia.get(&address(&test, case, "copie.pdf").await).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("C’est trop long pour un PDF");
        nadia.get(&address(&test, case, "copie.json").await).await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_program_without_a_press_offers_no_paper() {
    let modules = vec![platform::module(), directory::module(), crate::module()];
    on_both_engines(modules, directory::prepare, |test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = nadia.get(&rights(&test, case).await).await;
        page.says("Copie complète (fichier JSON)").does_not_say("PDF");
        nadia.get(&address(&test, case, "copie.pdf").await).await.is(StatusCode::NOT_FOUND);
        let copies = "SELECT COUNT(*) FROM audit_entry WHERE action = 'copied'";
        assert_eq!(test.count(copies).await, 0);
    })
    .await;
}
