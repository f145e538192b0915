//! The beginning of the chain goes by time, and by nothing else, on both engines.

use jiff::SignedDuration;
use kernel::clock::in_france;

use super::super::{Anchor, Broken, forget, seal, sql, verify};
use super::{ENTRIES, noted, story, verified};
use crate::db::Tx;
use crate::patience;
use crate::testing::TestApp;

const MONTHS: i32 = 6;
const ALL: &str = "SELECT COUNT(*) FROM audit_entry";

/// What the day's work does of it, and what follows that.
async fn upkeep(test: &TestApp) {
    let now = test.app.clock().now();
    let mut tx = test.tx().await;
    forget(&mut tx, MONTHS, now).await.unwrap();
    patience::lapse(&mut tx, in_france(now).date()).await.unwrap();
    tx.commit().await.unwrap();
    seal(test.app.db()).await.unwrap();
}

async fn days_pass(test: &TestApp, days: i64) {
    for _ in 0..days {
        test.app.clock().advance(SignedDuration::from_hours(24));
        upkeep(test).await;
    }
}

/// Some more than it is kept for.
async fn months_pass(test: &TestApp) {
    test.app.clock().advance(SignedDuration::from_hours(24 * 31 * i64::from(MONTHS)));
}

#[tokio::test]
async fn what_was_kept_long_enough_goes_and_the_chain_that_is_left_holds() {
    story(|test| async move {
        noted(&test, 5).await;
        let early = seal(test.app.db()).await.unwrap();
        noted(&test, 5).await;
        let at_the_cut = seal(test.app.db()).await.unwrap();
        months_pass(&test).await;
        noted(&test, 3).await;
        let late = seal(test.app.db()).await.unwrap();
        days_pass(&test, patience::DAYS - 1).await;
        assert_eq!(test.count(ALL).await, 13, "not before thirty days");
        days_pass(&test, 1).await;
        assert_eq!(test.count(ALL).await, 4, "ten went, and an entry says so");
        let anchors = [early.clone(), at_the_cut.clone(), late];
        let held = verified(&test, &anchors).await.unwrap();
        assert_eq!((held.head.number, held.forgotten, held.waiting), (14, 10, 0));
        let forged = Anchor { seal: early.seal, ..at_the_cut };
        assert_eq!(verified(&test, &[forged]).await, Err(Broken::OffAnchor(10)));
        days_pass(&test, 2 * patience::DAYS).await;
        assert_eq!(test.count(ALL).await, 4, "nothing else is old enough");
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_jumps_takes_nothing_of_the_trail_away() {
    story(|test| async move {
        noted(&test, 5).await;
        seal(test.app.db()).await.unwrap();
        months_pass(&test).await;
        noted(&test, 5).await;
        seal(test.app.db()).await.unwrap();
        days_pass(&test, patience::DAYS - 1).await;
        upkeep(&test).await;
        assert_eq!(test.count(ALL).await, 10, "a day counts once");
        let years = SignedDuration::from_hours(24 * 365 * 5);
        test.app.clock().advance(years);
        upkeep(&test).await;
        test.app.clock().advance(-years);
        assert_eq!(test.count(ALL).await, 6, "only what was due on the first of these days");

        days_pass(&test, patience::DAYS - 2).await;
        test.app.clock().advance(years);
        days_pass(&test, patience::DAYS - 2).await;
        test.app.clock().advance(-years);
        upkeep(&test).await;
        assert_eq!(test.count("SELECT COUNT(*) FROM due_to_go").await, 0, "those days are forgotten");
        assert_eq!(test.count(ALL).await, 6);
    })
    .await;
}

/// What the head says is changed, or what the trail says of it.
const CHANGES: [&str; 5] = [
    "UPDATE audit_head SET forgotten_number = 21",
    "UPDATE audit_head SET forgotten_number = 0, forgotten_seal = ''",
    "UPDATE audit_head SET forgotten_seal = 'x'",
    "DELETE FROM audit_entry WHERE subject_kind = 'trail'",
    "UPDATE audit_entry SET subject_id = id WHERE subject_kind = 'trail'",
];

/// As forgetting does it, without a word.
async fn behead(tx: &mut Tx, number: i64) {
    let cut = sql::sealed_at(tx, number).await.unwrap();
    sql::forget_up_to(tx, &cut).await.unwrap();
}

#[tokio::test]
async fn whatever_else_goes_from_the_beginning_is_found() {
    story(|test| async move {
        noted(&test, 20).await;
        seal(test.app.db()).await.unwrap();
        months_pass(&test).await;
        noted(&test, ENTRIES - 20).await;
        seal(test.app.db()).await.unwrap();
        days_pass(&test, patience::DAYS).await;
        assert_eq!(verified(&test, &[]).await.unwrap().forgotten, 20);
        for sql in CHANGES {
            let mut tx = test.tx().await;
            assert_eq!(tx.run(sql, &[]).await.unwrap(), 1);
            assert!(verify(&mut tx, &[]).await.unwrap().is_err(), "{sql}");
        }
        for number in 21..=ENTRIES {
            let mut tx = test.tx().await;
            behead(&mut tx, number).await;
            assert_eq!(verify(&mut tx, &[]).await.unwrap(), Err(Broken::Beheaded(number)));
        }
        assert!(verified(&test, &[]).await.is_ok(), "everything was taken back");
    })
    .await;
}
