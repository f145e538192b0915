//! Stories of a caseload: the link worker's day, tries, letters, sharing.

mod guarding;

use axum::http::StatusCode;
use kernel::contact::Email;
use kernel::id::CaseId;
use platform::audit;
use platform::outbox;
use platform::testing::{Browser, Team, pairs};

use super::{State, sql};
use crate::testing::{a_new_case, a_second_link_worker, at_desk_with_a_new_case, link_worker, story};

async fn click(browser: &mut Browser, case: CaseId, result: &str) {
    let action = format!("/personnes/{case}/essais");
    let page = browser.get("/ma-journee").await;
    browser.send(&page, &action, &[("result", result)]).await.is(StatusCode::OK).says("Bonjour Nadia");
}

#[tokio::test]
async fn a_new_person_waits_in_the_link_worker_s_day() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_new_case(&test, &team).await;
        let mut browser = link_worker(&test).await;
        let page = browser.get("/ma-journee").await;
        page.says("Bientôt").says("Mme Aline Dumont, 78 ans").says("à appeler avant le 16 janvier 2026");
        test.app.clock().advance(jiff::SignedDuration::from_hours(24 * 5));
        let mut browser = link_worker(&test).await;
        let page = browser.get("/ma-journee").await;
        page.says("Une personne vous attend").says("en retard").says("un appel à passer");
    })
    .await;
}

#[tokio::test]
async fn one_click_notes_a_try_and_three_propose_a_letter() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        for _ in 0..3 {
            test.app.clock().advance(jiff::SignedDuration::from_mins(10));
            click(&mut browser, case, "no_answer").await;
        }
        let page = browser.get("/ma-journee").await;
        page.says("3 appels sans réponse").says("Écrire une lettre");
        let page = browser.get(&format!("/personnes/{case}/lettre")).await;
        page.says("Madame,")
            .says("Docteure essarts, que vous connaissez, m’a demandé")
            .says("04 65 71 00 01");
        page.says("12 rue des Essarts69500 Bron")
            .does_not_say("Adresse inconnue")
            .says("Agent de liaison, Maison de santé");
        let page = browser.send(&page, &format!("/personnes/{case}/essais"), &[("result", "sent")]).await;
        page.says("Une lettre est partie");
    })
    .await;
}

#[tokio::test]
async fn the_first_contact_moves_the_thread_and_is_told_once() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        click(&mut browser, case, "reached").await;
        let page = browser.get(&format!("/personnes/{case}")).await;
        page.says("On fait connaissance").says("Premier contact");
        let action = format!("/personnes/{case}/essais");
        browser.send(&page, &action, &[("result", "reached")]).await.is(StatusCode::OK);
        let to = Email::parse("prescriber@essarts.test").unwrap();
        let letters = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
        assert_eq!(letters.len(), 2, "accepted, and first contact once");
    })
    .await;
}

#[tokio::test]
async fn a_promised_call_comes_back_on_its_day() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        let action = format!("/personnes/{case}/essais");
        let page = browser.get(&format!("/personnes/{case}")).await;
        let fields = [("result", "call_back"), ("call_on", "2026-01-20")];
        browser.send(&page, &action, &fields).await.is(StatusCode::OK);
        browser.get("/ma-journee").await.says("À rappeler le 20 janvier 2026");

        let page = browser.get(&format!("/personnes/{case}")).await;
        for wrong in ["2025-01-20", "2026-02-30", "demain"] {
            let fields = [("result", "call_back"), ("call_on", wrong)];
            let page = browser.send(&page, &action, &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez le jour du rappel");
        }
    })
    .await;
}

#[tokio::test]
async fn a_double_click_is_one_try() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        let page = browser.get("/ma-journee").await;
        let action = format!("/personnes/{case}/essais");
        browser.send(&page, &action, &[("result", "no_answer")]).await;
        browser.send(&page, &action, &[("result", "no_answer")]).await;
        let tries = test.count("SELECT COUNT(*) FROM contact_attempt").await;
        assert_eq!(tries, 1);
    })
    .await;
}

#[tokio::test]
async fn every_opening_and_every_change_leaves_one_entry() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        let page = browser.get(&format!("/personnes/{case}")).await;
        browser.get(&format!("/personnes/{case}/lettre")).await;
        browser.send(&page, &format!("/personnes/{case}/pause"), &[("until", "2026-02-01")]).await;
        let entries = audit::of_subject(&mut test.tx().await, case).await.unwrap();
        let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["read", "read", "changed", "read"], "the pause leads back to the file");
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_gives_a_case_to_another_link_worker() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_new_case(&test, &team).await;
        let simon = a_second_link_worker(&test, &team).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        camille.get("/equipe").await.says("Nadia essarts").says("Simon");
        let page = camille.get(&format!("/personnes/{case}")).await;
        let to = simon.to_string();
        camille.send(&page, &format!("/personnes/{case}/confier"), &[("to", &to)]).await.is(StatusCode::OK);
        link_worker(&test).await.get(&format!("/personnes/{case}")).await.is(StatusCode::NOT_FOUND);
        let mut browser = test.signed_in("simon@essarts.test").await;
        browser.get("/ma-journee").await.says("Mme Aline Dumont");

        let stale =
            camille.send(&page, &format!("/personnes/{case}/pause"), &[("until", "2026-02-01")]).await;
        stale.is(StatusCode::CONFLICT).says("Rien n’a été enregistré");
        let now = sql::find(&mut test.tx().await, case).await.unwrap().unwrap();
        assert_eq!((now.link_worker, now.state), (Some(simon), State::AwaitingContact));
    })
    .await;
}

#[tokio::test]
async fn a_link_worker_cannot_hand_a_case_over_alone() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_new_case(&test, &team).await;
        let simon = a_second_link_worker(&test, &team).await;
        let mut browser = link_worker(&test).await;
        let fields = pairs(&[("to", &simon.to_string()), ("version", "1")]);
        browser.post(&format!("/personnes/{case}/confier"), &fields).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn another_team_s_file_looks_like_none_on_every_page() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let case = a_new_case(&test, &team).await;
        let mut browser = test.signed_in("coordinator@minguettes.test").await;
        for page in ["", "/lettre", "/point"] {
            let page = browser.get(&format!("/personnes/{case}{page}")).await;
            page.is(StatusCode::NOT_FOUND).does_not_say("Aline");
        }
        browser.get("/personnes").await.does_not_say("Aline");
        browser.get("/equipe").await.does_not_say("Aline");
        for role in ["prescriber", "administrator"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get(&format!("/personnes/{case}")).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_is_looked_for_without_standing_in_an_address() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_new_case(&test, &team).await;
        let mut browser = link_worker(&test).await;
        let page = browser.get("/personnes").await;
        let page = browser.send(&page, "/personnes", &[("name", "DUMONT")]).await;
        page.says("Mme Aline Dumont");
        assert_eq!(page.path, "/personnes");
        browser
            .send(&page, "/personnes", &[("name", "Benali")])
            .await
            .says("Aucun nom ne contient « Benali »");
    })
    .await;
}
