//! Stories of whoever verifies the directory, on both engines.

mod deciding;
mod guarding;
mod resources;
mod searching;

use axum::http::StatusCode;
use platform::audit;
use platform::testing::{Browser, Page, Team, TestApp};
use serde_json::{Value, json};

use super::*;
use crate::organization::{self, OrganizationId};
use crate::testing::{self, story};

const COORDINATOR: &str = "coordinator@essarts.test";

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
        [structure("dora", "Centre social Héron Cendré"), structure("soliguide", "CS Héron Cendré")],
        [service("dora", "Atelier cuisine"), service("soliguide", "Chorale du mardi")],
    )
}

async fn imported(test: &TestApp, structures: &[Value], services: &[Value]) {
    let report = testing::import(test, (structures.to_vec(), services.to_vec())).await;
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

fn pair_id(page: &Page) -> kernel::id::DuplicateId {
    page.path.rsplit('/').next().unwrap().split('?').next().unwrap().parse().unwrap()
}
