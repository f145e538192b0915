//! Frozen: neither read nor changed, and then as they were.

use axum::http::StatusCode;
use platform::db::whole;
use platform::testing::TestApp;

use super::{coordinator, person_of};
use crate::testing::{at_desk, story};

async fn said(test: &TestApp) -> String {
    // What passes through the freeze itself, and the pages that show it.
    let beside = ["audit_entry", "posted_once", "session", "job", "setting", "audit_seal"];
    whole::fingerprint(&mut test.tx().await, |table| !beside.contains(&table)).await.unwrap()
}

#[tokio::test]
async fn whoever_is_frozen_is_in_no_list_and_comes_back_as_they_were() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let mut camille = coordinator(&test).await;
        let (file, here) =
            (format!("/personnes/{case}"), format!("/droits/{}", person_of(&test, case).await));
        let mut docteure = test.signed_in("prescriber@essarts.test").await;
        docteure.get("/mes-patients").await.says("Aline Dumont");
        let before = said(&test).await;

        let freeze = format!("{here}/geler");
        let page = camille.get(&freeze).await;
        camille
            .send(&page, &freeze, &[("reason", "  ")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Dites pourquoi");
        let page = camille.send(&page, &freeze, &[("reason", "Conteste son adresse.")]).await;
        page.is(StatusCode::OK).says("Données gelées").says("Conteste son adresse.");
        page.does_not_say("rue des Essarts");

        for browser in [&mut nadia, &mut camille] {
            browser.get(&file).await.is(StatusCode::NOT_FOUND);
            browser.get(&format!("{file}/coordonnees")).await.is(StatusCode::NOT_FOUND);
            browser.get("/personnes").await.does_not_say("Aline");
            browser.get("/ma-journee").await.does_not_say("Aline");
        }
        nadia.get(&here).await.is(StatusCode::NOT_FOUND);
        docteure.get("/mes-patients").await.does_not_say("Aline");
        camille.get("/droits").await.says("Mme Aline Dumont").says("par Camille essarts");
        assert!(camille.get(&format!("{here}/copie.json")).await.body.contains("rue des Essarts"));
        camille.get(&file).await.is(StatusCode::NOT_FOUND);

        let page = camille.get(&here).await;
        camille.send(&page, &format!("{here}/degeler"), &[]).await.says("Qui a ouvert vos données");
        nadia.get(&file).await.is(StatusCode::OK).says("rue des Essarts");
        assert_eq!(said(&test).await, before, "to the last column");
    })
    .await;
}

#[tokio::test]
async fn somebody_new_of_that_name_is_not_taken_for_whoever_is_frozen() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let mut camille = coordinator(&test).await;
        let here = format!("/droits/{}", person_of(&test, case).await);
        let page = camille.get(&format!("{here}/geler")).await;
        camille.send(&page, &format!("{here}/geler"), &[("reason", "À sa demande.")]).await;
        crate::testing::a_request(&test, &team).await;
        let inbox = nadia.get("/demandes").await;
        let request = nadia.get(&inbox.link("Mme Aline Dumont (78)")).await;
        request.is(StatusCode::OK).does_not_say("Est-ce une personne déjà connue");
        let page = camille.get(&here).await;
        camille.send(&page, &format!("{here}/degeler"), &[]).await.is(StatusCode::OK);
        nadia.get(&request.path).await.says("Est-ce une personne déjà connue");
    })
    .await;
}
