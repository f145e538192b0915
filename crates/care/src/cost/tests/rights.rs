//! What is held of a person here is told to them, and goes with them.

use axum::http::StatusCode;
use jiff::civil::date;

use super::{call, camille};
use crate::cost::closed;
use crate::figures::Period;
use crate::testing::{at_desk, story};

#[tokio::test]
async fn time_and_consultations_are_in_the_copy_and_go_with_whoever_is_erased() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        call(&test, &team, case, 75).await;
        let here = format!("/personnes/{case}/consultations");
        let page = nadia.get(&here).await;
        nadia.send(&page, &here, &[("before", "4"), ("before_told_by", "person")]).await;
        let rights = nadia.get(&format!("/personnes/{case}")).await.link("Ses données et ses droits");
        let page = nadia.get(&rights).await;
        page.says("1 h 15").says("4 · Dit par la personne").says("du 13 juillet 2025 au 12 janvier 2026");
        let copy = nadia.get(&format!("{rights}/copie.json")).await;
        copy.says("\"minutes\": 75").says("\"before_count\": 4");
        let mut camille = camille(&test).await;
        let erase = format!("{rights}/effacer");
        let page = camille.get(&erase).await;
        camille.send(&page, &erase, &[("sure", "yes")]).await.is(StatusCode::OK);
        for table in ["SELECT COUNT(*) FROM time_spent", "SELECT COUNT(*) FROM gp_visits"] {
            assert_eq!(test.count(table).await, 0, "{table}");
        }
        nadia.get(&here).await.is(StatusCode::NOT_FOUND);
        let year = Period { from: date(2026, 1, 1), before: date(2027, 1, 1) };
        assert_eq!(closed(&mut test.tx().await, &[team.site], year).await.unwrap().closed, 0);
    })
    .await;
}
