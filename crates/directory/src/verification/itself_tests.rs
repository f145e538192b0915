//! What an organization says of itself behind its link, on both engines.

use axum::http::StatusCode;
use platform::testing::{Browser, Page, TestApp};

use super::tests::link_of_the_meal;
use crate::organization::{self, Organization};
use crate::place::Located;
use crate::resource::{self, Resource, ResourceId};
use crate::testing::in_the_demo_with_a_team;

async fn meal(test: &TestApp) -> Resource {
    let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
    resource::find(&mut test.tx().await, &id).await.unwrap().unwrap().0
}

async fn its_organization(test: &TestApp) -> Organization {
    let id = meal(test).await.organization;
    organization::find(&mut test.tx().await, &id).await.unwrap().unwrap().0
}

/// The meal, now served where its organization is.
async fn served_at_its_door(test: &TestApp) -> Resource {
    let place = its_organization(test).await.place;
    let served = Resource { place, ..meal(test).await };
    let mut tx = test.tx().await;
    resource::put(&mut tx, &served, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    served
}

async fn form(volunteer: &mut Browser, link: &str) -> Page {
    let page = volunteer.get(link).await;
    page.says("Votre organisation");
    let page = volunteer.get(&format!("{link}/organisation")).await;
    page.is(StatusCode::OK);
    page
}

#[tokio::test]
async fn an_organization_corrects_its_name_its_address_and_how_it_is_reached() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let before = its_organization(&test).await;
        assert!(before.place.located.trusted().is_some(), "it has coordinates to lose");
        let mut volunteer = test.browser();
        let page = form(&mut volunteer, &link).await;
        let said = [
            ("nom", "La Tablée du quartier"),
            ("adresse", "12 rue Pasteur"),
            ("commune", "Vénissieux (69200)"),
            ("mardi", "9 h à 12 h"),
            ("telephone", "04 65 71 00 42"),
            ("courriel", "bonjour@tablee.example"),
            ("site", "www.tablee.example"),
        ];
        for _ in 0..2 {
            volunteer.send(&page, &format!("{link}/organisation"), &said).await.says("Merci beaucoup");
        }
        let now = its_organization(&test).await;
        assert_eq!(now.name, "La Tablée du quartier");
        assert_eq!(now.place.commune.as_ref().unwrap().as_str(), "69259");
        assert_eq!(now.place.postcode.as_deref(), Some("69200"));
        assert_eq!(now.place.located, Located::Missing, "nobody knows where that is");
        assert!(now.opening_hours.unwrap().contains("Tu 09:00-12:00;"), "the other days stay");
        assert_eq!(now.website.unwrap().as_str(), "https://www.tablee.example/");
        assert_eq!(now.description, before.description, "what was left alone stays");
        let noted = "SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'verification'";
        assert_eq!(test.count(noted).await, 1, "a double click says it once");

        let href = crate::address::organization(&before.id);
        let shown = test.browser().get(&href).await;
        shown
            .says("La Tablée du quartier")
            .says("12 rue Pasteur")
            .says("04 65 71 00 42")
            .says("Confirmé par l’organisation elle-même le");
        test.browser().get("/ressources/demo--repas-du-jeudi").await.says("La Tablée du quartier");
        test.browser().get("/ressources?q=tablee").await.says("La Tablée du quartier");

        let mut tx = test.tx().await;
        let row = organization::row(&mut tx, &before.id).await.unwrap().unwrap();
        let source = Organization { siret: Some("77556026100015".to_owned()), ..row.sourced().unwrap() };
        assert_eq!(source.name, before.name);
        organization::put(&mut tx, &source, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let now = its_organization(&test).await;
        assert_eq!(now.siret, source.siret, "the source is followed where nothing was corrected");
        assert_eq!(now.name, "La Tablée du quartier", "and undoes nothing");
    })
    .await;
}

#[tokio::test]
async fn what_it_offers_moves_with_it_if_it_says_so() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let served = served_at_its_door(&test).await;
        let mut volunteer = test.browser();
        let page = form(&mut volunteer, &link).await;
        let action = format!("{link}/organisation");
        volunteer.send(&page, &action, &[("adresse", "3 rue Neuve")]).await.says("Merci beaucoup");
        assert_eq!(meal(&test).await.place, served.place, "it did not say so");

        served_at_its_door(&test).await;
        let page = form(&mut volunteer, &link).await;
        let moved = [("adresse", "12 rue Pasteur"), ("commune", "69200"), ("activites", "oui")];
        volunteer.send(&page, &action, &moved).await.says("Merci beaucoup");
        let place = meal(&test).await.place;
        assert_eq!(place.street.as_deref(), Some("12 rue Pasteur"));
        assert_eq!(place.commune.unwrap().as_str(), "69259");
        test.browser()
            .get("/ressources/demo--repas-du-jeudi")
            .await
            .says("12 rue Pasteur")
            .says("Vénissieux");
        test.browser().get("/ressources/demo--repas-du-jeudi").await.does_not_say("1970");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_told_beside_its_field_and_nothing_is_saved() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let before = its_organization(&test).await;
        let mut volunteer = test.browser();
        let action = format!("{link}/organisation");
        let cases = [
            ("nom", "  ", "Donnez un nom"),
            ("commune", "Nulle-Part-sur-Rien", "Nous ne trouvons pas cette commune"),
            ("mardi", "l’après-midi", "Écrivez les heures comme"),
            ("courriel", "bonjour", "Cette adresse n’est pas complète"),
            ("site", "javascript:alert(1)", "Cette adresse de site n’est pas complète"),
            ("site", "tablee", "Cette adresse de site n’est pas complète"),
        ];
        for (field, typed, told) in cases {
            let page = form(&mut volunteer, &link).await;
            let said = [("telephone", "04 65 71 00 99"), (field, typed)];
            let again = volunteer.send(&page, &action, &said).await;
            again.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
            assert_eq!(again.value(&action, field), typed, "what was typed is kept");
            assert_eq!(again.value(&action, "telephone"), "04 65 71 00 99");
        }
        let page = form(&mut volunteer, &link).await;
        let long = "a".repeat(20_000);
        volunteer.send(&page, &action, &[("description", &long)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(its_organization(&test).await, before);
        assert_eq!(test.count("SELECT COUNT(*) FROM organization_verification").await, 0);
        let mut english = test.browser().in_english();
        let page = english.get(&action).await;
        english.send(&page, &action, &[("commune", "Nowhere")]).await.says("We cannot find this commune");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_over_an_entry_that_changed_meanwhile() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let action = format!("{link}/organisation");
        let (mut one, mut other) = (test.browser(), test.browser());
        let (seen, stale) = (form(&mut one, &link).await, form(&mut other, &link).await);
        one.send(&seen, &action, &[("telephone", "04 65 71 00 01")]).await.says("Merci beaucoup");
        let told = other.send(&stale, &action, &[("telephone", "04 65 71 00 02")]).await;
        told.is(StatusCode::CONFLICT).says("rien n’a été enregistré");
        assert_eq!(told.value(&action, "telephone"), "04 65 71 00 02");
        assert_eq!(its_organization(&test).await.contact.phone.as_deref(), Some("04 65 71 00 01"));
        test.browser().get("/verification/faux/organisation").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
