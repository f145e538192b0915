//! The carnet of somebody who is expected at a choir, on both engines.

use axum::http::StatusCode;
use directory::organization::{self, Organization};
use directory::resource::{self, Resource};
use directory::vocabulary::Transport;
use jiff::civil::date;
use kernel::id::CaseId;
use platform::testing::{Browser, TestApp};
use serde_json::json;

use crate::connection::{self, Answer, Connection, Going, Meeting, Offer, Request};
use crate::testing::{at_desk, link_worker, story};

/// A choir at Bron that the directory knows well.
async fn a_choir(test: &TestApp) {
    let now = test.app.clock().now();
    let organization: Organization = serde_json::from_value(json!({
        "id": "test--amis", "source": "test", "name": "Les Amis du chant", "updated_on": "2026-01-01",
        "place": {}, "contact": { "phone": "04 65 71 00 77", "email": null }, "networks": []
    }))
    .unwrap();
    let mut choir: Resource = serde_json::from_value(json!({
        "id": "test--choeur", "organization": "test--amis", "source": "test", "name": "Le chœur du mardi",
        "description": "", "updated_on": "2026-01-01", "themes": [], "publics": [], "cost": "gratuit",
        "place": {
            "street": "3 place des Acacias", "postcode": "69500", "commune": "69029",
            "located": { "kind": "trusted", "point": { "lat": 45.7392, "lon": 4.9201 } }
        },
        "contact": { "email": null }, "contact_name": "Mme Personne", "welcome_modes": ["en-presentiel"],
        "zones": [], "ways_in": [], "open_to": [], "opening_hours": "Tu 14:00-16:00"
    }))
    .unwrap();
    choir.ties.transport = Some(Transport::Tram);
    let mut tx = test.tx().await;
    organization::put(&mut tx, &organization, now).await.unwrap();
    resource::put(&mut tx, &choir, now).await.unwrap();
    tx.commit().await.unwrap();
}

/// A tie the choir has said yes to, as far as `goes_on` takes it.
async fn expected(test: &TestApp, case: CaseId, goes_on: impl FnOnce(Connection) -> Connection) {
    let now = test.app.clock().now();
    let offer = Offer {
        resource_id: "test--choeur".to_owned(),
        resource_name: "Le chœur du mardi".to_owned(),
        organization_name: "Les Amis du chant".to_owned(),
    };
    let request = Request { at: now, reminded_at: None, email: None, shared: Vec::new(), likes: None };
    let proposed = Connection::proposed(case, offer, now);
    let accepted =
        proposed.clone().asked(request).unwrap().answered(Answer::Yes(Meeting::default()), now).unwrap();
    let mut tx = test.tx().await;
    connection::insert(&mut tx, &proposed).await.unwrap();
    assert!(connection::update(&mut tx, &goes_on(accepted)).await.unwrap());
    tx.commit().await.unwrap();
}

fn first_meeting(accepted: Connection) -> Connection {
    let meeting = Meeting {
        on: Some(date(2026, 1, 20)),
        place: Some("14 h, devant la porte bleue".to_owned()),
        contact: Some("Josiane".to_owned()),
    };
    accepted.introduced(meeting, Going::Accompanied).unwrap()
}

async fn carnet(browser: &mut Browser, case: CaseId) -> platform::testing::Told {
    browser.paper_beside(&format!("/personnes/{case}/carnet")).await
}

#[tokio::test]
async fn it_says_when_where_how_to_get_there_and_whom_to_call() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        a_choir(&test).await;
        expected(&test, case, first_meeting).await;
        let told = carnet(&mut nadia, case).await;
        told.says("Mme Aline Dumont")
            .says("mardi 20 janvier 2026 · première fois")
            .says("mardi 20 janvier 2026 14 h, devant la porte bleue")
            .says("Josiane 04 65 71 00 77")
            .says("3 place des Acacias 69500 Bron")
            .says("de la mairie (Bron), vers le nord-est")
            .says("Avec quelqu’un Tram à proximité")
            .says("gratuit")
            .does_not_say("Mme Personne");
        assert!(told.pictures["map-0"].contains("Mairie de Bron"), "the map names what it marks");
        let map = &told.data["places"]["items"][0]["map"];
        assert!(map["alt"].as_str().unwrap().contains("sans les rues"), "{map}");
        let file = nadia.get(&format!("/personnes/{case}")).await;
        assert_eq!(file.link("Le carnet à emporter"), format!("/personnes/{case}/carnet"));
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_part_already_reads_the_next_time() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        a_choir(&test).await;
        let today = test.app.clock().today();
        expected(&test, case, |tie| tie.attended(today, today).unwrap()).await;
        let told = carnet(&mut nadia, case).await;
        told.says("mardi 13 janvier 2026").does_not_say("première fois").does_not_say("La première fois");
        test.days_pass(1).await;
        carnet(&mut link_worker(&test).await, case)
            .await
            .says("mardi 20 janvier 2026")
            .does_not_say("13 janvier");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_known_is_said_and_what_was_not_agreed_is_left_out() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let told = carnet(&mut nadia, case).await;
        told.says("Aucun rendez-vous n’est fixé pour l’instant");
        assert!(told.pictures.is_empty() && told.data["places"]["legend"].is_null());
        // It was in the directory when it said yes, and is not any more.
        expected(&test, case, |accepted| accepted).await;
        let told = carnet(&mut nadia, case).await;
        told.says("Le chœur du mardi").says("Le trajet n’est pas encore noté");
        assert!(told.pictures.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_carnet_of_somebody_discreet_names_neither_them_nor_the_team() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let mut tx = test.tx().await;
        tx.run("UPDATE person SET discreet = TRUE", &[]).await.unwrap();
        tx.commit().await.unwrap();
        let page = nadia.get(&format!("/personnes/{case}/carnet")).await;
        page.is(StatusCode::OK).says("Cette personne demande de la discrétion");
        let told = carnet(&mut nadia, case).await;
        told.does_not_say("Dumont").does_not_say("Essarts").says("Nadia").says("04 65 71 00 01");
        nadia.get(&format!("/personnes/{case}/lettre")).await.says("une enveloppe sans nom");
    })
    .await;
}
