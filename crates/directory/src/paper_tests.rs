//! Guides and call sheets as files beside their pages.

use axum::http::StatusCode;
use platform::testing::{Browser, Team, Told, on_both_engines};

use crate::resource::ResourceId;
use crate::testing::{in_the_demo, in_the_demo_with_a_team};
use crate::verification;

const GUIDES: [&str; 2] = ["/territoires/69029/guide", "/quartiers/DEMO-01/guide"];

#[tokio::test]
async fn a_guide_says_the_same_as_its_page_and_where_each_commune_is_in_it() {
    in_the_demo(|test| async move {
        for page in GUIDES {
            test.browser().paper_beside(page).await;
        }
        let told = Told::by(&test.browser().get("/territoires/69029/guide.pdf").await);
        let communes = told.data["index"]["communes"].as_array().unwrap();
        assert!(communes.len() > 1, "one goes to the next commune too");
        let chapters = told.data["chapters"].as_array().unwrap();
        for entry in communes.iter().flat_map(|commune| commune["entries"].as_array().unwrap()) {
            for place in entry["places"].as_array().unwrap() {
                let at = |key: usize| usize::try_from(place[key].as_u64().unwrap()).unwrap();
                assert_eq!(chapters[at(0)]["lines"][at(1)]["name"], entry["name"]);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_wants_many_guides_at_once_is_told_to_wait() {
    in_the_demo(|test| async move {
        let mut visitor = test.browser();
        for _ in 0..5 {
            visitor.get("/territoires/69029/guide.pdf").await.is(StatusCode::OK);
        }
        visitor.get("/territoires/69029/guide.pdf").await.is(StatusCode::TOO_MANY_REQUESTS);
        visitor.get("/territoires/69029/guide").await.is(StatusCode::OK);
        visitor.get("/territoires/69/guide.pdf").await.is(StatusCode::TOO_MANY_REQUESTS);
        test.browser().at("192.0.2.7", "").get("/territoires/69/guide.pdf").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

/// The campaign's sheet, begun on its page.
async fn a_campaign(coordinator: &mut Browser) -> String {
    let page = coordinator.get("/annuaire/campagnes?territoire=Bron&mois=0").await;
    let page = coordinator.send(&page, "/annuaire/campagnes/lancer", &[]).await;
    page.link("Feuille d’appels")
}

#[tokio::test]
async fn call_sheets_have_their_boxes_and_room_to_write_and_are_nobody_else_s() {
    in_the_demo_with_a_team(|test| async move {
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let mut tx = test.tx().await;
        verification::doubt(&mut tx, &id, verification::Doubt::Silent, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let list = "/annuaire/a-verifier/feuille?territoire=69029".to_owned();
        let campaign = a_campaign(&mut coordinator).await;
        let all = coordinator.get(&campaign).await.link("Avec celles qui");
        let mut link_worker = test.signed_in("link_worker@essarts.test").await;
        for page in [&list, &all] {
            let told = coordinator.paper_beside(page).await;
            assert_eq!(told.data["outcome"]["boxes"].as_array().unwrap().len(), 4);
            assert!(!told.data["organizations"].as_array().unwrap().is_empty(), "{page}");
            let file = coordinator.get(page).await.link("Fichier PDF");
            link_worker.get(&file).await.is(StatusCode::NOT_FOUND);
        }
        let file = coordinator.get(&campaign).await.link("Fichier PDF");
        let told = Told::by(&coordinator.get(&file).await);
        told.says("Personne à appeler pour le moment");
    })
    .await;
}

#[tokio::test]
async fn a_program_without_a_press_offers_no_file() {
    on_both_engines(vec![platform::module(), crate::module()], crate::prepare, |test| async move {
        crate::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        Team::at_bron(&test).await;
        for page in GUIDES {
            test.browser().get(page).await.is(StatusCode::OK).does_not_say("PDF");
            test.browser().get(&format!("{page}.pdf")).await.is(StatusCode::NOT_FOUND);
        }
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let sheet = "/annuaire/a-verifier/feuille?territoire=69029";
        coordinator.get(sheet).await.is(StatusCode::OK).does_not_say("PDF");
        coordinator.get(&sheet.replace("feuille", "feuille.pdf")).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
