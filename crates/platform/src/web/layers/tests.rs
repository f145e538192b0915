//! What reaches people and programs when a page fails, whatever way it fails.

use std::time::Duration;

use axum::http::StatusCode;

use super::{Policies, within};
use crate::app::{App, Module, Settings};
use crate::testing::{Browser, Page, Team, TestApp, on_both_engines};
use crate::web::guard::Open;
use crate::web::routes::{Routes, get};

async fn breaks(_: Open) -> StatusCode {
    panic!("as a handler with a mistake in it would");
}

async fn never_ends(_: Open) -> StatusCode {
    std::future::pending().await
}

fn failing() -> Routes {
    let pages = Routes::new().route("/casse", get(breaks)).route("/lent", get(never_ends));
    pages.route("/api/v1/casse", get(breaks)).route("/api/v1/lent", get(never_ends))
}

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let module = Module { routes: || (crate::module().routes)().merge(failing()), ..crate::module() };
    on_both_engines(vec![module], |app: App| app, tell).await;
}

/// A browser of a server that waits for nobody.
fn impatient(test: &TestApp) -> Browser {
    let routes = within(Duration::from_millis(10), failing().into_router(), &test.app);
    Browser::new(routes.with_state(test.app.clone()))
}

#[track_caller]
fn has_every_header(page: &Page) {
    for (name, value) in [("x-content-type-options", "nosniff"), ("cache-control", "no-store")] {
        assert_eq!(page.headers[name], value, "{}", page.path);
    }
    let csp = page.headers["content-security-policy"].to_str().unwrap();
    assert!(csp.contains("default-src 'none'"), "{csp}");
}

#[tokio::test]
async fn a_page_that_breaks_is_told_in_the_frame_with_every_header() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let page = test.signed_in("administrator@essarts.test").await.get("/casse").await;
        page.is(StatusCode::INTERNAL_SERVER_ERROR).says("Quelque chose s’est mal passé chez nous");
        page.says("Se déconnecter");
        has_every_header(&page);
    })
    .await;
}

#[tokio::test]
async fn a_page_that_never_ends_is_told_in_the_frame_with_every_header() {
    story(|test| async move {
        let page = impatient(&test).get("/lent").await;
        page.is(StatusCode::SERVICE_UNAVAILABLE)
            .says("La réponse se fait trop attendre")
            .says("Se connecter");
        has_every_header(&page);
    })
    .await;
}

#[tokio::test]
async fn a_program_reads_every_failure_as_a_problem() {
    story(|test| async move {
        let mut hurried = impatient(&test);
        let mut other = test.browser();
        for (page, status) in [
            (other.get("/api/v1/nothing").await, StatusCode::NOT_FOUND),
            (other.get("/api/").await, StatusCode::NOT_FOUND),
            (other.post("/api/v1/casse", &[]).await, StatusCode::METHOD_NOT_ALLOWED),
            (other.get("/api/v1/casse").await, StatusCode::INTERNAL_SERVER_ERROR),
            (hurried.get("/api/v1/lent").await, StatusCode::SERVICE_UNAVAILABLE),
        ] {
            page.is(status);
            assert_eq!(page.headers["content-type"], "application/problem+json");
            let problem: serde_json::Value = serde_json::from_str(&page.body).unwrap();
            assert_eq!(problem["status"], status.as_u16());
            assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
            has_every_header(&page);
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_store_a_refusal_is_told_in_both_languages() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        test.app.db().close().await;
        let page = browser.get("/comptes").await;
        page.is(StatusCode::SERVICE_UNAVAILABLE).says("Un instant, nous revenons");
        page.says("One moment, we will be back");
        assert_eq!(page.headers["retry-after"], "10");
        has_every_header(&page);
    })
    .await;
}

#[tokio::test]
async fn pages_reach_nobody_but_us_and_the_origin_the_deployer_chose() {
    story(|test| async move {
        let policy = |page: &Page| page.headers["content-security-policy"].to_str().unwrap().to_owned();
        let ours = test.browser().get("/connexion").await;
        assert!(!policy(&ours).contains("http"), "{}", policy(&ours));

        let origin = Some("https://tuiles.exemple.fr".to_owned());
        let settings = Settings { pictures_from: origin, ..test.app.settings().clone() };
        let wider = Policies::of(&settings);
        let wider = wider.own.to_str().unwrap();
        for part in
            ["img-src 'self' https://tuiles.exemple.fr;", "connect-src 'self' https://tuiles.exemple.fr;"]
        {
            assert!(wider.contains(part), "{wider}");
        }
        assert_eq!(wider.matches("https:").count(), 2, "{wider}");
    })
    .await;
}

#[tokio::test]
async fn whoever_came_by_tls_comes_by_nothing_else() {
    story(|test| async move {
        let page = test.browser().get("/connexion").await;
        assert!(!page.headers.contains_key("strict-transport-security"), "nothing is said without TLS");

        let settings =
            Settings { public_url: "https://maillage.test".to_owned(), ..test.app.settings().clone() };
        let test = TestApp { app: test.app.clone().with_settings(settings) };
        for path in ["/connexion", "/nulle-part", "/api/v1/nothing"] {
            let page = test.browser().get(path).await;
            assert_eq!(page.headers["strict-transport-security"], "max-age=31536000", "{path}");
        }
    })
    .await;
}
