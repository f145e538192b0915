//! What figures read.

use jiff::civil::date;
use platform::testing::Team;

use super::{call, camille, end, say};
use crate::cost::closed;
use crate::figures::Period;
use crate::testing::{a_case, story};

const YEAR: Period = Period { from: date(2026, 1, 1), before: date(2027, 1, 1) };

#[tokio::test]
async fn a_rate_that_changes_in_mid_course_counts_each_day_as_it_was() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        call(&test, &team, case, 60).await;
        let mut browser = camille(&test).await;
        let first = [("hour", "30"), ("other", "20"), ("valid_from", "2026-01-01"), ("origin", "Paie")];
        say(&mut browser, &first).await;
        say(
            &mut browser,
            &[("hour", "60"), ("other", "7"), ("valid_from", "2026-02-01"), ("origin", "Paie")],
        )
        .await;
        test.days_pass(30).await;
        call(&test, &team, case, 30).await;
        let open = closed(&mut test.tx().await, &[team.site], YEAR).await.unwrap();
        assert_eq!((open.closed, open.minutes.courses), (0, 0));
        end(&test, &team, case).await;
        let costs = closed(&mut test.tx().await, &[team.site], YEAR).await.unwrap();
        assert_eq!((costs.closed, costs.minutes.total, costs.cents.total), (1, 90, 3_000 + 3_000 + 700));
        let before = Period { before: date(2026, 2, 12), ..YEAR };
        assert_eq!(closed(&mut test.tx().await, &[team.site], before).await.unwrap().closed, 0);
    })
    .await;
}

#[tokio::test]
async fn teams_keep_their_own_rates_and_their_own_courses() {
    story(|test| async move {
        let (team, other) = (Team::at_bron(&test).await, Team::at_venissieux(&test).await);
        for team in [&team, &other] {
            let case = a_case(&test, team).await;
            call(&test, team, case, 60).await;
            end(&test, team, case).await;
        }
        let mut browser = camille(&test).await;
        say(&mut browser, &[("hour", "30"), ("valid_from", "2026-01-01"), ("origin", "Paie")]).await;
        let both = closed(&mut test.tx().await, &[team.site, other.site], YEAR).await.unwrap();
        assert_eq!(
            (both.closed, both.minutes.courses, both.cents.courses, both.cents.total),
            (2, 2, 1, 3_000)
        );
        let theirs = closed(&mut test.tx().await, &[other.site], YEAR).await.unwrap();
        assert_eq!((theirs.closed, theirs.cents.courses), (1, 0));
    })
    .await;
}
