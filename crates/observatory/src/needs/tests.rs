//! Needs said by many and by few, near a directory that knows little.

use axum::http::StatusCode;
use care::assessment::Assessment;
use care::assessment::model::{Need, PriorityArea};
use platform::testing::Team;

use crate::testing::{World, story};

fn needing(need: Need, area: PriorityArea) -> Assessment {
    Assessment { needs: [need].into(), priority_area: Some(area), ..Assessment::default() }
}

#[tokio::test]
async fn what_many_miss_and_nothing_offers_is_told_and_what_few_miss_is_not() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        for (place, id) in world.referrals(27).await.into_iter().enumerate() {
            let case = world.accept(id).await;
            world.reach(case).await;
            let (need, area) = match place {
                ..11 => (Need::Housing, PriorityArea::Yes),
                11..22 => (Need::Housing, PriorityArea::No),
                _ => (Need::Work, PriorityArea::No),
            };
            world.take_stock(case, &needing(need, area)).await;
        }
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        let page = browser.get("/chiffres").await;
        let page = browser.get(&page.link("Besoins sans réponse")).await;
        page.is(StatusCode::OK).says("Personnes avec qui le point a été fait27");
        page.says("Bron2711").says("Le logementBron2211").does_not_say("Le travail");
        page.says("exprimés par moins de onze personnes");
        browser.get("/chiffres/besoins?rayon=x&site=").await.says("à 30 minutes à pied de chez elles");
        browser.get("/chiffres/besoins?rayon=voiture-15").await.says("à 15 minutes en voiture de chez elles");
        browser.get("/chiffres/besoins?site=x").await.is(StatusCode::NOT_FOUND);
        browser.sign_in("administrator@essarts.test").await;
        assert_eq!(browser.get("/chiffres/besoins").await.path, "/rapports");
    })
    .await;
}

#[tokio::test]
async fn what_the_directory_answers_nearby_is_met() {
    story(|test| async move {
        directory::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        for id in world.referrals(12).await {
            let case = world.accept(id).await;
            world.reach(case).await;
            world.take_stock(case, &needing(Need::Ties, PriorityArea::No)).await;
        }
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        let page = browser.get("/chiffres/besoins").await;
        page.says("Rien à montrer").says("trouve au moins une réponse").does_not_say("Bron12");
    })
    .await;
}
