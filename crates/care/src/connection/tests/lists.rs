//! The lists of a day hold what they should, for those who may see it.

use axum::http::StatusCode;
use platform::testing::{Team, TestApp};

use super::{Scene, link_worker};
use crate::connection::sql::{self, Line};
use crate::testing::story;

fn names(lines: &[Line]) -> Vec<(&str, &str)> {
    lines.iter().map(|line| (line.person_name.as_str(), line.resource_name.as_str())).collect()
}

async fn silent(test: &TestApp, team: &Team) -> Vec<Line> {
    let now = test.app.clock().now();
    sql::silent(&mut test.tx().await, team.link_worker, now).await.unwrap()
}

#[tokio::test]
async fn a_silent_organisation_is_listed_from_the_tenth_day_until_it_answers() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let stranger = Team::at_venissieux(&test).await;
        test.days_pass(9).await;
        assert_eq!(silent(&test, &scene.team).await.len(), 0);
        test.days_pass(1).await;
        let listed = silent(&test, &scene.team).await;
        assert_eq!(names(&listed), [("Aline Dumont", "Le chœur du mardi")]);
        assert_eq!(silent(&test, &stranger).await.len(), 0);
        let mut scene = Scene { nadia: link_worker(&test).await, ..scene };
        scene.step("attente", &[("until", "2026-02-01")]).await.is(StatusCode::OK);
        assert_eq!(silent(&test, &scene.team).await.len(), 0);

        let waited = async |day: &str| {
            let day = day.parse().unwrap();
            sql::waited_for(&mut test.tx().await, scene.team.link_worker, day).await.unwrap().len()
        };
        assert_eq!((waited("2026-01-31").await, waited("2026-02-01").await), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn first_meetings_are_listed_by_day_ends_included() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        scene
            .step("oui", &[("meeting_on", "2026-01-20"), ("meeting_place", "Salle 2")])
            .await
            .is(StatusCode::OK);
        let viewer = scene.team.link_worker;
        let between = async |from: &str, to: &str| {
            let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
            sql::first_meetings(&mut test.tx().await, viewer, from, to).await.unwrap()
        };
        assert_eq!(between("2026-01-21", "2026-01-27").await.len(), 0);
        assert_eq!(between("2026-01-13", "2026-01-19").await.len(), 0);
        let listed = between("2026-01-20", "2026-01-20").await;
        assert_eq!(listed[0].meeting_place.as_deref(), Some("Salle 2"));
        scene.step("rencontre", &[("going", "alone"), ("meeting_on", "2026-01-21")]).await.is(StatusCode::OK);
        assert_eq!(between("2026-01-21", "2026-01-27").await.len(), 1);
        scene.step("venue", &[]).await.is(StatusCode::OK);
        assert_eq!(between("2026-01-01", "2026-12-31").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_listed_until_something_else_is_tried() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let lost = async |team: &Team| {
            sql::expired_or_declined_without_next(&mut test.tx().await, team.link_worker).await.unwrap()
        };
        assert_eq!(lost(&scene.team).await.len(), 0);
        scene.step("non", &[("reason", "full")]).await.is(StatusCode::OK);
        assert_eq!(names(&lost(&scene.team).await), [("Aline Dumont", "Le chœur du mardi")]);
        scene.tie = super::proposed(&test, &scene.team, scene.case, "test--marche").await;
        assert_eq!(lost(&scene.team).await.len(), 0);
        scene.step("abandon", &[("drop_reason", "other")]).await.is(StatusCode::OK);
        assert_eq!(lost(&scene.team).await.len(), 1, "an idea given up is no next step");
        let stranger = Team::at_venissieux(&test).await;
        assert_eq!(lost(&stranger).await.len(), 0);
    })
    .await;
}
