//! One page of all that is held, in words.

use axum::http::StatusCode;
use platform::testing::Team;

use super::person_of;
use crate::testing::{a_request, at_desk, link_worker, story};

#[tokio::test]
async fn a_person_reads_what_is_held_who_received_it_and_who_looked() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let file = nadia.get(&format!("/personnes/{case}")).await;
        let page = nadia.get(&file.link("Ses données et ses droits")).await;
        page.is(StatusCode::OK)
            .says("Aline Dumont")
            .says("12 rue des Essarts")
            .says("Aimait chanter en chorale.")
            .says("La personne est d’accord.")
            .says("Docteure essarts")
            .says("Nadia essarts");
        page.does_not_say("Geler ses données").says("adressez-vous à la coordination");
    })
    .await;
}

#[tokio::test]
async fn who_reported_somebody_is_not_told_to_them() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut neighbour = test.browser();
        let page = neighbour.get("/signaler").await;
        let typed = [
            ("name", "Jeanne Morel"),
            ("phone", "04 65 71 00 13"),
            ("commune", "Bron"),
            ("reasons", "feels_alone"),
            ("consent", "yes"),
            ("reporter_name", "Paulette Vire"),
            ("reporter_contact", "04 65 71 00 14"),
        ];
        neighbour.send(&page, "/signaler", &typed).await.is(StatusCode::OK);
        let mut nadia = link_worker(&test).await;
        let inbox = nadia.get("/demandes").await;
        let request = nadia.get(&inbox.link("Jeanne Morel")).await;
        request.says("Paulette Vire");
        let page = nadia.get(&request.link("Ses données et ses droits")).await;
        page.says("Jeanne Morel").says("Quelqu’un s’est inquiété de vous");
        page.does_not_say("Paulette").does_not_say("04 65 71 00 14");
    })
    .await;
}

#[tokio::test]
async fn a_colleague_s_person_and_another_team_s_are_as_if_they_were_not() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        Team::at_venissieux(&test).await;
        let here = format!("/droits/{}", person_of(&test, case).await);
        for elsewhere in
            ["link_worker@minguettes.test", "coordinator@minguettes.test", "prescriber@essarts.test"]
        {
            let mut browser = test.signed_in(elsewhere).await;
            for path in ["", "/copie.json", "/copie.pdf", "/geler", "/effacer"] {
                browser.get(&format!("{here}{path}")).await.is(StatusCode::NOT_FOUND);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_nobody_follows_yet_has_rights_too() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_request(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let inbox = nadia.get("/demandes").await;
        let request = nadia.get(&inbox.link("Mme Aline Dumont (78)")).await;
        let page = nadia.get(&request.link("Ses données et ses droits")).await;
        page.says("Aimait chanter en chorale.").does_not_say("‹");
    })
    .await;
}
