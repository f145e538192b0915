//! Stories of sources that say something else once they were corrected, on both engines.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use platform::testing::TestApp;

use super::LIST;
use super::tests::link_of_the_meal;
use crate::organization::{self, Organization};
use crate::resource::{self, Resource, ResourceId};
use crate::testing::in_the_demo_with_a_team;
use crate::vocabulary::Public;

const MEAL: &str = "/ressources/demo--repas-du-jeudi";

fn meal() -> ResourceId {
    ResourceId::parse("demo--repas-du-jeudi").unwrap()
}

/// The source publishes the meal's organization again.
async fn organization_published(test: &TestApp, change: impl Fn(&mut Organization)) {
    let mut tx = test.tx().await;
    let (meal, _) = resource::find(&mut tx, &meal()).await.unwrap().unwrap();
    let row = organization::row(&mut tx, &meal.organization).await.unwrap().unwrap();
    let mut source = row.sourced().unwrap();
    change(&mut source);
    organization::put(&mut tx, &source, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// The same of the meal.
async fn meal_published(test: &TestApp, change: impl Fn(&mut Resource)) {
    let mut tx = test.tx().await;
    let mut source = resource::row(&mut tx, &meal()).await.unwrap().unwrap().sourced().unwrap();
    change(&mut source);
    resource::put(&mut tx, &source, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn both_versions_of_a_corrected_organization_stand_side_by_side_and_one_is_chosen() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let action = format!("{link}/organisation");
        let mut volunteer = test.browser();
        let form = volunteer.get(&action).await;
        let said = [("nom", "La Tablée"), ("telephone", "04 65 71 00 42"), ("autre", "Le logo a changé.")];
        volunteer.send(&form, &action, &said).await.says("Merci beaucoup");
        assert_eq!(test.count("SELECT COUNT(*) FROM report WHERE organization_id IS NOT NULL").await, 1);

        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let here = format!("{LIST}?territoire=69");
        coordinator.get(&here).await.does_not_say("La source dit autre chose");
        organization_published(&test, |source| {
            source.name = "Tablée du Rhône".to_owned();
            source.contact.phone = Some("04 65 71 00 77".to_owned());
        })
        .await;
        volunteer.get(&action).await.says("La Tablée").does_not_say("Suivre la source");
        let list = coordinator.get(&here).await;
        list.says("La source dit autre chose");
        let check = list.link("La Tablée");
        let form = coordinator.get(&check).await;
        form.says("Tablée du Rhône").says("04 65 71 00 42").says("04 65 71 00 77");
        let again = coordinator.send(&form, &check, &[("suivre", "contact"), ("nom", " ")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Donnez un nom");
        let shown = coordinator.send(&form, &check, &[("suivre", "contact")]).await;
        shown
            .is(StatusCode::OK)
            .says("La Tablée")
            .says("04 65 71 00 77")
            .says("Vérifié par l’équipe du territoire le");
        coordinator.get(&here).await.does_not_say("La source dit autre chose");
        let mut link_worker = test.signed_in("link_worker@essarts.test").await;
        link_worker.get(&check).await.is(StatusCode::NOT_FOUND);
        link_worker.post(&check, &[]).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn whom_it_is_for_is_corrected_behind_the_link_and_compared_with_what_the_source_says_next() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let action = format!("{link}/demo--repas-du-jeudi");
        let mut volunteer = test.browser();
        let form = volunteer.get(&action).await;
        let said = [
            ("public", "femmes"),
            ("public", "etudiants"),
            ("age_de", "18"),
            ("age_a", ""),
            ("langue", "tr"),
            ("forme", "outing"),
            ("a_plusieurs", "9"),
            ("accueil", "oui"),
        ];
        volunteer.send(&form, &action, &said).await.says("Merci beaucoup").says("à partir de 18 ans");
        let shown = test.browser().get(MEAL).await;
        shown
            .says("Étudiants")
            .says("à partir de 18 ans")
            .says("On y parle aussi turc")
            .says("9 personnes au plus")
            .says("Quelqu’un vous attend");

        meal_published(&test, |source| source.publics = BTreeSet::from([Public::Families])).await;
        test.browser().get(MEAL).await.says("Étudiants");
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let list = coordinator.get(&format!("{LIST}?territoire=69")).await;
        let check = list.link("Repas partagé du jeudi");
        let form = coordinator.get(&check).await;
        form.says("La source dit autre chose").says("Suivre la source");
        coordinator.send(&form, &check, &[("suivre", "whom")]).await.does_not_say("Étudiants");
        let (now, _) = resource::find(&mut test.tx().await, &meal()).await.unwrap().unwrap();
        assert_eq!(now.publics, BTreeSet::from([Public::Families]));
    })
    .await;
}
