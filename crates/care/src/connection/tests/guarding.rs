//! Other people's files, two people at once, closing.

use axum::http::StatusCode;
use kernel::id::{CaseId, ConnectionId};
use platform::audit::Who;
use platform::testing::{Team, pairs};

use super::{Scene, jobs_left, proposed};
use crate::act::Acting;
use crate::caseload::{self, Outcome};
use crate::connection::acts;
use crate::testing::{a_case, link_worker, story, trail};

#[tokio::test]
async fn another_teams_tie_looks_like_none() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let other = Team::at_venissieux(&test).await;
        let theirs = a_case(&test, &other).await;
        let mut stranger = test.signed_in("link_worker@minguettes.test").await;
        let (case, tie) = (scene.case, scene.tie);
        let absent = stranger.get(&format!("/personnes/{}/liens", CaseId::new())).await.text();
        for path in [
            format!("/personnes/{case}/liens"),
            format!("/personnes/{case}/liens/{tie}"),
            format!("/personnes/{case}/liens/{tie}/demander"),
            // A case of their own does not open another's tie.
            format!("/personnes/{theirs}/liens/{tie}"),
            format!("/personnes/{theirs}/liens/{}", ConnectionId::new()),
        ] {
            let page = stranger.get(&path).await;
            page.is(StatusCode::NOT_FOUND);
            assert_eq!(page.text(), absent);
        }
        for step in ["oui", "attente", "venue", "abandon", "retrait", "demander", "autonomie", "nulle-part"] {
            let fields =
                pairs(&[("version", "2"), ("day", "2026-01-13"), ("drop_reason", "full"), ("agreed", "yes")]);
            for case in [case, theirs] {
                let page = stranger.post(&format!("/personnes/{case}/liens/{tie}/{step}"), &fields).await;
                page.is(StatusCode::NOT_FOUND);
            }
        }
        let proposed = pairs(&[("resource", "test--marche")]);
        stranger.post(&format!("/personnes/{case}/liens"), &proposed).await.is(StatusCode::NOT_FOUND);
        assert_eq!(super::sql::of_case(&mut test.tx().await, case).await.unwrap().len(), 1);
        assert_eq!(scene.state(&test).await, "asked");
        assert_eq!(scene.stored(&test).await.version, 2);
    })
    .await;
}

#[tokio::test]
async fn two_people_at_once_lose_nothing_of_what_they_wrote() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let seen = camille.get(&scene.path()).await;
        scene.step("attente", &[("until", "2026-03-02")]).await.is(StatusCode::OK);
        let yes = format!("{}/oui", scene.path());
        let fields = [("meeting_on", "2026-01-21"), ("meeting_place", "Salle du haut")];
        let page = camille.send(&seen, &yes, &fields).await;
        page.is(StatusCode::CONFLICT)
            .says("Cette mise en lien a changé pendant que vous écriviez")
            .says("Salle du haut");
        page.says("interrogée de nouveau le 2 mars 2026");
        assert_eq!(page.value(&yes, "meeting_place"), "Salle du haut");
        camille.send(&page, &yes, &[]).await.is(StatusCode::OK).says("Préparez la première rencontre");
        assert_eq!(scene.state(&test).await, "accepted");
    })
    .await;
}

#[tokio::test]
async fn asking_twice_from_two_desks_asks_once() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let action = format!("{}/demander", scene.path());
        let seen = camille.get(&action).await;
        scene.ask(&[("agreed", "yes")]).await.is(StatusCode::OK);
        let fields = [("shared", "likes"), ("likes", "Les airs anciens"), ("agreed", "yes")];
        let page = camille.send(&seen, &action, &fields).await;
        page.is(StatusCode::CONFLICT).says("Les airs anciens").says("Place demandée");
        assert_eq!(jobs_left(&test).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_consent_cannot_be_withdrawn_again() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let seen = scene.nadia.get(&scene.path()).await;
        scene.step("retrait", &[]).await.is(StatusCode::OK);
        let page = scene.nadia.send(&seen, &format!("{}/retrait", scene.path()), &[]).await;
        // The same form: its key is new on every page, this one was sent for the first time.
        page.is(StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn closing_a_case_ends_what_was_open_in_it() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let walk = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let acting = Acting::new(&test.app, Who::Account(scene.team.link_worker));
        let mut tx = test.tx().await;
        let case = caseload::find(&mut tx, scene.case).await.unwrap().unwrap();
        acts::end_with_case(&mut tx, &acting, &case, Outcome::Unreachable).await.unwrap();
        let of_case = super::sql::of_case(&mut tx, scene.case).await.unwrap();
        assert!(of_case.iter().all(|tie| tie.state.code() == "dropped" && tie.ended_at.is_some()));
        assert!(of_case.iter().any(|tie| tie.id == walk));
        tx.commit().await.unwrap();
        test.days_pass(31).await;
        assert_eq!(jobs_left(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn each_page_and_each_act_leaves_one_entry_in_the_trail() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let before = trail(&test, scene.case).await.len();
        scene.nadia.get(&scene.path()).await.is(StatusCode::OK);
        scene.nadia.get(&format!("/personnes/{}/liens", scene.case)).await.is(StatusCode::OK);
        let seen = trail(&test, scene.case).await;
        assert_eq!(seen[before..], ["read", "read"]);
        // The form, the change, and the page it leads to.
        scene.ask(&[("agreed", "yes")]).await.is(StatusCode::OK);
        assert_eq!(trail(&test, scene.case).await[before + 2..], ["read", "changed", "read"]);
        let mut nadia = link_worker(&test).await;
        nadia.post(&format!("{}/nulle-part", scene.path()), &[]).await.is(StatusCode::NOT_FOUND);
        assert_eq!(trail(&test, scene.case).await.len(), before + 5);
    })
    .await;
}
