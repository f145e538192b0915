//! Copies: complete, theirs alone, made by somebody who just proved who they are.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::id::CaseId;
use platform::db::whole;
use platform::testing::{Browser, PASS_PHRASE, TestApp};
use serde_json::Value;

use super::person_of;
use crate::rights::held;
use crate::testing::{at_desk, story};

/// Tables that say nothing of a person beyond these: counts, and what their rights left there.
const OF_NOBODY: [&str; 4] = ["showing", "frozen", "erased", "outlived"];

async fn copied(test: &TestApp, browser: &mut Browser, case: CaseId) -> Value {
    let page = browser.get(&format!("/droits/{}/copie.json", person_of(test, case).await)).await;
    page.is(StatusCode::OK);
    assert!(page.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    serde_json::from_str(&page.body).unwrap()
}

#[tokio::test]
async fn every_column_of_every_table_of_persons_is_said_to_be_something() {
    story(|test: TestApp| async move {
        let stored = whole::tables(&mut test.tx().await).await.unwrap();
        let said: BTreeSet<&str> = held().map(|held| held.table).chain(OF_NOBODY).collect();
        // What hangs on a person hangs on one of their records.
        let hangs = |table: &whole::Table| {
            let keys = ["person_id", "case_id", "connection_id", "screening_id", "referral_id"];
            table.columns.iter().any(|column| keys.contains(&column.name.as_str()))
        };
        for table in stored.iter().filter(|table| hangs(table)) {
            assert!(said.contains(table.name.as_str()), "nobody says what is held in {}", table.name);
        }
        for held in held() {
            let table = stored.iter().find(|table| table.name == held.table).expect(held.table);
            let stored: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
            let told: BTreeSet<&str> = held.columns.iter().map(|(name, _)| *name).collect();
            assert_eq!(told, stored, "{}", held.table);
        }
    })
    .await;
}

#[tokio::test]
async fn a_person_is_given_what_is_held_and_who_looked() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let copy = copied(&test, &mut nadia, case).await;
        let held = &copy["held"];
        assert_eq!(held["person"][0]["name"], "Aline Dumont");
        assert_eq!(held["person"][0]["created_at"], "2026-01-13T08:00:00Z");
        assert_eq!(held["person"][0].get("name_key"), None);
        assert_eq!(held["referral"][0]["note"], "Aimait chanter en chorale.");
        assert_eq!(held["referral"][0]["prescriber_id"], "Docteure essarts");
        assert_eq!(held["contact_attempt"][0]["result"], "reached");
        let looks = copy["trail"].as_array().unwrap();
        let copies = looks.iter().filter(|look| look["did"] == "copied" && look["by"] == "Nadia essarts");
        assert_eq!(copies.count(), 1, "this copy too: {looks:#?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_s_file_is_in_it() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let another = crate::testing::a_new_case(&test, &team).await;
        assert_ne!(case, another);
        let copy = copied(&test, &mut nadia, case).await;
        for table in ["person", "referral", "case_file"] {
            assert_eq!(copy["held"][table].as_array().unwrap().len(), 1, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_signed_in_long_ago_proves_who_they_are_first() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = format!("/droits/{}/copie.json", person_of(&test, case).await);
        nadia.get(&here).await.is(StatusCode::OK);
        test.app.wall().advance(SignedDuration::from_mins(11));
        let page = nadia.get(&here).await;
        page.says("Confirmez que c’est vous").does_not_say("Aline");
        let wrong = [("current", "pas celle-là du tout")];
        let page = nadia.send(&page, "/compte/confirmer", &wrong).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce n’est pas votre phrase actuelle");
        nadia.get(&here).await.says("Confirmez que c’est vous");
        let page = nadia.send(&page, "/compte/confirmer", &[("current", PASS_PHRASE)]).await;
        assert_eq!(page.path, here, "led back to where they were going");
        assert!(page.body.contains("Aline Dumont"));
    })
    .await;
}
