//! What organizations that are one offer twice.

use super::*;
use crate::resource::{self, ResourceId};

fn workshop(source: &str, name: &str) -> Value {
    let mut workshop = service(source, name);
    workshop["thematiques"] = json!(["equipement-et-alimentation--alimentation"]);
    workshop
}

/// One social centre in two sources, and its kitchen in both.
async fn both_kitchens(test: &TestApp) -> ([Value; 2], [Value; 2]) {
    let (structures, _) = twice();
    let services =
        [workshop("dora", "Atelier cuisine du monde"), workshop("soliguide", "Atelier cuisine du monde")];
    imported(test, &structures, &services).await;
    (structures, services)
}

async fn the_resources(browser: &mut Browser) -> Page {
    let list = browser.get("/annuaire/doublons?sorte=resource").await;
    browser.get(&list.link("Comparer")).await
}

async fn listed(test: &TestApp) -> Vec<String> {
    let page = test.browser().get("/api/v1/search/services").await;
    let answer: Value = serde_json::from_str(&page.body).unwrap();
    let items = answer["items"].as_array().unwrap();
    items.iter().map(|item| item["service"]["id"].as_str().unwrap().to_owned()).collect()
}

async fn shown_as(test: &TestApp, of: &str) -> String {
    let id = ResourceId::parse(of).unwrap();
    resource::kept(&mut test.tx().await, &id).await.unwrap().to_string()
}

#[tokio::test]
async fn what_two_entries_of_one_organization_both_offer_is_found_said_merged_and_undone() {
    story(|test| async move {
        Team::at_bron(&test).await;
        both_kitchens(&test).await;
        let report = search(test.app.db()).await.unwrap();
        assert_eq!((report.organizations, report.resources, report.proposed), (2, 2, 2));
        let mut browser = test.signed_in(COORDINATOR).await;
        let list = browser.get("/annuaire/doublons").await;
        list.says("Organisations : 1").says("Activités : 1").does_not_say("Atelier cuisine");
        let list = browser.get("/annuaire/doublons?sorte=resource&departement=69").await;
        list.says("Atelier cuisine du monde").says("Centre social Héron Cendré").says("même nom");
        let page = the_resources(&mut browser).await;
        page.says("Est-ce la même activité ?")
            .says("même sujet")
            .says("peut-être la même organisation")
            .says("CS Héron Cendré")
            .says("On se retrouve le mardi");
        let list = say_the_same(&mut browser, &page, "dora--s").await;
        list.says("C’est la même activité, montrée sous « Atelier cuisine du monde »");
        assert_eq!(shown_as(&test, "soliguide--s").await, "dora--s");
        assert_eq!(listed(&test).await, ["dora--s"]);
        let mut visitor = test.browser();
        assert_eq!(visitor.get("/ressources/soliguide--s").await.path, "/ressources/dora--s");
        visitor.get("/organisations/soliguide--1").await.does_not_say("Atelier cuisine");
        let other = visitor.get("/api/v1/services/soliguide--s").await;
        other.is(StatusCode::OK);

        let pair = browser.get(&list.link("Revoir ou défaire")).await;
        let action = pair.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        browser.send(&pair, &action, &[]).await.says("1 paire");
        assert_eq!(listed(&test).await, ["dora--s", "soliguide--s"]);
    })
    .await;
}

#[tokio::test]
async fn an_import_keeps_merged_resources_merged_and_frees_them_of_what_is_gone() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (structures, mut services) = both_kitchens(&test).await;
        search(test.app.db()).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_resources(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--s").await;

        services[1]["nom"] = json!("Cuisine du monde le mardi");
        imported(&test, &structures, &services).await;
        let report = search(test.app.db()).await.unwrap();
        assert_eq!((report.proposed, report.renewed, report.withdrawn), (0, 0, 0));
        assert_eq!(listed(&test).await, ["dora--s"]);

        let mut other = workshop("dora", "Vélo-club");
        other["id"] = json!("dora--other");
        imported(&test, &structures, &[other, services[1].clone()]).await;
        assert_eq!(shown_as(&test, "soliguide--s").await, "soliguide--s", "the kept one is gone");
        assert_eq!(listed(&test).await, ["dora--other", "soliguide--s"]);

        imported(&test, &structures, &services).await;
        assert_eq!(listed(&test).await, ["dora--s"], "it comes back, and so does the decision");
    })
    .await;
}

#[tokio::test]
async fn merging_organizations_makes_what_they_offer_likelier_and_telling_apart_less() {
    story(|test| async move {
        Team::at_bron(&test).await;
        both_kitchens(&test).await;
        search(test.app.db()).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;
        assert_eq!(search(test.app.db()).await.unwrap().renewed, 1);
        the_resources(&mut browser).await.says("même organisation").does_not_say("peut-être la même");

        let list = browser.get("/annuaire/doublons?etat=same").await;
        let pair = browser.get(&list.link("Comparer")).await;
        let action = pair.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        browser.send(&pair, &action, &[]).await;
        let page = the_pair(&mut browser).await;
        browser.send(&page, &format!("{}/deux", page.path.split('?').next().unwrap()), &[]).await;
        assert_eq!(search(test.app.db()).await.unwrap().withdrawn, 1, "nobody compares them any longer");
    })
    .await;
}

#[tokio::test]
async fn what_one_source_lists_side_by_side_is_left_alone() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (structures, [one, other]) = both_kitchens(&test).await;
        let mut fridays = one.clone();
        fridays["id"] = json!("dora--fridays");
        fridays["nom"] = json!("Atelier cuisine du monde");
        imported(&test, &structures, &[one, fridays, other]).await;
        search(test.app.db()).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        browser.get("/annuaire/doublons?sorte=resource").await.says("2 paires");
    })
    .await;
}
