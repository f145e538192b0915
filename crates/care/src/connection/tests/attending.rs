//! From the first meeting to the sixth time.

use axum::http::StatusCode;
use kernel::contact::Email;
use platform::outbox;
use platform::testing::{TestApp, pairs};

use super::{Scene, entries};
use crate::testing::{events, link_worker, story};

/// What the prescriber was told about taking part.
async fn news(test: &TestApp) -> usize {
    let to = Email::parse("prescriber@essarts.test").unwrap();
    let letters = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
    letters.iter().filter(|letter| letter.body.contains("a participé")).count()
}

async fn introduced(test: &TestApp) -> Scene {
    let mut scene = Scene::asked(test).await;
    scene.step("oui", &[("meeting_on", "2026-01-20")]).await.is(StatusCode::OK);
    scene.step("rencontre", &[("going", "alone")]).await.is(StatusCode::OK);
    scene
}

#[tokio::test]
async fn the_prescriber_hears_of_the_first_third_and_sixth_time() {
    story(|test| async move {
        let mut scene = introduced(&test).await;
        let mut heard = Vec::new();
        for time in 1..=7 {
            test.days_pass(7).await;
            scene.nadia = link_worker(&test).await;
            let page = scene.step("venue", &[]).await;
            page.is(StatusCode::OK).says(&if time == 1 {
                "Une venue".to_owned()
            } else {
                format!("{time} venues")
            });
            heard.push(news(&test).await);
        }
        assert_eq!(heard, [1, 1, 2, 2, 2, 3, 3]);
        let page = scene.nadia.get(&scene.path()).await;
        page.says("1re fois").says("3e fois").says("6e fois");
        assert!(page.body.contains("Venue au moins six fois"));
        scene.step("autonomie", &[]).await.is(StatusCode::OK).says("participe sans votre aide");
        assert_eq!(scene.state(&test).await, "settled");
    })
    .await;
}

#[tokio::test]
async fn one_click_notes_today_and_the_same_day_twice_is_one() {
    story(|test| async move {
        let mut scene = introduced(&test).await;
        let page = scene.nadia.get(&scene.path()).await;
        page.says("Est venue aujourd’hui");
        scene.step("venue", &[]).await.is(StatusCode::OK);
        scene.step("venue", &[("day", "2026-01-13")]).await.is(StatusCode::OK);
        let stored = scene.stored(&test).await;
        assert_eq!(stored.attendances.len(), 1);
        assert_eq!(events(&test, scene.case).await.iter().filter(|kind| *kind == "attended").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_day_that_cannot_be_is_refused_beside_its_field() {
    story(|test| async move {
        let mut scene = introduced(&test).await;
        for (day, said) in [
            ("2026-01-14", "Ce jour est encore à venir"),
            ("2026-01-12", "pas encore été sollicitée ce jour-là"),
            ("2026-02-31", "Cette date ne se lit pas"),
            ("", "Donnez un jour"),
        ] {
            let trail = entries(&test).await;
            let page = scene.nadia.get(&scene.path()).await;
            let page = scene.nadia.send(&page, &format!("{}/venue", scene.path()), &[("day", day)]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            assert!(
                page.body.contains(&format!("name=\"day\" type=\"date\" value=\"{day}\"")),
                "{day} is kept"
            );
            assert_eq!(entries(&test).await, trail + 2, "one entry for each of the two pages");
        }
        assert_eq!(scene.stored(&test).await.attendances.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_comes_before_a_yes_nor_settles_before_coming() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let version = scene.stored(&test).await.version.to_string();
        for step in ["venue", "autonomie", "rencontre"] {
            let fields = pairs(&[("version", &version), ("day", "2026-01-13"), ("going", "alone")]);
            let page = scene.nadia.post(&format!("{}/{step}", scene.path()), &fields).await;
            page.is(StatusCode::CONFLICT).says("Cela ne peut pas être fait maintenant");
        }
        assert_eq!(scene.state(&test).await, "asked");
    })
    .await;
}

#[tokio::test]
async fn a_leak_needs_its_reason() {
    story(|test| async move {
        let mut scene = introduced(&test).await;
        let page = scene.step("abandon", &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez une raison");
        scene
            .step("abandon", &[("drop_reason", "absent")])
            .await
            .is(StatusCode::OK)
            .says("Absent ou absente");
        assert_eq!(scene.state(&test).await, "dropped");
        let page = scene.nadia.get(&scene.path()).await;
        assert!(!page.actions().iter().any(|action| action.ends_with("/venue")), "nothing is left to note");
    })
    .await;
}
