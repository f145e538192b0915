//! Whoever is erased or frozen leaves the study's tables; numbers stay.

use platform::testing::TestApp;

use super::{agrees, coordinator, days, file, many, opened, person_of, step};
use crate::testing::{at_desk, story};

const TABLES: [&str; 4] = [
    "SELECT COUNT(*) FROM study_person",
    "SELECT COUNT(*) FROM study_pseudonym",
    "SELECT COUNT(*) FROM study_deviation",
    "SELECT COUNT(*) FROM study_letter",
];

async fn rows(test: &TestApp) -> i64 {
    let mut all = 0;
    for sql in TABLES {
        all += test.count(sql).await;
    }
    all
}

#[tokio::test]
async fn whoever_is_erased_stays_as_a_number() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        agrees(&mut nadia, &file(case, study), &[]).await;
        days(&test, 80).await;
        assert!(rows(&test).await > 2, "with letters");
        let person = person_of(&test, case).await;
        let mut camille = coordinator(&test).await;
        let erase = format!("/droits/{person}/effacer");
        let page = camille.get(&erase).await;
        camille.send(&page, &erase, &[("sure", "yes")]).await.says("C’est effacé");
        assert_eq!(rows(&test).await, 0);
        camille
            .get(&format!("/etudes/{study}/deroulement"))
            .await
            .says("Entrées dans l’étude 1")
            .says("Ont arrêté 1")
            .says("Peuvent être analysées 0");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_frozen_comes_back_as_they_were() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let here = file(case, study);
        let before = agrees(&mut nadia, &here, &[]).await.text();
        let person = person_of(&test, case).await;
        let mut camille = coordinator(&test).await;
        let freeze = format!("/droits/{person}/geler");
        let page = camille.get(&freeze).await;
        camille.send(&page, &freeze, &[("reason", "À sa demande.")]).await;
        assert_eq!(rows(&test).await, 0);
        let page = camille.get(&format!("/droits/{person}")).await;
        camille.send(&page, &format!("/droits/{person}/degeler"), &[]).await;
        assert_eq!(nadia.get(&here).await.text(), before);
    })
    .await;
}

#[tokio::test]
async fn after_the_months_it_says_a_study_holds_numbers_alone() {
    story(|test| async move {
        let (team, ..) = at_desk(&test).await;
        let study = opened(&test, &[("keep_months", "1")]).await;
        many(&test, &team, study, 3).await;
        step(&test, study).await;
        step(&test, study).await.says("Terminée");
        days(&test, 55).await;
        assert!(rows(&test).await > 0, "seen to be due on too few days");
        days(&test, 10).await;
        assert_eq!(rows(&test).await, 0);
        let mut camille = coordinator(&test).await;
        camille.get(&format!("/etudes/{study}/deroulement")).await.says("Entrées dans l’étude 3");
    })
    .await;
}
