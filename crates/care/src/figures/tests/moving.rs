use kernel::id::SiteId;
use platform::testing::{Team, TestApp};

use crate::figures::{self, Cohort, Period, Step};
use crate::testing::{a_case, story};

/// Referred to a site and accompanied, of yesterday's and today's referrals.
async fn counted(test: &TestApp, sites: &[SiteId]) -> [u32; 2] {
    let tomorrow = test.app.clock().today().tomorrow().unwrap();
    let sent = Period { from: tomorrow - jiff::ToSpan::days(2), before: tomorrow };
    let mut tx = test.tx().await;
    let all = figures::of_sites(&mut tx, sites, Cohort { sent, seen_before: tomorrow }).await.unwrap().all();
    [Step::Referred, Step::Accompanied].map(|step| all.step(step))
}

#[tokio::test]
async fn whoever_moves_to_another_site_is_counted_once_where_they_were_referred() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let case = a_case(&test, &team).await;
        let mut tx = test.tx().await;
        let moved = "UPDATE case_file SET site_id = $2, link_worker_id = NULL WHERE id = $1";
        tx.run(moved, &[case.into(), elsewhere.site.into()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(counted(&test, &[team.site]).await, [1, 1]);
        assert_eq!(counted(&test, &[elsewhere.site]).await, [0, 0]);
        assert_eq!(counted(&test, &[team.site, elsewhere.site]).await, [1, 1]);
    })
    .await;
}
