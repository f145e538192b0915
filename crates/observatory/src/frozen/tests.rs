//! What is frozen is what was counted, once.

use care::referral::model::Origin;
use care::screening::Moment;
use jiff::civil::date;
use platform::jobs;
use platform::testing::{Team, TestApp};

use super::sql::find;
use super::{FREEZE, Quarter, Scope, Span, Year};
use crate::testing::{World, freezes_on, story};

const WINTER: Quarter = Quarter { year: 2026, number: 1 };

async fn kept(test: &TestApp, scope: Scope) -> Option<String> {
    let rows: Vec<(String,)> = test
        .tx()
        .await
        .all(
            "SELECT figures FROM frozen_figures WHERE scope = $1 AND span = '2026-T1'",
            &[scope.code().into()],
        )
        .await
        .unwrap();
    rows.into_iter().next().map(|(figures,)| figures)
}

#[tokio::test]
async fn a_quarter_is_frozen_the_day_it_is_ripe_and_never_again() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        world.a_winter().await;
        let scope = Scope::Team(team.site);
        freezes_on(&test, date(2026, 6, 30)).await;
        assert_eq!(kept(&test, scope).await, None);
        freezes_on(&test, date(2026, 7, 1)).await;
        let first = kept(&test, scope).await.unwrap();
        assert_eq!(kept(&test, Scope::All).await.as_deref(), Some(first.as_str()), "one team is all");
        let mut tx = test.tx().await;
        tx.run("UPDATE referral SET origin = 'paper'", &[]).await.unwrap();
        jobs::schedule(&mut tx, FREEZE, "", test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        test.days_pass(1).await;
        assert_eq!(kept(&test, scope).await.unwrap(), first);
    })
    .await;
}

#[tokio::test]
async fn what_is_read_back_is_what_was_counted() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        world.a_winter().await;
        let measured = world.accept(world.referral(Origin::Person).await).await;
        world.measure(measured, Moment::First, [2, 2, 3]).await;
        world.measure(measured, Moment::Review, [1, 2, 3]).await;
        freezes_on(&test, date(2026, 7, 1)).await;
        let mut tx = test.tx().await;
        let counted = care::figures::of_sites(&mut tx, &[team.site], WINTER.cohort()).await.unwrap();
        let mut expected = crate::told::Numbers::of(&counted);
        expected.all.loads.clear();
        let frozen = find(&mut tx, Scope::Team(team.site), Span::Quarter(WINTER)).await.unwrap().unwrap();
        assert_eq!(format!("{:?}", frozen.numbers), format!("{expected:?}"));
        assert_eq!(frozen.numbers.all.funnel, [15, 12, 11, 5, 0, 0, 0, 0]);
        assert!(!frozen.numbers.all.changes.is_empty() && frozen.stamp.fingerprint.len() == 12);
    })
    .await;
}

#[tokio::test]
async fn what_happens_after_the_last_day_is_not_looked_at() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        let sent = world.referrals(2).await;
        let case = world.accept(sent[0]).await;
        test.days_pass(200).await;
        world.reach(case).await;
        world.accept(sent[1]).await;
        freezes_on(&test, date(2026, 8, 20)).await;
        let mut tx = test.tx().await;
        let frozen = find(&mut tx, Scope::Team(team.site), Span::Quarter(WINTER)).await.unwrap().unwrap();
        assert_eq!(frozen.numbers.all.funnel, [2, 1, 0, 0, 0, 0, 0, 0]);
        assert_eq!((frozen.numbers.all.waiting, frozen.numbers.all.open), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_year_is_the_sum_of_its_quarters_as_they_were_frozen() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        world.a_winter().await;
        freezes_on(&test, date(2026, 7, 1)).await;
        world.referrals(3).await;
        // Noted after the first quarter was frozen: neither it nor the year says so.
        let mut tx = test.tx().await;
        tx.run("UPDATE referral SET origin = 'paper' WHERE sent_at < 1780000000", &[]).await.unwrap();
        tx.commit().await.unwrap();
        freezes_on(&test, date(2027, 3, 31)).await;
        let scope = Scope::Team(team.site);
        let year = Span::Year(Year(2026));
        assert!(find(&mut test.tx().await, scope, year).await.unwrap().is_none());
        freezes_on(&test, date(2027, 4, 1)).await;
        let mut tx = test.tx().await;
        for scope in [scope, Scope::All] {
            let frozen = find(&mut tx, scope, year).await.unwrap().unwrap();
            assert_eq!(frozen.numbers.all.funnel, [17, 11, 11, 5, 0, 0, 0, 0]);
            assert_eq!(frozen.numbers.all.sources, [15, 1, 1, 0]);
            assert_eq!(frozen.costs.unwrap().closed, 0);
        }
        assert!(find(&mut tx, scope, Span::Year(Year(2025))).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_server_that_stood_still_misses_no_quarter_of_a_year() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.referrals(3).await;
        // Of 2028 three quarters are ripe: eight quarters back would begin in the last one of 2026.
        freezes_on(&test, date(2029, 1, 1)).await;
        let mut tx = test.tx().await;
        let frozen = find(&mut tx, Scope::All, Span::Year(Year(2026))).await.unwrap().unwrap();
        assert_eq!(frozen.numbers.all.funnel[0], 3);
    })
    .await;
}
