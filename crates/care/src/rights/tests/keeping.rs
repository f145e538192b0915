//! Two years after the last contact, and a month of days on which it was seen.

use jiff::SignedDuration;
use kernel::id::CaseId;
use platform::testing::{Browser, TestApp};

use super::coordinator;
use crate::rights::retention::JOBS;
use crate::testing::{at_desk, story};

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn a_day(test: &TestApp) {
    let mut tx = test.tx().await;
    (JOBS[0].run)(&test.app, &mut tx, "").await.unwrap();
    tx.commit().await.unwrap();
    test.app.clock().advance(DAY);
}

async fn ended(nadia: &mut Browser, case: CaseId) {
    let close = format!("/personnes/{case}/cloture");
    let page = nadia.get(&close).await;
    nadia.send(&page, &close, &[("outcome", "goals_reached")]).await;
}

async fn persons(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM person").await
}

#[tokio::test]
async fn who_ended_two_years_ago_is_announced_then_goes() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        ended(&mut nadia, case).await;
        test.app.clock().advance(DAY * 660);
        let mut camille = coordinator(&test).await;
        let page = camille.get("/droits").await;
        page.says("Mme Aline Dumont").says("13 janvier 2026").says("12 février 2028");
        a_day(&test).await;
        assert_eq!(test.count("SELECT COUNT(*) FROM outlived").await, 0, "not before its time");
        test.app.clock().advance(DAY * 70);
        for _ in 0..29 {
            a_day(&test).await;
        }
        assert_eq!(persons(&test).await, 1);
        a_day(&test).await;
        assert_eq!(persons(&test).await, 0);
        let mut camille = coordinator(&test).await;
        camille.get("/droits").await.says("le temps était passé : 1").says("Rien ne partira");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_followed_stays_however_long() {
    story(|test| async move {
        at_desk(&test).await;
        test.app.clock().advance(DAY * 1500);
        for _ in 0..31 {
            a_day(&test).await;
        }
        assert_eq!(persons(&test).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_jumps_erases_nobody() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        ended(&mut nadia, case).await;
        test.app.clock().advance(DAY * 800);
        for _ in 0..3 {
            a_day(&test).await;
        }
        // Two runs of one day are one day.
        a_day(&test).await;
        test.app.clock().advance(-DAY);
        a_day(&test).await;
        assert_eq!(test.count("SELECT days FROM outlived").await, 4);
        test.app.clock().advance(-DAY * 800);
        a_day(&test).await;
        assert_eq!(test.count("SELECT COUNT(*) FROM outlived").await, 0, "put right, it forgets");
        assert_eq!(persons(&test).await, 1);
    })
    .await;
}
