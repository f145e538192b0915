//! The pace of one client and of many, pure and through HTTP.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::Clock;
use platform::testing::on_both_engines;

use super::*;

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn standing() -> Clock {
    Clock::standing_at("2026-01-13T08:00:00Z".parse().unwrap())
}

fn asked(pace: &Pace, client: &str, times: usize, clock: &Clock) -> usize {
    (0..times).filter(|_| pace.may_ask(address(client), QUESTION, clock.now())).count()
}

#[test]
fn a_client_asks_a_hundred_times_at_once_then_twenty_times_a_second() {
    let (pace, clock) = (Pace::default(), standing());
    assert_eq!(asked(&pace, "192.0.2.1", 150, &clock), 100);
    clock.advance(SignedDuration::from_secs(1));
    assert_eq!(asked(&pace, "192.0.2.1", 150, &clock), 20);
    clock.advance(SignedDuration::from_hours(24 * 365));
    assert_eq!(asked(&pace, "192.0.2.1", 150, &clock), 100);
    clock.advance(SignedDuration::from_hours(-24));
    assert_eq!(asked(&pace, "192.0.2.1", 1, &clock), 0, "a clock put back gives nothing");
}

#[test]
fn one_client_takes_nothing_from_another() {
    let (pace, clock) = (Pace::default(), standing());
    asked(&pace, "192.0.2.1", 150, &clock);
    assert_eq!(asked(&pace, "192.0.2.2", 1, &clock), 1);
}

#[test]
fn however_many_clients_come_few_are_remembered() {
    let (pace, clock) = (Pace::default(), standing());
    let remembered = || pace.0.lock().unwrap().len();
    for bits in 0..25_000_u32 {
        assert!(pace.may_ask(IpAddr::V4(bits.into()), QUESTION, clock.now()));
        assert!(remembered() <= MOST_CLIENTS);
    }
    clock.advance(SignedDuration::from_secs(5));
    for bits in 0..6_000_u32 {
        pace.may_ask(IpAddr::V4((100_000 + bits).into()), QUESTION, clock.now());
    }
    assert_eq!(remembered(), 6_000, "those who rested are forgotten first");
}

#[tokio::test]
async fn a_program_that_asks_too_fast_is_told_when_to_come_back() {
    let modules = || vec![platform::module(), crate::module()];
    on_both_engines(modules(), crate::prepare, |test| async move {
        for path in ["/api/v1/search/services?size=1", "/map/places.json?id=x"] {
            test.app.wall().advance(SignedDuration::from_secs(5));
            let mut browser = test.browser();
            for _ in 0..100 {
                browser.get(path).await.is(StatusCode::OK);
            }
            let page = browser.get(path).await;
            page.is(StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(page.headers["retry-after"], "1");
            assert_eq!(page.headers["content-type"], "application/json");
            let body: serde_json::Value = serde_json::from_str(&page.body).unwrap();
            assert_eq!(body["detail"], "Too many requests: wait a second, then ask again.");
            test.app.wall().advance(SignedDuration::from_secs(1));
            browser.get(path).await.is(StatusCode::OK);
        }
    })
    .await;
}

#[tokio::test]
async fn a_person_is_told_on_a_page_and_what_a_map_asks_costs_ten_times_less() {
    let modules = || vec![platform::module(), crate::module()];
    on_both_engines(modules(), crate::prepare, |test| async move {
        let mut browser = test.browser();
        for _ in 0..99 {
            browser.get("/ressources").await.is(StatusCode::OK);
        }
        for path in ["/map/points/6/32/22", "/communes?q=bro"].iter().cycle().take(10) {
            browser.get(path).await.is(StatusCode::OK);
        }
        for path in ["/map/points/6/32/22", "/communes?q=bro"] {
            browser.get(path).await.is(StatusCode::TOO_MANY_REQUESTS);
        }
        let page = browser.get("/ressources").await;
        page.is(StatusCode::TOO_MANY_REQUESTS).says("Un instant, s’il vous plaît");
        assert_eq!(page.headers["retry-after"], "1");
        test.app.wall().advance(SignedDuration::from_secs(1));
        browser.get("/ressources").await.is(StatusCode::OK);
    })
    .await;
}
