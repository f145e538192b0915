//! `exclure_doublons`, through HTTP, on both engines.

use platform::testing::{Browser, Team, TestApp};
use serde_json::{Value, json};

use crate::duplicate;
use crate::testing::{self, story};

fn structure(source: &str, name: &str) -> Value {
    json!({
        "source": source, "id": format!("{source}--1"), "nom": name, "date_maj": "2025-06-01",
        "code_postal": "69500", "code_insee": "69029", "commune": "Bron", "adresse": "3 place des Acacias",
        "latitude": 45.7339, "longitude": 4.9131, "telephone": "0472000001"
    })
}

fn service(source: &str, id: &str, more: &Value) -> Value {
    let mut service = json!({
        "source": source, "id": format!("{source}--{id}"), "structure_id": format!("{source}--1"),
        "nom": "Atelier cuisine du monde", "description": "On se retrouve le mardi.", "date_maj": "2025-06-01"
    });
    for (key, value) in more.as_object().unwrap() {
        service[key] = value.clone();
    }
    service
}

/// One social centre in two sources, of which dora says more; alone, soliguide has something for a fee.
async fn listed_twice(test: &TestApp) {
    let structures =
        vec![structure("dora", "Centre social Héron Cendré"), structure("soliguide", "CS Héron Cendré")];
    let better =
        json!({ "publics": ["seniors"], "frais": "gratuit", "thematiques": ["sante--sante-mentale"] });
    let services = vec![
        service("dora", "a", &better),
        service("dora", "b", &json!({ "nom": "Chorale", "frais": "gratuit" })),
        service("soliguide", "c", &json!({})),
        service("soliguide", "d", &json!({ "nom": "Yoga", "frais": "payant" })),
    ];
    let report = testing::import(test, (structures, services)).await;
    assert_eq!(report.services.created, 4);
    duplicate::search(test.app.db()).await.unwrap();
}

async fn asked(browser: &mut Browser, query: &str) -> (Vec<String>, Value) {
    let page = browser.get(&format!("/api/v1/search/services{query}")).await;
    let answer: Value = serde_json::from_str(&page.body).unwrap();
    let items = answer["items"].as_array().unwrap();
    (items.iter().map(|item| item["service"]["id"].as_str().unwrap().to_owned()).collect(), answer)
}

async fn ids(browser: &mut Browser, query: &str) -> Vec<String> {
    asked(browser, query).await.0
}

#[tokio::test]
async fn of_a_structure_listed_twice_the_better_entry_answers_and_pages_stay_exact() {
    story(|test| async move {
        listed_twice(&test).await;
        let mut browser = test.browser();
        assert_eq!(ids(&mut browser, "").await.len(), 4);
        assert_eq!(ids(&mut browser, "?exclure_doublons=false").await.len(), 4);
        assert_eq!(ids(&mut browser, "?exclure_doublons=true").await, ["dora--a", "dora--b"]);
        let (shown, answer) = asked(&mut browser, "?exclure_doublons=true&size=1&page=2").await;
        assert_eq!(shown, ["dora--b"]);
        for (field, number) in [("total", 2), ("page", 2), ("size", 1), ("pages", 2)] {
            assert_eq!(answer[field], json!(number), "{field}");
        }
        let filtered = ids(&mut browser, "?exclure_doublons=true&frais=payant").await;
        assert_eq!(filtered, ["soliguide--d"], "ranked after the filters");
    })
    .await;
}

#[tokio::test]
async fn what_people_decide_goes_before_what_is_likely() {
    story(|test| async move {
        Team::at_bron(&test).await;
        listed_twice(&test).await;
        let mut keeper = test.signed_in("coordinator@essarts.test").await;
        let list = keeper.get("/annuaire/doublons").await;
        let pair = keeper.get(&list.link("Comparer")).await;
        keeper.send(&pair, &format!("{}/deux", pair.path.split('?').next().unwrap()), &[]).await;
        let mut browser = test.browser();
        assert_eq!(ids(&mut browser, "?exclure_doublons=true").await.len(), 4, "told apart");

        let decided = keeper.get("/annuaire/doublons?etat=different").await.link("Comparer");
        let undo = keeper.get(&decided).await;
        let action = undo.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        keeper.send(&undo, &action, &[]).await;
        let list = keeper.get("/annuaire/doublons").await;
        let pair = keeper.get(&list.link("Comparer")).await;
        let action = format!("{}/meme", pair.path.split('?').next().unwrap());
        keeper.send(&pair, &action, &[("kept", "soliguide--1")]).await.says("C’est la même");
        let kept = ids(&mut browser, "?exclure_doublons=true").await;
        assert_eq!(kept, ["dora--a", "dora--b"], "the better of a merged pair, whichever entry was kept");
        assert_eq!(ids(&mut browser, "").await.len(), 4, "who does not ask for it gets all");
    })
    .await;
}
