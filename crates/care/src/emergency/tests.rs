//! Emergencies, on both engines.

use axum::http::StatusCode;
use kernel::contact::Email;
use kernel::id::CaseId;
use platform::outbox;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::caseload;
use crate::testing::{a_second_link_worker, at_desk, story, trail};

const SIMON: &str = "simon@essarts.test";
const ALINE: [(&str, &str); 3] =
    [("name", "dumont aline"), ("birth_year", "1948"), ("reason", "Elle a appelé, en larmes.")];

/// A colleague of Nadia, at his desk.
async fn simon(test: &TestApp, team: &Team) -> Browser {
    a_second_link_worker(test, team).await;
    test.signed_in(SIMON).await
}

async fn ask(browser: &mut Browser, fields: &[(&str, &str)]) -> Page {
    let page = browser.get("/urgence").await;
    browser.send(&page, "/urgence", fields).await
}

async fn told(test: &TestApp, who: &str) -> usize {
    let to = Email::parse(who).unwrap();
    let letters = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
    let about = letters.iter().filter(|letter| letter.subject == "Un dossier a été ouvert en urgence");
    about
        .inspect(|letter| assert!(!letter.body.contains("Aline") && letter.body.contains("Simon Essarts")))
        .count()
}

fn file(case: CaseId) -> String {
    format!("/personnes/{case}")
}

#[tokio::test]
async fn a_colleague_opens_a_file_with_a_reason_and_whoever_should_know_is_told() {
    story(|test| async move {
        let (team, case, _) = at_desk(&test).await;
        let mut simon = simon(&test, &team).await;
        simon.get(&file(case)).await.is(StatusCode::NOT_FOUND);
        let page = ask(&mut simon, &ALINE).await;
        assert_eq!(page.path, file(case));
        page.is(StatusCode::OK).says("Mme Aline Dumont").says("04 65 71 00 12");
        for who in ["coordinator@essarts.test", "link_worker@essarts.test"] {
            assert_eq!(told(&test, who).await, 1, "{who}");
        }
        assert!(trail(&test, case).await.contains(&"opened_in_emergency".to_owned()));
        ask(&mut simon, &ALINE).await.is(StatusCode::OK);
        assert_eq!(told(&test, "coordinator@essarts.test").await, 1, "it is open: nobody is told again");

        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get("/equipe/urgences").await;
        page.says("Mme Aline Dumont").says("Elle a appelé, en larmes.").says("Simon Essarts");
        let end = page.actions().into_iter().find(|action| action.ends_with("/terminer")).unwrap();
        camille.send(&page, &end, &[]).await.says("fermé le");
        simon.get(&file(case)).await.is(StatusCode::NOT_FOUND);
        let mut stranger = test.signed_in("link_worker@essarts.test").await;
        stranger.post(&end, &[]).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn it_ends_by_itself_the_same_day() {
    story(|test| async move {
        let (team, case, _) = at_desk(&test).await;
        let mut simon = simon(&test, &team).await;
        ask(&mut simon, &ALINE).await.is(StatusCode::OK);
        test.days_pass(1).await;
        let mut simon = test.signed_in(SIMON).await;
        simon.get(&file(case)).await.is(StatusCode::NOT_FOUND);
        simon.get("/personnes").await.does_not_say("Aline");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_found_by_less_and_what_was_typed_is_kept() {
    story(|test| async move {
        let (team, case, _) = at_desk(&test).await;
        let mut simon = simon(&test, &team).await;
        for (field, typed, told) in [
            ("reason", " ", "Dites pourquoi ce dossier ne peut pas attendre"),
            ("name", "", "Indiquez le nom"),
            ("name", "Aline", "Aucun dossier ouvert de votre équipe ne correspond"),
            ("birth_year", "", "un nom seul ne suffit pas"),
            ("birth_year", "1949", "Aucun dossier ouvert de votre équipe ne correspond"),
            ("birth_year", "2300", "année"),
            ("phone", "12", "numéro"),
        ] {
            let changed =
                ALINE.iter().map(|(name, value)| (*name, if *name == field { typed } else { *value }));
            let mut fields: Vec<(&str, &str)> = changed.collect();
            if field == "phone" {
                fields.push((field, typed));
            }
            let page = ask(&mut simon, &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
            assert_eq!(page.value("/urgence", field), typed);
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM emergency_access").await, 0);
        simon.get(&file(case)).await.is(StatusCode::NOT_FOUND);
        let by_phone = [ALINE[0], ("phone", "04 65 71 00 12"), ALINE[2]];
        ask(&mut simon, &by_phone).await.is(StatusCode::OK).says("Mme Aline Dumont");
    })
    .await;
}

#[tokio::test]
async fn another_team_finds_nobody_and_reads_of_no_emergency() {
    story(|test| async move {
        let (team, _, _) = at_desk(&test).await;
        Team::at_venissieux(&test).await;
        let mut simon = simon(&test, &team).await;
        ask(&mut simon, &ALINE).await.is(StatusCode::OK);
        for role in ["link_worker", "coordinator"] {
            let mut stranger = test.signed_in(&format!("{role}@minguettes.test")).await;
            ask(&mut stranger, &ALINE).await.says("Aucun dossier ouvert de votre équipe ne correspond");
        }
        let mut camille = test.signed_in("coordinator@minguettes.test").await;
        camille.get("/equipe/urgences").await.says("Aucun dossier n’a été ouvert en urgence");
    })
    .await;
}

#[tokio::test]
async fn it_does_not_come_back_with_whoever_was_frozen_meanwhile() {
    story(|test| async move {
        let (team, case, _) = at_desk(&test).await;
        let mut simon = simon(&test, &team).await;
        ask(&mut simon, &ALINE).await.is(StatusCode::OK);
        let person = caseload::find(&mut test.tx().await, case).await.unwrap().unwrap().person_id;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let here = format!("/droits/{person}");
        let page = camille.get(&format!("{here}/geler")).await;
        camille
            .send(&page, &format!("{here}/geler"), &[("reason", "À sa demande.")])
            .await
            .is(StatusCode::OK);
        let page = camille.get(&here).await;
        camille.send(&page, &format!("{here}/degeler"), &[]).await.is(StatusCode::OK);
        simon.get(&file(case)).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
