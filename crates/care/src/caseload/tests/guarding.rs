//! Files that must not be opened or changed: an address that names nothing, another team, a day that cannot be.

use axum::http::StatusCode;
use kernel::id::CaseId;
use kernel::role::Role;
use platform::accounts::Account;
use platform::testing::{Team, TestApp, pairs};
use platform::{accounts, audit};

use super::super::{Case, State, sql};
use crate::testing::{a_new_case, a_second_link_worker, at_desk_with_a_new_case, story};

async fn stored(test: &TestApp, case: CaseId) -> Case {
    sql::find(&mut test.tx().await, case).await.unwrap().unwrap()
}

async fn tries(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM contact_attempt").await
}

#[tokio::test]
async fn an_address_that_holds_no_id_looks_like_an_absent_one() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_new_case(&test, &team).await;
        for (mut browser, said) in [
            (test.browser(), "Cette page n’existe pas, ou n’est pas pour vous"),
            (test.browser().in_english(), "This page does not exist, or is not for you"),
        ] {
            browser.sign_in("link_worker@essarts.test").await;
            let absent = browser.get(&format!("/personnes/{}", CaseId::new())).await;
            absent.is(StatusCode::NOT_FOUND).says(said);
            for path in [
                "/personnes/abc",
                "/personnes/abc/point",
                "/personnes/abc/plan/imprimer",
                "/personnes/abc/trouver",
                "/personnes/abc/mesures",
                "/personnes/abc/bilan",
                "/personnes/abc/cloture",
                "/demandes/xyz",
                "/consultation/1",
                &format!("/personnes/{case}/liens/abc"),
                &format!("/personnes/{case}%00"),
                "/personnes/%ff",
            ] {
                let page = browser.get(path).await;
                page.is(StatusCode::NOT_FOUND);
                assert_eq!(page.text(), absent.text(), "{path}");
            }
            for path in ["/personnes/abc/essais", "/personnes/abc/pause", "/demandes/xyz/accepter"] {
                let page = browser.post(path, &[]).await;
                page.is(StatusCode::NOT_FOUND);
                assert_eq!(page.text(), absent.text(), "{path}");
            }
        }
    })
    .await;
}

/// The law the view `visible_case` must say: a coordinator opens every file of the site, a link
/// worker their own, those nobody has yet, and what they opened in an emergency (`emergency` tells).
fn may_open(account: &Account, case: &Case) -> bool {
    account.memberships.iter().filter(|membership| membership.site_id == case.site_id).any(|membership| {
        match membership.role {
            Role::Coordinator => true,
            Role::LinkWorker => case.link_worker.is_none_or(|worker| worker == account.id),
            Role::Prescriber | Role::Administrator => false,
        }
    })
}

#[tokio::test]
async fn the_view_says_the_law_on_who_may_open_what() {
    story(|test| async move {
        let bron = Team::at_bron(&test).await;
        let venissieux = Team::at_venissieux(&test).await;
        let simon = a_second_link_worker(&test, &bron).await;
        let case = a_new_case(&test, &bron).await;
        let everybody = [bron, venissieux]
            .into_iter()
            .flat_map(|team| [team.prescriber, team.link_worker, team.coordinator, team.administrator])
            .chain([simon]);
        let mut tx = test.tx().await;
        let found = sql::find(&mut tx, case).await.unwrap().unwrap();
        let mut opened = 0;
        for id in everybody {
            let account = accounts::find(&mut tx, id).await.unwrap().unwrap();
            let seen = sql::visible(&mut tx, id, case).await.unwrap().is_some();
            assert_eq!(may_open(&account, &found), seen, "{}", account.name);
            opened += usize::from(seen);
        }
        assert_eq!(opened, 2, "the link worker and the coordinator of the site");
    })
    .await;
}

#[tokio::test]
async fn another_team_changes_nothing_in_a_file() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let case = a_new_case(&test, &team).await;
        let before = audit::of_subject(&mut test.tx().await, case).await.unwrap().len();
        let to = elsewhere.link_worker.to_string();
        for role in ["link_worker", "coordinator"] {
            let mut stranger = test.signed_in(&format!("{role}@minguettes.test")).await;
            for (act, fields) in [
                ("essais", pairs(&[("how", "call"), ("result", "reached"), ("note", "Bonjour")])),
                ("pause", pairs(&[("version", "1"), ("until", "2026-02-01")])),
                ("confier", pairs(&[("version", "1"), ("to", &to)])),
            ] {
                let page = stranger.post(&format!("/personnes/{case}/{act}"), &fields).await;
                page.is(StatusCode::NOT_FOUND).says("Cette page n’existe pas, ou n’est pas pour vous");
            }
        }
        let now = stored(&test, case).await;
        assert_eq!((now.version, now.link_worker), (1, Some(team.link_worker)));
        assert_eq!(tries(&test).await, 0);
        assert_eq!(audit::of_subject(&mut test.tx().await, case).await.unwrap().len(), before);
    })
    .await;
}

#[tokio::test]
async fn a_case_is_given_to_nobody_of_another_team() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let case = a_new_case(&test, &team).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let to = elsewhere.link_worker.to_string();
        let fields = pairs(&[("version", "1"), ("to", &to)]);
        camille.post(&format!("/personnes/{case}/confier"), &fields).await.is(StatusCode::NOT_FOUND);
        let now = stored(&test, case).await;
        assert_eq!((now.version, now.link_worker), (1, Some(team.link_worker)));
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_about_a_call_stays_when_it_cannot_be_kept() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        let (here, action) = (format!("/personnes/{case}"), format!("/personnes/{case}/essais"));
        let page = browser.get(&here).await;
        let before = audit::of_subject(&mut test.tx().await, case).await.unwrap().len();
        for day in ["2025-01-20", "2026-02-30", "demain", ""] {
            let fields = [("result", "call_back"), ("call_on", day), ("note", "Plutôt le soir")];
            let page = browser.send(&page, &action, &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez le jour du rappel");
            assert_eq!(page.value(&action, "call_on"), day);
            assert_eq!(page.value(&action, "note"), "Plutôt le soir");
        }
        let long = "é".repeat(1_001);
        let page = browser.send(&page, &action, &[("result", "wrong_number"), ("note", &long)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("1000 caractères au plus");
        assert_eq!(page.value(&action, "note"), long);
        assert_eq!(tries(&test).await, 0);
        let trail = audit::of_subject(&mut test.tx().await, case).await.unwrap();
        assert!(trail[before..].iter().all(|entry| entry.action == "read"), "nothing was changed");
        assert_eq!(trail.len(), before + 5, "one entry for each page shown");

        let fields = [("result", "call_back"), ("call_on", "2026-01-20"), ("note", "Plutôt le soir")];
        browser.send(&page, &action, &fields).await.is(StatusCode::OK);
        assert_eq!(tries(&test).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_put_aside_until_a_day_to_come_only() {
    story(|test| async move {
        let (_, case, mut browser) = at_desk_with_a_new_case(&test).await;
        let (here, action) = (format!("/personnes/{case}"), format!("/personnes/{case}/pause"));
        let page = browser.get(&here).await;
        for day in ["2025-01-20", "2026-02-30", "demain"] {
            let page = browser.send(&page, &action, &[("until", day)]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez un jour à venir");
            assert_eq!(page.value(&action, "until"), day);
        }
        assert_eq!(stored(&test, case).await.state, State::AwaitingContact);
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_of_one_team_gives_no_case_of_a_team_they_are_link_worker_of() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let case = a_new_case(&test, &team).await;
        let mut tx = test.tx().await;
        accounts::join(&mut tx, elsewhere.coordinator, team.site, Role::LinkWorker).await.unwrap();
        tx.run("UPDATE case_file SET link_worker_id = $1", &[elsewhere.coordinator.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut both = test.signed_in("coordinator@minguettes.test").await;
        let page = both.get(&format!("/personnes/{case}")).await;
        page.is(StatusCode::OK);
        let action = format!("/personnes/{case}/confier");
        assert!(!page.actions().contains(&action));
        let to = team.link_worker.to_string();
        let fields = pairs(&[("version", "1"), ("to", &to)]);
        both.post(&action, &fields).await.is(StatusCode::NOT_FOUND);
        assert_eq!(stored(&test, case).await.link_worker, Some(elsewhere.coordinator));
    })
    .await;
}
