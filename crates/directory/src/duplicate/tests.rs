//! Stories of whoever verifies the directory, on both engines.

use axum::http::StatusCode;
use platform::audit;
use platform::testing::{Browser, Page, Team, TestApp, on_both_engines};
use serde_json::{Value, json};

use super::*;
use crate::exchange::data_inclusion::{self, Source};
use crate::organization::{self, OrganizationId};

const COORDINATOR: &str = "coordinator@essarts.test";

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    on_both_engines(vec![platform::module(), crate::module()], crate::prepare, tell).await;
}

fn structure(source: &str, name: &str) -> Value {
    json!({
        "source": source, "id": format!("{source}--1"), "nom": name, "date_maj": "2025-06-01",
        "code_postal": "69500", "code_insee": "69029", "commune": "Bron", "adresse": "3 place des Acacias",
        "latitude": 45.7339, "longitude": 4.9131, "telephone": "0472000001"
    })
}

fn service(source: &str, name: &str) -> Value {
    json!({
        "source": source, "id": format!("{source}--s"), "structure_id": format!("{source}--1"),
        "nom": name, "description": "On se retrouve le mardi.", "date_maj": "2025-06-01"
    })
}

/// The same social centre in two sources, each with something to join.
fn twice() -> ([Value; 2], [Value; 2]) {
    (
        [structure("dora", "Centre social Gérard Philipe"), structure("soliguide", "CS Gérard Philipe")],
        [service("dora", "Atelier cuisine"), service("soliguide", "Chorale du mardi")],
    )
}

async fn imported(test: &TestApp, structures: &[Value], services: &[Value]) {
    let source = |rows: &[Value]| {
        let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
        let bytes = lines.join("\n").into_bytes();
        let size = u64::try_from(bytes.len()).unwrap();
        Source::new(std::io::Cursor::new(bytes), size).unwrap()
    };
    let files = (source(structures), source(services));
    let report =
        data_inclusion::import(test.app.db(), test.app.clock().now(), files, &mut |_| ()).await.unwrap();
    assert_eq!((report.structures.refused, report.services.refused), (0, 0));
}

/// The pair of [`twice`], found.
async fn proposed(test: &TestApp) -> Report {
    let (structures, services) = twice();
    imported(test, &structures, &services).await;
    search(test.app.db()).await.unwrap()
}

async fn the_pair(browser: &mut Browser) -> Page {
    let list = browser.get("/annuaire/doublons").await;
    let href = list.link("Comparer");
    browser.get(&href).await
}

async fn say_the_same(browser: &mut Browser, page: &Page, kept: &str) -> Page {
    let action = format!("{}/meme", page.path);
    browser.send(page, &action, &[("kept", kept)]).await
}

fn id(text: &str) -> OrganizationId {
    OrganizationId::parse(text).unwrap()
}

async fn kept(test: &TestApp, of: &str) -> String {
    organization::kept(&mut test.tx().await, &id(of)).await.unwrap().to_string()
}

async fn version(test: &TestApp) -> i64 {
    crate::stored::version(&mut test.tx().await).await.unwrap()
}

#[tokio::test]
async fn two_entries_are_shown_side_by_side_with_why_they_may_be_one() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let report = proposed(&test).await;
        assert_eq!((report.organizations, report.proposed, report.renewed, report.withdrawn), (2, 1, 0, 0));
        let mut browser = test.signed_in(COORDINATOR).await;
        let list = browser.get("/annuaire/doublons").await;
        list.says("Centre social Gérard Philipe")
            .says("CS Gérard Philipe")
            .says("· à moins de 10 m · même adresse · même téléphone · noms proches : gérard, philipe");
        let page = the_pair(&mut browser).await;
        page.says("Très probable")
            .says("Chorale du mardi")
            .says("Atelier cuisine")
            .says("différent")
            .says("pareil");
        let mut english = test.browser().in_english();
        english.sign_in(COORDINATOR).await;
        english
            .get("/annuaire/doublons")
            .await
            .says("Very likely")
            .says("less than 10 m apart · same address");
        english.get(&page.path).await.says("which entry stays?").says("Entry 2 · CS Gérard Philipe");
    })
    .await;
}

#[tokio::test]
async fn one_entry_is_shown_under_the_other_with_what_it_offers_and_can_be_undone() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        let before = version(&test).await;
        let list = say_the_same(&mut browser, &page, "dora--1").await;
        list.says(
            "C’est la même organisation, montrée sous « Centre social Gérard Philipe » (Camille essarts,",
        );
        list.says("Aucune paire à comparer ici");
        assert!(version(&test).await > before, "what is held in memory is read again");
        assert_eq!(kept(&test, "soliguide--1").await, "dora--1");

        let mut visitor = test.browser();
        let found = visitor.get("/ressources?q=chorale").await;
        found.says("Centre social Gérard Philipe").does_not_say("CS Gérard");
        let shown = visitor.get("/organisations/soliguide--1").await;
        assert_eq!(shown.path, "/organisations/dora--1");
        shown.says("Atelier cuisine").says("Chorale du mardi");
        visitor.get("/ressources/soliguide--s").await.says("Centre social Gérard Philipe");

        let pair = browser.get(&list.link("Revoir ou défaire")).await;
        pair.says("C’est la même organisation").does_not_say("Votre réponse");
        let before = version(&test).await;
        let action = pair.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        let list = browser.send(&pair, &action, &[]).await;
        list.says("1 paire");
        assert!(version(&test).await > before);
        visitor.get("/ressources?q=chorale").await.says("CS Gérard Philipe");
        let alone = visitor.get("/organisations/soliguide--1").await;
        alone.says("Chorale du mardi").does_not_say("Atelier cuisine");

        let subject = audit::Subject::from(pair_id(&page));
        let trail = audit::of_subject(&mut test.tx().await, subject).await.unwrap();
        let actions: Vec<&str> = trail.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["merged", "changed"]);
        assert!(trail.iter().all(|entry| entry.account_name.as_deref() == Some("Camille essarts")));
        let mut administrator = test.signed_in("administrator@essarts.test").await;
        administrator.get("/journal").await.says("a réuni Doublon de l’annuaire");
        assert_ne!(team.coordinator, team.administrator);
    })
    .await;
}

fn pair_id(page: &Page) -> kernel::id::DuplicateId {
    page.path.rsplit('/').next().unwrap().split('?').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn two_that_are_two_are_not_proposed_again_until_much_has_changed() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut structures, services) = twice();
        structures[1]["telephone"] = json!("0472000002");
        imported(&test, &structures, &services).await;
        search(test.app.db()).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        let list = browser.send(&page, &format!("{}/deux", page.path), &[]).await;
        list.says("Ce sont deux organisations (Camille essarts,");

        structures[1]["nom"] = json!("CSC Gérard Philippe");
        imported(&test, &structures, &services).await;
        let report = search(test.app.db()).await.unwrap();
        assert_eq!((report.proposed, report.renewed, report.withdrawn), (0, 0, 0));
        browser.get("/annuaire/doublons").await.says("Aucune paire à comparer ici");

        structures[1]["telephone"] = json!("0472000001");
        imported(&test, &structures, &services).await;
        assert_eq!(search(test.app.db()).await.unwrap().renewed, 1, "the same telephone is news");
        browser.get("/annuaire/doublons").await.says("1 paire").says("même téléphone");
        browser.get("/annuaire/doublons?etat=different").await.says("Rien n’a encore été décidé ici");
    })
    .await;
}

#[tokio::test]
async fn an_import_never_undoes_what_was_decided() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;

        let (mut structures, services) = twice();
        structures[1]["nom"] = json!("Centre social et culturel Gérard-Philipe");
        structures[1]["horaires_accueil"] = json!("Mo-Fr 09:00-12:00");
        imported(&test, &structures, &services).await;
        let report = search(test.app.db()).await.unwrap();
        assert_eq!((report.proposed, report.renewed, report.withdrawn), (0, 0, 0));
        assert_eq!(kept(&test, "soliguide--1").await, "dora--1");

        structures[0]["nom"] = json!("Espace Gérard Philipe");
        imported(&test, &structures, &services).await;
        test.browser().get("/ressources?q=chorale").await.says("Espace Gérard Philipe");

        // The kept one leaves its source: the other is there for people to find.
        let gone = [structure("dora", "Centre social Gérard Philipe")].map(|mut other| {
            other["id"] = json!("dora--2");
            other["nom"] = json!("Vélo-club");
            other["adresse"] = json!("1 rue Pasteur");
            other["telephone"] = json!("0472000009");
            other
        });
        imported(&test, &[&gone[..], &structures[1..]].concat(), &services[1..]).await;
        assert_eq!(kept(&test, "soliguide--1").await, "soliguide--1");
        test.browser().get("/organisations/soliguide--1").await.is(StatusCode::OK).says("Chorale du mardi");

        // It comes back, and so does the decision.
        imported(&test, &structures, &services).await;
        search(test.app.db()).await.unwrap();
        assert_eq!(kept(&test, "soliguide--1").await, "dora--1");
        browser.get("/annuaire/doublons").await.says("Aucune paire à comparer ici");
    })
    .await;
}

#[tokio::test]
async fn a_third_entry_is_compared_with_the_one_that_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;
        let (structures, services) = twice();
        let third = [structure("carif", "CS Gérard Philipe")];
        imported(&test, &[&structures[..], &third[..]].concat(), &services).await;
        assert_eq!(search(test.app.db()).await.unwrap().proposed, 1, "once, though it is like both");
        let page = the_pair(&mut browser).await;
        page.says("carif").says("dora").does_not_say("soliguide");
        say_the_same(&mut browser, &page, "carif--1").await;
        assert_eq!(kept(&test, "soliguide--1").await, "carif--1");
        let shown = test.browser().get("/organisations/soliguide--1").await;
        shown.says("Atelier cuisine").says("Chorale du mardi");
        assert_eq!(shown.path, "/organisations/carif--1");

        let mut tx = test.tx().await;
        let merged = merged(&mut tx).await.unwrap();
        assert_eq!(merged.kept(&id("soliguide--1")), &id("carif--1"));
        let absorbed = organization::absorbed(&mut tx, &id("carif--1")).await.unwrap();
        assert_eq!(absorbed, [id("dora--1"), id("soliguide--1")]);
    })
    .await;
}

#[tokio::test]
async fn somebody_who_does_not_verify_the_directory_finds_no_such_page() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let page = the_pair(&mut test.signed_in(COORDINATOR).await).await;
        for role in ["prescriber", "link_worker"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get("/annuaire/doublons").await.is(StatusCode::NOT_FOUND).does_not_say("Gérard");
            browser.get(&page.path).await.is(StatusCode::NOT_FOUND);
            for act in ["meme", "deux", "defaire"] {
                let fields = page.filled_form(&format!("{}/meme", page.path), &[]);
                browser.post(&format!("{}/{act}", page.path), &fields).await.is(StatusCode::NOT_FOUND);
            }
        }
        test.browser().get("/annuaire/doublons").await.says("Se connecter");
        assert_eq!(kept(&test, "soliguide--1").await, "soliguide--1");
    })
    .await;
}

#[tokio::test]
async fn two_people_do_not_decide_the_same_pair_and_an_import_in_between_is_told() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut first = test.signed_in(COORDINATOR).await;
        let mut second = test.signed_in("administrator@essarts.test").await;
        let (seen, stale) = (the_pair(&mut first).await, the_pair(&mut second).await);
        first.send(&seen, &format!("{}/deux", seen.path), &[]).await.says("Ce sont deux");
        let told = say_the_same(&mut second, &stale, "dora--1").await;
        told.is(StatusCode::CONFLICT).says("Rien n’a été enregistré");
        assert_eq!(kept(&test, "soliguide--1").await, "soliguide--1");

        let pair = second.get(&stale.path).await;
        let (mut structures, services) = twice();
        structures[0]["nom"] = json!("Vélo-club");
        imported(&test, &structures, &services).await;
        let action = pair.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        second.send(&pair, &action, &[]).await.is(StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn a_double_click_merges_once_and_leaves_one_entry_in_the_trail() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        for _ in 0..2 {
            say_the_same(&mut browser, &page, "soliguide--1").await.is(StatusCode::OK).says("C’est la même");
        }
        let trail = audit::of_subject(&mut test.tx().await, pair_id(&page)).await.unwrap();
        assert_eq!(trail.len(), 1);
        assert_eq!(kept(&test, "dora--1").await, "soliguide--1");
    })
    .await;
}

#[tokio::test]
async fn what_somebody_decides_while_the_directory_is_searched_stands() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let read_before = sql::all(&mut test.tx().await).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;
        let mut tx = test.tx().await;
        sql::renew(&mut tx, &read_before[0], &read_before[0].likeness).await.unwrap();
        sql::withdraw(&mut tx, &read_before[0]).await.unwrap();
        let (first, second) = (&read_before[0].first, &read_before[0].second);
        sql::propose(&mut tx, (first, second), None, &read_before[0].likeness).await.unwrap();
        tx.commit().await.unwrap();
        let after = sql::all(&mut test.tx().await).await.unwrap();
        assert_eq!(after.len(), 1);
        assert_eq!(after[0].state.kept(), Some(&id("dora--1")));
    })
    .await;
}

#[tokio::test]
async fn an_entry_that_is_not_of_the_pair_cannot_be_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        for stranger in ["dora--9", "", "soliguide--1 "] {
            say_the_same(&mut browser, &page, stranger).await.is(StatusCode::BAD_REQUEST);
        }
        let absent =
            page.path.replace(&pair_id(&page).to_string(), &kernel::id::DuplicateId::new().to_string());
        browser.get(&absent).await.is(StatusCode::NOT_FOUND);
        browser.get("/annuaire/doublons/abc").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_proposal_nothing_speaks_for_any_longer_goes_and_a_second_search_changes_nothing() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let again = search(test.app.db()).await.unwrap();
        assert_eq!((again.proposed, again.renewed, again.withdrawn), (0, 0, 0));
        let (mut structures, services) = twice();
        structures[1] = structure("soliguide", "Vélo-club");
        structures[1]["adresse"] = json!("1 rue Pasteur");
        structures[1]["telephone"] = json!("0472000009");
        imported(&test, &structures, &services).await;
        assert_eq!(search(test.app.db()).await.unwrap().withdrawn, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_verifies_looks_at_one_departement() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let list = browser.get("/annuaire/doublons?departement=69").await;
        list.says("Rhône (69) : 1").says("1 paire");
        browser.get("/annuaire/doublons?departement=75").await.says("Aucune paire à comparer ici");
        let page = browser.get(&list.link("Comparer")).await;
        let path = page.path.split('?').next().unwrap().to_owned();
        let after = browser.send(&page, &format!("{path}/deux"), &[]).await;
        assert!(after.path.ends_with("departement=69"), "{}", after.path);
        let odd =
            browser.get("/annuaire/doublons?page=65535&etat=nonsense&fait=abc&departement=%22%3E%26").await;
        odd.is(StatusCode::OK).says("Aucune paire à comparer ici");
        assert!(!odd.body.contains("\">&"), "nothing of it is given back");
    })
    .await;
}
