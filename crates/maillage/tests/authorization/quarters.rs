//! Two quarters of which something is known: one the team reads, one that everybody does.

use jiff::civil::date;
use kernel::clock::start_of;
use kernel::id::SiteId;
use platform::jobs;
use platform::testing::TestApp;
use uuid::Uuid;

pub(crate) const KEPT: &str = "2025-T3";
pub(crate) const RELEASED: &str = "2025-T2";

/// Each is frozen of one consultation about nobody; the earlier is released.
pub(crate) async fn frozen(test: &TestApp, site: SiteId) {
    let now = test.app.clock().now();
    let mut tx = test.tx().await;
    for day in [date(2025, 5, 6), date(2025, 8, 5)] {
        let kept = [Uuid::now_v7().into(), site.into(), day.into(), start_of(day).into()];
        tx.run(
            "INSERT INTO screening (id, site_id, mode, moment, held_on, at)
             VALUES ($1, $2, 'professional', 'first', $3, $4)",
            &kept,
        )
        .await
        .unwrap();
    }
    jobs::schedule(&mut tx, "observatory.freeze", "", now).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(jobs::run_due(&test.app).await.unwrap().missed, 0);
    let mut tx = test.tx().await;
    let released = [now.into(), RELEASED.into()];
    let rows = tx.run("UPDATE frozen_figures SET released_at = $1 WHERE span = $2", &released).await.unwrap();
    assert_eq!(rows, 2, "the team's and that of all");
    tx.commit().await.unwrap();
}
