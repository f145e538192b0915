//! An answer that must not be passed over, on both engines.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;
use platform::testing::{Browser, Page, Team, TestApp};
use platform::{jobs, outbox};

use crate::testing::story;

const DOCTOR: &str = "prescriber@essarts.test";
const SUBJECT: &str = "Une réponse vous attend";

/// PHQ-9 with a ninth answer of so much, and never to everything else.
async fn answered(test: &TestApp, doctor: &mut Browser, ninth: &str) -> Page {
    let mut tx = test.tx().await;
    tx.run("INSERT INTO instrument_choice (site_id, code, is_used) SELECT id, 'phq9', TRUE FROM site WHERE TRUE ON CONFLICT DO NOTHING", &[])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = doctor.get("/consultation?instrument=phq9").await;
    let items: Vec<String> = (1..=9).map(|item| format!("phq9.{item}")).collect();
    let value = |item: &str| if item == "phq9.9" { ninth } else { "0" }.to_owned();
    let fields: Vec<(String, String)> = items.iter().map(|item| (item.clone(), value(item))).collect();
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(item, value)| (item.as_str(), value.as_str())).collect();
    doctor.send(&page, "/consultation", &fields).await
}

async fn letters(test: &TestApp, to: &str) -> usize {
    let letters = outbox::written_to(&mut test.tx().await, &Email::parse(to).unwrap()).await.unwrap();
    let about = letters.iter().filter(|letter| letter.subject == SUBJECT);
    about.inspect(|letter| assert!(!letter.body.contains("mort") && !letter.body.contains("PHQ"))).count()
}

async fn hours_pass(test: &TestApp, hours: i64) {
    for _ in 0..hours {
        test.app.clock().advance(SignedDuration::from_hours(1));
        jobs::run_due(&test.app).await.unwrap();
    }
}

#[tokio::test]
async fn the_answer_comes_before_the_result_and_what_was_done_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = answered(&test, &mut doctor, "1").await;
        page.is(StatusCode::OK).says("Avant de continuer").says("3114").says("Plusieurs jours");
        assert!(page.path.starts_with("/securite/"));
        let (check, results) = (page.path.clone(), page.path.replace("/securite/", "/consultation/"));
        assert_eq!(doctor.get(&results).await.path, check, "no result before it");
        doctor.get("/consultation").await.says("dites ce qui a été fait");
        let again = doctor.send(&page, &check, &[("note", "Rappelée demain.")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites ce qui a été fait");
        assert_eq!(again.value(&check, "note"), "Rappelée demain.");
        let alone = doctor.send(&again, &check, &[("done", "handed_over"), ("note", "")]).await;
        alone.is(StatusCode::UNPROCESSABLE_ENTITY).says("le nom de la personne");
        let results = doctor.send(&again, &check, &[("done", "assessed")]).await;
        results.is(StatusCode::OK).says("À lire à voix haute");
        doctor.get(&check).await.says("pas de danger pour le moment").says("Rappelée demain.");
        hours_pass(&test, 30).await;
        assert_eq!(letters(&test, DOCTOR).await, 0);
        doctor.get("/consultation").await.does_not_say("dites ce qui a été fait");
    })
    .await;
}

#[tokio::test]
async fn zero_rings_nothing() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        answered(&test, &mut doctor, "0").await.is(StatusCode::OK).says("À lire à voix haute");
        assert_eq!(test.count("SELECT COUNT(*) FROM safety_check").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_passes_it_over_in_silence() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = answered(&test, &mut doctor, "3").await;
        let coordinator = "coordinator@essarts.test";
        hours_pass(&test, 1).await;
        assert_eq!((letters(&test, DOCTOR).await, letters(&test, coordinator).await), (1, 1));
        hours_pass(&test, 24).await;
        assert_eq!((letters(&test, DOCTOR).await, letters(&test, coordinator).await), (2, 2));
        hours_pass(&test, 24 * 9).await;
        assert_eq!(letters(&test, coordinator).await, 8, "a letter a day for a week");
        let mut camille = test.signed_in(coordinator).await;
        camille.get("/securite").await.says("Voir et dire");
        let check = camille.get(&page.path).await;
        let said = camille.send(&check, &page.path, &[("done", "handed_over"), ("note", "Dr Morel")]).await;
        said.is(StatusCode::OK).says("quelqu’un d’autre s’en charge").does_not_say("Voir les résultats");
        assert_eq!(letters(&test, DOCTOR).await, 9, "told at once");
        let once = camille.post(&page.path, &[("done".to_owned(), "assessed".to_owned())]).await;
        once.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn no_colleague_and_nobody_elsewhere_opens_it() {
    story(|test| async move {
        Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = answered(&test, &mut doctor, "1").await;
        for other in ["link_worker@essarts.test", "coordinator@minguettes.test", "prescriber@minguettes.test"]
        {
            let mut other = test.signed_in(other).await;
            other.get(&page.path).await.is(StatusCode::NOT_FOUND);
            other
                .post(&page.path, &[("done".to_owned(), "assessed".to_owned())])
                .await
                .is(StatusCode::NOT_FOUND);
            other.get("/securite").await.says("Aucune réponse n’attend");
        }
    })
    .await;
}
