//! Roles that sign in by two steps, on both engines.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use kernel::role::Role;

use super::story;
use crate::accounts::second::code::shown_at;
use crate::app::Settings;
use crate::testing::{Browser, PASS_PHRASE, Page, Team, TestApp};
use crate::web::guard::Guard;

const NADIA: &str = "link_worker@essarts.test";
const DOOR: &str = "/compte/obligation";
const CODES: &str = "/compte/deux-etapes";

/// Link workers and administrators are asked for two steps.
async fn strict(test: TestApp) -> (TestApp, Team) {
    let second_step = vec![Role::LinkWorker, Role::Administrator];
    let settings = Settings { second_step, ..test.app.settings().clone() };
    let test = TestApp { app: test.app.with_settings(settings) };
    let team = Team::at_bron(&test).await;
    (test, team)
}

async fn enrolled(test: &TestApp, browser: &mut Browser) -> (String, Page) {
    let page = browser.get(CODES).await;
    let secret = page.value(CODES, "secret");
    let code = shown_at(&secret, test.app.wall().now());
    let page = browser.send(&page, CODES, &[("code", &code)]).await;
    test.app.wall().advance(SignedDuration::from_secs(30));
    (secret, page)
}

#[tokio::test]
async fn whoever_must_have_a_second_step_does_nothing_before_they_have_it() {
    story(|test| async move {
        let (test, _) = strict(test).await;
        let mut nadia = test.signed_in(NADIA).await;
        let on_the_way = [CODES, "/compte/cles", "/compte/cles/debut", "/compte/confirmer"];
        let mut asked = 0;
        for route in test.app.routes().table() {
            let is_inside = matches!(route.guard, Guard::SignedIn | Guard::May(_));
            if !is_inside || on_the_way.contains(&route.path.as_str()) {
                continue;
            }
            let path = route.path.replace("{id}", "0192f0c0-0000-7000-8000-000000000000");
            let path = path.replace("{provider}", "proconnect");
            let answer = match route.method {
                Method::GET => nadia.ask(&path).await,
                _ => nadia.hand_in(&path, &[], &[]).await,
            };
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{} {path}", route.method);
            assert_eq!(answer.headers["location"], DOOR, "{} {path}", route.method);
            asked += 1;
        }
        assert!(asked > 15, "{asked} addresses");
        let page = nadia.get("/compte").await;
        page.is(StatusCode::OK).says("Une étape de plus").says("Nadia essarts").says("Se déconnecter");
        assert_eq!(page.path, DOOR);
        nadia.get("/langue").await;

        let (_, page) = enrolled(&test, &mut nadia).await;
        page.is(StatusCode::OK).says("Vos codes de secours");
        nadia.get("/compte").await.is(StatusCode::OK).says("Elle est active");
        assert_eq!(nadia.get(DOOR).await.path, "/", "nothing is asked any more");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_another_role_comes_in_as_before() {
    story(|test| async move {
        let (test, _) = strict(test).await;
        for other in ["coordinator@essarts.test", "prescriber@essarts.test"] {
            test.signed_in(other).await.get("/compte").await.says("Vos connexions ouvertes");
        }
        let open = test.browser().get(DOOR).await;
        assert_eq!(open.path, "/");
    })
    .await;
}

#[tokio::test]
async fn what_was_opened_by_a_phrase_alone_ends_when_the_second_step_begins() {
    story(|test| async move {
        let (test, _) = strict(test).await;
        let mut elsewhere = test.signed_in(NADIA).await;
        let mut nadia = test.signed_in(NADIA).await;
        enrolled(&test, &mut nadia).await;
        assert_eq!(elsewhere.get("/compte").await.path, "/connexion?suite=%2Fcompte");
    })
    .await;
}

#[tokio::test]
async fn a_phrase_alone_adds_nothing_to_an_account_that_has_a_passkey() {
    story(|test| async move {
        let (test, team) = strict(test).await;
        let mut tx = test.tx().await;
        tx.run(
            "INSERT INTO passkey (id, account_id, credential_id, public_key, counter, is_shared, name, added_at)
             VALUES ($1, $1, 'AAAA', 'AAAA', 0, FALSE, 'Téléphone', 0)",
            &[team.link_worker.into()],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let mut thief = test.signed_in(NADIA).await;
        for path in [CODES, "/compte/cles", "/compte/confirmer", "/compte"] {
            let page = thief.get(path).await;
            assert_eq!(page.path, DOOR, "{path}");
            page.says("Vous avez déjà mieux que votre phrase");
        }
        // By the passkey itself, everything opens: what such a session is kept with.
        let mut tx = test.tx().await;
        tx.run("UPDATE session SET passkey_id = $1", &[team.link_worker.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let page = thief.get("/compte/cles").await;
        let page = thief.send(&page, "/compte/cles/retirer", &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("celle-ci est la seule").says("Téléphone");
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_last_second_step_of_whoever_must_have_one_stays() {
    story(|test| async move {
        let (test, _) = strict(test).await;
        let mut nadia = test.signed_in(NADIA).await;
        enrolled(&test, &mut nadia).await;
        let page = nadia.get(CODES).await;
        let page = nadia.send(&page, "/compte/deux-etapes/arreter", &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("celle-ci est la seule").says("Elle est active");
        let mut again = test.browser();
        let page = again.get("/connexion").await;
        let fields = [("email", NADIA), ("password", PASS_PHRASE)];
        again.send(&page, "/connexion", &fields).await.says("Encore un code");
    })
    .await;
}
