//! Erased: once, by a coordinator who is sure.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::id::PersonId;
use platform::app::Settings;
use platform::audit;
use platform::jobs;
use platform::testing::{Browser, Page, TestApp};

use super::{coordinator, person_of};
use crate::rights::erased_in;
use crate::testing::{at_desk, story};

async fn erase(browser: &mut Browser, page: &Page, here: &str) -> Page {
    browser.send(page, here, &[("sure", "yes")]).await
}

async fn persons(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM person").await
}

#[tokio::test]
async fn nobody_is_erased_unless_a_coordinator_is_sure() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let person = person_of(&test, case).await;
        let here = format!("/droits/{person}/effacer");
        nadia.get(&here).await.is(StatusCode::NOT_FOUND);
        nadia.post(&here, &[("sure".to_owned(), "yes".to_owned())]).await.is(StatusCode::NOT_FOUND);
        let mut camille = coordinator(&test).await;
        let page = camille.get(&here).await;
        page.says("Effacer les données de Mme Aline Dumont").says("est accompagnée en ce moment");
        let again = camille.send(&page, &here, &[]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("un effacement ne se rattrape pas");
        test.app.wall().advance(SignedDuration::from_mins(29));
        camille.get("/").await;
        test.app.wall().advance(SignedDuration::from_mins(2));
        erase(&mut camille, &page, &here).await.says("Confirmez que c’est vous");
        assert_eq!(persons(&test).await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_erased_is_gone_and_the_trail_tells_that_somebody_was() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let person = person_of(&test, case).await;
        let here = format!("/droits/{person}/effacer");
        let mut camille = coordinator(&test).await;
        let page = camille.get(&here).await;
        erase(&mut camille, &page, &here)
            .await
            .is(StatusCode::OK)
            .says("C’est effacé")
            .says("demande des personnes : 1");
        erase(&mut camille, &page, &here).await.says("C’est effacé");
        camille.get(&format!("/droits/{person}")).await.is(StatusCode::NOT_FOUND);
        nadia.get(&format!("/personnes/{case}")).await.is(StatusCode::NOT_FOUND);
        assert_eq!(persons(&test).await, 0);
        let trail = audit::of_subject(&mut test.tx().await, person).await.unwrap();
        assert_eq!(trail.iter().filter(|entry| entry.action == "erased").count(), 1);
        // Reminders and ends that were planned find nobody, and say nothing.
        test.days_pass(40).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_frozen_is_erased_too() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let person = person_of(&test, case).await;
        let mut camille = coordinator(&test).await;
        let freeze = format!("/droits/{person}/geler");
        let page = camille.get(&freeze).await;
        camille.send(&page, &freeze, &[("reason", "À sa demande.")]).await;
        let here = format!("/droits/{person}/effacer");
        let page = camille.get(&here).await;
        page.says("Mme Aline Dumont");
        erase(&mut camille, &page, &here).await.says("Aucun dossier n’est gelé");
        assert_eq!(test.count("SELECT COUNT(*) FROM frozen").await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_was_erased_is_written_down_elsewhere_once() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let person = person_of(&test, case).await;
        let file = std::env::temp_dir().join(format!("erased-{person}"));
        let settings = Settings { erased_file: Some(file.clone()), ..test.app.settings().clone() };
        let test = TestApp { app: test.app.clone().with_settings(settings) };
        let mut camille = coordinator(&test).await;
        let here = format!("/droits/{person}/effacer");
        let page = camille.get(&here).await;
        erase(&mut camille, &page, &here).await.says("C’est effacé");
        assert_eq!(jobs::run_due(&test.app).await.unwrap().missed, 0);
        for _ in 0..2 {
            let mut tx = test.tx().await;
            jobs::schedule(&mut tx, crate::rights::TELL, "", test.app.clock().now()).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(jobs::run_due(&test.app).await.unwrap().missed, 0);
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("2026-01-13T08:00:00Z {person}\n"));
        assert_eq!(erased_in(&file).unwrap(), [person]);
        std::fs::remove_file(&file).unwrap();
    })
    .await;
}

#[tokio::test]
async fn every_record_merged_into_theirs_is_written_down_too() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let (person, again) = (person_of(&test, case).await, PersonId::new());
        let mut tx = test.tx().await;
        tx.run(
            "INSERT INTO person (id, site_id, name, name_key, commune_code, discreet, created_at, merged_into)
             SELECT $1, site_id, name, name_key, commune_code, discreet, created_at, id FROM person WHERE id = $2",
            &[again.into(), person.into()],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let mut camille = coordinator(&test).await;
        let here = format!("/droits/{person}/effacer");
        let page = camille.get(&here).await;
        erase(&mut camille, &page, &here).await.says("C’est effacé");
        assert_eq!(persons(&test).await, 0);
        assert_eq!(test.count("SELECT COUNT(*) FROM erased").await, 2, "an older store holds them apart");
    })
    .await;
}
