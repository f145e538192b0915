//! An organisation that is listed twice is asked as the entry that was kept.

use super::*;
use crate::testing::story;
use directory::duplicate;

const TWIN: &str = "contact@amis-du-chant.example";

/// « Les Amis du chant » twice, at one door; the other one publishes an address.
async fn listed_twice(test: &TestApp) {
    let mut tx = test.tx().await;
    let now = test.app.clock().now();
    for (id, email) in [("autre--amis", Some(TWIN)), ("test--amis", None)] {
        let organization: Organization = serde_json::from_value(json!({
            "id": id, "source": "test", "name": "Les Amis du chant", "updated_on": "2026-01-01",
            "place": { "street": "3 place des Acacias", "commune": "69029", "postcode": "69500" },
            "contact": { "phone": "04 65 71 00 77", "email": email }, "networks": []
        }))
        .unwrap();
        organization::put(&mut tx, &organization, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Whoever coordinates says that the two are one.
async fn merged(test: &TestApp, kept: &str) {
    duplicate::search(test.app.db()).await.unwrap();
    let mut coordinator = test.signed_in("coordinator@essarts.test").await;
    let list = coordinator.get("/annuaire/doublons").await;
    let pair = coordinator.get(&list.link("Comparer")).await;
    let action = pair.actions().into_iter().find(|action| action.ends_with("/meme")).unwrap();
    coordinator.send(&pair, &action, &[("kept", kept)]).await.says("C’est la même");
}

async fn address(test: &TestApp, resource: &str) -> Option<String> {
    let known = crate::connection::known_address(&mut test.tx().await, resource).await.unwrap();
    known.map(|known| known.email.as_str().to_owned())
}

#[tokio::test]
async fn a_merged_organisation_is_asked_at_the_address_of_the_kept_one() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        listed_twice(&test).await;
        assert_eq!(address(&test, "test--marche").await, None);
        published(&test, "test--marche", "marche@choeur.example").await;
        assert_eq!(address(&test, "test--marche").await.as_deref(), Some("marche@choeur.example"));
        merged(&test, "autre--amis").await;
        assert_eq!(address(&test, "test--marche").await.as_deref(), Some(TWIN));
        assert_eq!(address(&test, "test--choeur").await.as_deref(), Some(CHOIR), "given for requests");
        scene.tie = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let action = format!("{}/demander", scene.path());
        let form = scene.nadia.get(&action).await;
        assert_eq!(form.value(&action, "email"), TWIN);
    })
    .await;
}
