//! What figures are read from.

use jiff::civil::{Date, date};
use kernel::id::{CaseId, SiteId};
use measure::ChangeSummary;
use platform::audit::Who;
use platform::testing::{Team, TestApp};

use crate::act::Acting;
use crate::caseload as cases;
use crate::figures::{self, Cohort, Period};
use crate::screening::acts::{self, Consultation, Taking};
use crate::screening::model::{Filled, Mode, Moment};
use crate::screening::sql;
use crate::testing::{a_case, story};

fn ucla3(answers: [i64; 3]) -> Filled {
    let items = ["ucla3.1", "ucla3.2", "ucla3.3"];
    Filled::new(measure::ucla3(), items.into_iter().zip(answers).collect())
}

async fn keep(test: &TestApp, team: &Team, case: CaseId, moment: Moment, held_on: Date, filled: Filled) {
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let case = cases::find(&mut tx, case).await.unwrap().unwrap();
    let taking = Taking { mode: Mode::Professional, moment, held_on };
    acts::keep(&mut tx, &acting, &case, taking, &[filled]).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

async fn summary(test: &TestApp, site: SiteId, days_before: i64) -> ChangeSummary {
    let tomorrow = test.app.clock().today().tomorrow().unwrap();
    let sent = Period { from: tomorrow - jiff::ToSpan::days(days_before), before: tomorrow };
    let cohort = Cohort { sent, seen_before: tomorrow };
    let figures = figures::of_sites(&mut test.tx().await, &[site], cohort).await.unwrap().all();
    figures.changes.first().map(|change| change.summary).unwrap_or_default()
}

#[tokio::test]
async fn every_case_counts_once_with_its_first_and_its_last_measure() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let improved = a_case(&test, &team).await;
        let lost = a_case(&test, &team).await;
        a_case(&test, &team).await;
        a_case(&test, &elsewhere).await;
        let (first, last) = (date(2026, 1, 2), date(2026, 1, 10));
        keep(&test, &team, improved, Moment::First, first, ucla3([3, 3, 3])).await;
        keep(&test, &team, improved, Moment::First, date(2026, 1, 5), ucla3([1, 1, 1])).await;
        keep(&test, &team, improved, Moment::Review, date(2026, 1, 8), ucla3([3, 3, 3])).await;
        keep(&test, &team, improved, Moment::Review, last, ucla3([2, 2, 2])).await;
        keep(&test, &team, lost, Moment::First, first, ucla3([3, 3, 3])).await;
        let incomplete = Filled::new(measure::ucla3(), [("ucla3.1", 1)].into_iter().collect());
        keep(&test, &team, lost, Moment::Review, last, incomplete).await;

        let expected = ChangeSummary { enrolled: 3, measured_twice: 1, improved: 1, unchanged: 0, worse: 0 };
        assert_eq!(summary(&test, team.site, 1).await, expected);
        test.days_pass(30).await;
        assert_eq!(summary(&test, team.site, 1).await, ChangeSummary::default());
        assert_eq!(summary(&test, team.site, 31).await, expected);
    })
    .await;
}

#[tokio::test]
async fn consultations_are_counted_by_the_days_they_were_held_on() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let acting = Acting::new(&test.app, Who::Account(team.prescriber));
        let mut tx = test.tx().await;
        for (mode, day) in [(Mode::Professional, 2), (Mode::Professional, 12), (Mode::Paper, 12)] {
            let consultation = Consultation { site: team.site, mode, held_on: date(2026, 1, day) };
            acts::consult(&mut tx, &acting, consultation, &[ucla3([1, 2, 3])]).await.unwrap().unwrap();
        }
        let held = |from, before| (date(2026, 1, from), date(2026, 1, before));
        assert_eq!(sql::held(&mut tx, team.site, held(1, 13)).await.unwrap(), 3);
        assert_eq!(sql::held(&mut tx, team.site, held(2, 12)).await.unwrap(), 1);
        assert_eq!(sql::held(&mut tx, elsewhere.site, held(1, 13)).await.unwrap(), 0);
    })
    .await;
}
