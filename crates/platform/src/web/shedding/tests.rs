use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::middleware::from_fn_with_state;
use futures_util::future::join_all;
use tower::ServiceExt;

use super::*;

const PAGE: Duration = Duration::from_millis(4);

/// One seat; pages that take some time, and one that never ends.
fn one_seat() -> Router {
    let answer = async |request: Request| match request.uri().path() {
        "/sans-fin" => std::future::pending().await,
        path if costs_nothing(path) => {}
        _ => tokio::time::sleep(PAGE).await,
    };
    Router::new().fallback(answer).layer(from_fn_with_state(Seats::new(1), or_later))
}

async fn ask(server: &Router, path: &str) -> Response {
    server.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
}

/// Somebody takes the only seat, and leaves it when this is dropped.
async fn somebody_sits(server: &Router) -> tokio::task::JoinHandle<()> {
    let server = server.clone();
    let sits = tokio::spawn(async move { drop(ask(&server, "/sans-fin").await) });
    tokio::task::yield_now().await;
    sits
}

#[tokio::test(start_paused = true)]
async fn a_burst_is_served_to_the_last() {
    let server = one_seat();
    let answers = join_all((0..100).map(|_| ask(&server, "/page"))).await;
    assert!(answers.iter().all(|answer| answer.status() == StatusCode::OK));
}

#[tokio::test(start_paused = true)]
async fn under_a_load_that_lasts_nobody_waits_longer_than_a_blink() {
    let server = one_seat();
    let sits = somebody_sits(&server).await;
    for _ in 0..2 {
        assert_eq!(ask(&server, "/page").await.status(), StatusCode::SERVICE_UNAVAILABLE, "after a burst");
    }
    let before = Instant::now();
    let answer = ask(&server, "/page").await;
    assert_eq!(before.elapsed(), BLINK);
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()[RETRY_AFTER], "3");
    let said = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let said = String::from_utf8(said.to_vec()).unwrap();
    assert!(said.contains("Beaucoup de monde") && said.contains("Many people at once"), "{said}");

    let program = ask(&server, "/api/v1/anything").await;
    assert_eq!(program.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(program.headers()[CONTENT_TYPE], "application/problem+json");
    assert_eq!(program.headers()[RETRY_AFTER], "3");

    sits.abort();
    tokio::task::yield_now().await;
    assert_eq!(ask(&server, "/page").await.status(), StatusCode::OK, "as soon as there is a seat");
    tokio::time::sleep(BURST * 2).await;
    let answers = join_all((0..100).map(|_| ask(&server, "/page"))).await;
    assert!(answers.iter().all(|answer| answer.status() == StatusCode::OK), "a burst is one again");
}

#[tokio::test(start_paused = true)]
async fn half_as_much_again_as_can_be_done_is_served_for_two_thirds() {
    let server = one_seat();
    // Three come in the time two are served.
    let come = (0..3000).map(|at| {
        let server = server.clone();
        async move {
            let came = PAGE * at * 2 / 3;
            tokio::time::sleep(came).await;
            let before = Instant::now();
            (ask(&server, "/page").await.status(), came, before.elapsed())
        }
    });
    let answers = join_all(come).await;
    let served: Vec<_> = answers.into_iter().filter(|(status, ..)| *status == StatusCode::OK).collect();
    assert!((1950..2150).contains(&served.len()), "{}", served.len());
    let fast =
        |(_, came, took): &(StatusCode, Duration, Duration)| *came < BURST * 2 || *took <= BLINK + PAGE;
    assert!(served.iter().all(fast), "once the load has lasted, nobody waits");
}

#[tokio::test(start_paused = true)]
async fn what_costs_nothing_never_waits() {
    let server = one_seat();
    let _sits = somebody_sits(&server).await;
    for path in [HEALTH, "/assets/app.css"] {
        let before = Instant::now();
        assert_eq!(ask(&server, path).await.status(), StatusCode::OK);
        assert_eq!(before.elapsed(), Duration::ZERO, "{path}");
    }
}
