//! Signing in, out, by invitation; each on both engines.

mod federation;
mod forgetting;
mod lifting;
mod managing;
mod obligation;
mod own;
mod passkey;
mod second;
mod sign_ins;

use axum::http::StatusCode;
use kernel::Lang;
use kernel::contact::Email;
use kernel::id::AccountId;

use crate::app::App;
use crate::outbox;
use crate::testing::{Team, TestApp, on_both_engines};

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    on_both_engines(vec![crate::module()], |app: App| app, tell).await;
}

async fn letters(test: &TestApp, to: &str) -> Vec<outbox::Letter> {
    outbox::written_to(&mut test.tx().await, &Email::parse(to).unwrap()).await.unwrap()
}

/// The path of the link in the latest letter.
async fn link_to(test: &TestApp, to: &str) -> String {
    let letter = letters(test, to).await.pop().unwrap();
    let link = letter.body.split_whitespace().find(|word| word.starts_with("http")).unwrap();
    link.strip_prefix("http://maillage.test").unwrap().to_owned()
}

/// The journal of sign-ins, the oldest first: what, by what, how it ended, how often; and how many of these
/// lines are somebody's.
async fn journal(test: &TestApp) -> (Vec<String>, usize) {
    let sql =
        "SELECT what, way, outcome, times, account_id IS NOT NULL FROM sign_in_entry ORDER BY at, what, id";
    let rows: Vec<(String, String, String, i64, bool)> = test.tx().await.all(sql, &[]).await.unwrap();
    let theirs = rows.iter().filter(|(.., is_theirs)| *is_theirs).count();
    let lines =
        rows.into_iter().map(|(what, way, outcome, times, _)| format!("{what} {way} {outcome} {times}"));
    (lines.collect(), theirs)
}

#[tokio::test]
async fn signing_in_opens_what_the_role_may_see_and_signing_out_closes_it() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        browser.get("/comptes").await.says("Se connecter");
        browser.sign_in("administrator@essarts.test").await;
        let page = browser.get("/comptes").await;
        page.is(StatusCode::OK).says("Nadia").does_not_say("Se connecter");
        browser.send(&page, "/deconnexion", &[]).await;
        browser.get("/comptes").await.says("Se connecter").does_not_say("Qui a un compte");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_phrase_keeps_the_address_and_says_what_to_do() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/connexion").await;
        let fields = [("email", "link_worker@essarts.test"), ("password", "pas la bonne phrase")];
        let page = browser.send(&page, "/connexion", &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("ne vont pas ensemble");
        assert_eq!(page.value("/connexion", "email"), "link_worker@essarts.test");
        assert_eq!(page.value("/connexion", "password"), "");
    })
    .await;
}

#[tokio::test]
async fn guesses_are_slowed_and_the_owner_gets_in_a_minute_later() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/connexion").await;
        let wrong = [("email", "link_worker@essarts.test"), ("password", "pas la bonne phrase")];
        for _ in 0..10 {
            browser.send(&page, "/connexion", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        browser.send(&page, "/connexion", &wrong).await.is(StatusCode::TOO_MANY_REQUESTS);
        test.app.wall().advance(jiff::SignedDuration::from_secs(61));
        browser.sign_in("link_worker@essarts.test").await;
    })
    .await;
}

#[tokio::test]
async fn whoever_guesses_right_comes_in_as_often_as_they_need() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        for _ in 0..12 {
            browser.sign_in("link_worker@essarts.test").await;
        }
        let page = browser.get("/connexion").await;
        let wrong = [("email", "link_worker@essarts.test"), ("password", "pas la bonne phrase")];
        for _ in 0..10 {
            browser.send(&page, "/connexion", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        browser.send(&page, "/connexion", &wrong).await.is(StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}

#[tokio::test]
async fn a_session_left_alone_for_half_an_hour_has_ended() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        for _ in 0..3 {
            test.app.wall().advance(jiff::SignedDuration::from_mins(25));
            browser.get("/comptes").await.does_not_say("Se connecter");
        }
        test.app.wall().advance(jiff::SignedDuration::from_mins(31));
        browser.get("/comptes").await.says("Se connecter");
    })
    .await;
}

#[tokio::test]
async fn no_session_lives_longer_because_a_clock_jumped() {
    story(|test| async move {
        Team::at_bron(&test).await;
        for (ahead, back) in [(1, -1), (0, -1), (2 * 365 * 24, -2 * 365 * 24), (-1, 1)] {
            test.app.wall().advance(jiff::SignedDuration::from_hours(ahead));
            let mut browser = test.signed_in("administrator@essarts.test").await;
            browser.get("/comptes").await.does_not_say("Se connecter");
            test.app.wall().advance(jiff::SignedDuration::from_hours(back));
            browser.get("/comptes").await.says("Se connecter");
            test.signed_in("administrator@essarts.test").await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_invited_person_chooses_a_phrase_once() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        let page = browser.get("/comptes").await;
        let fields = [("name", "Zoé Martin"), ("email", "zoe@essarts.test"), ("role", "link_worker")];
        browser.send(&page, "/comptes", &fields).await.is(StatusCode::OK).says("Invitation envoyée");

        let mut tx = test.tx().await;
        let letters = outbox::written_to(&mut tx, &Email::parse("zoe@essarts.test").unwrap()).await.unwrap();
        drop(tx);
        assert_eq!(letters.len(), 1);
        let link =
            letters[0].body.split_whitespace().find(|word| word.starts_with("http")).unwrap().to_owned();
        let path = link.strip_prefix("http://maillage.test").unwrap();

        let mut zoe = test.browser();
        let page = zoe.get(path).await;
        zoe.send(&page, path, &[("password", "court")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("trop courte");
        zoe.send(&page, path, &[("password", "un long chemin de pierres")]).await.says("Se déconnecter");
        assert_eq!(zoe.send(&page, path, &[("password", "un long chemin de pierres")]).await.path, "/");
        let page = test.browser().get(path).await;
        page.is(StatusCode::OK).says("Votre compte est déjà ouvert");
        assert_eq!(page.path, "/connexion?compte=ouvert");
        zoe.get(&format!("{path}x")).await.is(StatusCode::NOT_FOUND).says("incomplet");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_left_for_a_week_has_ended() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let to = Email::parse("link_worker@essarts.test").unwrap();
        let mut tx = test.tx().await;
        crate::accounts::invite(&mut tx, &test.app, team.link_worker, &to, Lang::Fr).await.unwrap();
        let letter = outbox::written_to(&mut tx, &to).await.unwrap().remove(0);
        tx.commit().await.unwrap();
        let link = letter.body.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        let path = link.strip_prefix("http://maillage.test").unwrap();

        let mut browser = test.browser();
        let page = browser.get(path).await;
        test.app.wall().advance(jiff::SignedDuration::from_hours(7 * 24 + 1));
        browser.get(path).await.is(StatusCode::GONE).says("Ce lien n’est plus valable");
        let late = browser.send(&page, path, &[("password", "un long chemin de pierres")]).await;
        late.is(StatusCode::GONE).says("elle vous en enverra un autre");
        // The phrase they had still opens, so the late one was not kept.
        test.browser().sign_in("link_worker@essarts.test").await;
    })
    .await;
}

#[tokio::test]
async fn a_double_click_invites_once() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        let page = browser.get("/comptes").await;
        let fields = [("name", "Zoé Martin"), ("email", "zoe@essarts.test")];
        browser.send(&page, "/comptes", &fields).await.is(StatusCode::OK);
        browser.send(&page, "/comptes", &fields).await.is(StatusCode::OK);
        let mut tx = test.tx().await;
        let letters = outbox::written_to(&mut tx, &Email::parse("zoe@essarts.test").unwrap()).await.unwrap();
        assert_eq!(letters.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_page_one_may_not_see_looks_like_no_page() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("prescriber@essarts.test").await;
        let forbidden = browser.get("/comptes").await;
        let absent = browser.get("/nulle-part").await;
        forbidden.is(StatusCode::NOT_FOUND);
        absent.is(StatusCode::NOT_FOUND);
        assert_eq!(forbidden.text(), absent.text());
    })
    .await;
}

#[tokio::test]
async fn an_address_that_holds_no_id_looks_like_an_absent_one() {
    story(|test| async move {
        Team::at_bron(&test).await;
        for (mut browser, said) in [
            (test.browser(), "Cette page n’existe pas, ou n’est pas pour vous"),
            (test.browser().in_english(), "This page does not exist, or is not for you"),
        ] {
            browser.sign_in("administrator@essarts.test").await;
            let absent = browser.post(&format!("/comptes/{}/fermer", AccountId::new()), &[]).await;
            let unreadable = browser.post("/comptes/abc/fermer", &[]).await;
            absent.is(StatusCode::NOT_FOUND).says(said);
            unreadable.is(StatusCode::NOT_FOUND);
            assert_eq!(unreadable.text(), absent.text());
            browser.get("/assets/%ff").await.is(StatusCode::NOT_FOUND).says(said);
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_by_another_site_is_refused() {
    story(|test| async move {
        use tower::ServiceExt;
        let request = axum::http::Request::builder()
            .method("POST")
            .uri("/deconnexion")
            .header("host", "maillage.test")
            .header("origin", "https://evil.example")
            .body(axum::body::Body::empty())
            .unwrap();
        let response = test.app.router().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn every_answer_forbids_what_does_not_come_from_us() {
    story(|test| async move {
        let page = test.browser().get("/connexion").await;
        let csp = page.headers.get("content-security-policy").unwrap().to_str().unwrap().to_owned();
        assert!(csp.contains("default-src 'none'") && !csp.contains("unsafe"));
        assert_eq!(page.headers.get("cache-control").unwrap(), "no-store");
    })
    .await;
}

#[tokio::test]
async fn english_is_spoken_to_a_browser_that_asks_for_it() {
    story(|test| async move {
        let mut browser = test.browser().in_english();
        let page = browser.get("/connexion").await;
        page.says("Pass phrase");
        browser.send(&page, "/langue", &[("lang", "fr")]).await;
        browser.get("/connexion").await.says("Phrase de passe");
    })
    .await;
}
