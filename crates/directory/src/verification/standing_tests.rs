//! The work list as a page of the store, against the whole list.

use jiff::civil::date;

use super::rules;
use super::standing::{standings, to_ask, work_list};
use super::{Doubt, doubt};
use crate::resource::ResourceId;
use crate::territory;
use crate::testing::{in_the_demo_with_a_team, standee};

#[test]
fn each_organization_is_asked_once_and_only_when_something_of_it_is_old() {
    let all = [
        standee("b", None),
        standee("a", Some(date(2025, 1, 1))),
        standee("b", Some(date(2025, 2, 1))),
        standee("c", Some(date(2026, 1, 1))),
    ];
    assert_eq!(to_ask(&all, date(2025, 7, 1)), ["b", "a"]);
}

#[tokio::test]
async fn the_work_list_s_pages_make_the_whole_list_with_two_questions_each() {
    in_the_demo_with_a_team(|test| async move {
        let now = test.app.clock().now();
        let today = test.app.clock().today();
        let territory = territory::named("Rhône").unwrap();
        let mut tx = test.tx().await;
        let all = standings(&mut tx, &territory).await.unwrap();
        assert!(all.len() > 40, "{}", all.len());
        for one in all.iter().step_by(7) {
            doubt(&mut tx, &ResourceId::parse(&one.id).unwrap(), Doubt::Silent, now).await.unwrap();
        }
        let stale = rules::stale_before(today);
        let whole: Vec<_> = standings(&mut tx, &territory).await.unwrap();
        let whole: Vec<_> = whole.into_iter().filter(|one| one.standing.is_to_verify(stale)).collect();
        let mut paged = Vec::new();
        loop {
            let (before, offset) = (tx.asked(), i64::try_from(paged.len()).unwrap());
            let list = work_list(&mut tx, &territory, stale, offset, 10).await.unwrap();
            assert_eq!(tx.asked() - before, 2);
            assert_eq!(list.to_verify, i64::try_from(whole.len()).unwrap());
            assert_eq!(list.total, i64::try_from(all.len()).unwrap());
            assert!(list.rows.len() <= 10);
            if list.rows.is_empty() {
                break;
            }
            paged.extend(list.rows);
        }
        // Engines sort names each in their way: what comes before by standing comes before.
        assert!(paged.is_sorted_by_key(|one| one.standing.order()));
        let ids = |list: &[super::Standee]| {
            list.iter().map(|one| one.id.clone()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(paged.len(), whole.len());
        assert_eq!(ids(&paged), ids(&whole));
    })
    .await;
}

#[tokio::test]
async fn a_page_beyond_the_last_and_one_that_is_no_number_are_shown() {
    in_the_demo_with_a_team(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        for page in ["999", "0", "-3", "abc", "9223372036854775807", "99999999999999999999"] {
            let list = coordinator.get(&format!("/annuaire/a-verifier?territoire=69&page={page}")).await;
            list.is(axum::http::StatusCode::OK);
        }
    })
    .await;
}
