//! Stories of what a course of support costs, through HTTP on both engines.

mod bringing;
mod counting;
mod rates;
mod rights;
mod times;
mod visits;

use kernel::id::CaseId;
use platform::audit::Who;
use platform::testing::{Browser, Page, Team, TestApp};

use super::model::{Spent, SpentOn};
use crate::act::Acting;
use crate::caseload::{self, Outcome};
use crate::outcome::acts::close;
use crate::outcome::model::Closing;

/// The coordinator's browser.
async fn camille(test: &TestApp) -> Browser {
    test.signed_in("coordinator@essarts.test").await
}

/// Time noted on the page of its own, today unless said otherwise.
async fn log(browser: &mut Browser, case: CaseId, fields: &[(&str, &str)]) -> Page {
    let here = format!("/personnes/{case}/temps");
    let page = browser.get(&here).await;
    browser.send(&page, &here, fields).await
}

/// So many minutes of calls, noted today by the team's link worker.
async fn call(test: &TestApp, team: &Team, case: CaseId, minutes: i64) {
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let case = caseload::acts::open_to_change(&mut tx, &acting, case, None).await.unwrap();
    let spent = Spent { day: test.app.clock().today(), minutes, on: SpentOn::Call };
    super::log(&mut tx, &acting, &case, &spent).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

/// The course of support ends today.
async fn end(test: &TestApp, team: &Team, case: CaseId) {
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let case = caseload::acts::open_to_change(&mut tx, &acting, case, None).await.unwrap();
    let closing = Closing { outcome: Outcome::GoalsReached, note: None, withdraws: false };
    close(&mut tx, &acting, case, &closing).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

/// A rate typed by the coordinator.
async fn say(browser: &mut Browser, fields: &[(&str, &str)]) -> Page {
    let page = browser.get(super::RATES).await;
    browser.send(&page, super::RATES, fields).await
}
