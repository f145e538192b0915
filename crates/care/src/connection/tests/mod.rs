//! Ties told through HTTP on both engines: asking, answering, waiting, coming.

mod answering;
mod asking;
mod attending;
mod guarding;
mod letters;
mod limiting;
mod merged;
mod waiting;

use axum::http::StatusCode;
use directory::organization::{self, Organization};
use directory::resource::{self, Resource, ResourceId};
use kernel::contact::Email;
use kernel::id::{CaseId, ConnectionId};
use platform::audit::Who;
use platform::jobs;
use platform::outbox::{self, Letter};
use platform::testing::{Browser, Page, Team, TestApp};
use serde_json::json;

use super::model::Connection;
use super::{acts, sql};
use crate::act::Acting;
use crate::caseload;
use crate::testing::{a_case, link_worker};

/// Where the choir reads its letters.
const CHOIR: &str = "accueil@choeur.example";

/// A case, its link worker at her desk, and a choir proposed to the person.
struct Scene {
    team: Team,
    case: CaseId,
    tie: ConnectionId,
    nadia: Browser,
}

impl Scene {
    async fn of(test: &TestApp) -> Scene {
        let team = Team::at_bron(test).await;
        let case = a_case(test, &team).await;
        a_choir(test).await;
        let tie = proposed(test, &team, case, "test--choeur").await;
        Scene { team, case, tie, nadia: link_worker(test).await }
    }

    /// The same, once a place was asked for with the person's first name and telephone.
    async fn asked(test: &TestApp) -> Scene {
        let mut scene = Scene::of(test).await;
        let page = scene.ask(&[("shared", "name"), ("shared", "phone"), ("agreed", "yes")]).await;
        page.is(StatusCode::OK).says("Place demandée");
        scene
    }

    fn path(&self) -> String {
        format!("/personnes/{}/liens/{}", self.case, self.tie)
    }

    async fn ask(&mut self, fields: &[(&str, &str)]) -> Page {
        let action = format!("{}/demander", self.path());
        let page = self.nadia.get(&action).await;
        self.nadia.send(&page, &action, fields).await
    }

    /// Does one thing on the page of the tie.
    async fn step(&mut self, name: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.nadia.get(&self.path()).await;
        self.nadia.send(&page, &format!("{}/{name}", self.path()), fields).await
    }

    async fn stored(&self, test: &TestApp) -> Connection {
        sql::find(&mut test.tx().await, self.case, self.tie).await.unwrap().unwrap()
    }

    async fn state(&self, test: &TestApp) -> &'static str {
        self.stored(test).await.state.code()
    }
}

/// A choir that reads its letters, and a walking group one has to call.
async fn a_choir(test: &TestApp) {
    let mut tx = test.tx().await;
    let now = test.app.clock().now();
    let organization: Organization = serde_json::from_value(json!({
        "id": "test--amis", "source": "test", "name": "Les Amis du chant", "updated_on": "2026-01-01",
        "place": {}, "contact": { "email": null }, "networks": []
    }))
    .unwrap();
    organization::put(&mut tx, &organization, now).await.unwrap();
    resource::put(&mut tx, &a_resource("test--choeur", "Le chœur du mardi", Some(CHOIR)), now).await.unwrap();
    resource::put(&mut tx, &a_resource("test--marche", "La marche douce", None), now).await.unwrap();
    tx.commit().await.unwrap();
}

/// The directory now publishes an address for it.
async fn published(test: &TestApp, id: &str, email: &str) {
    let mut tx = test.tx().await;
    let (mut resource, _) = resource::find(&mut tx, &ResourceId::parse(id).unwrap()).await.unwrap().unwrap();
    resource.contact.email = Email::parse(email);
    resource::put(&mut tx, &resource, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

fn a_resource(id: &str, name: &str, email: Option<&str>) -> Resource {
    let mut resource: Resource = serde_json::from_value(json!({
        "id": id, "organization": "test--amis", "source": "test", "name": name, "description": "",
        "updated_on": "2026-01-01", "themes": [], "publics": [], "place": { "commune": "69029" },
        "contact": { "phone": "04 65 71 00 77", "email": null }, "welcome_modes": [], "zones": [], "ways_in": [], "open_to": []
    }))
    .unwrap();
    resource.ties.referral_email = email.and_then(Email::parse);
    resource
}

async fn proposed(test: &TestApp, team: &Team, case: CaseId, resource: &str) -> ConnectionId {
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let case = caseload::find(&mut tx, case).await.unwrap().unwrap();
    let id = ResourceId::parse(resource).unwrap();
    let tie = acts::propose(&mut tx, &acting, &case, &id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    tie.id
}

/// What was written to the choir, oldest first.
async fn letters(test: &TestApp) -> Vec<Letter> {
    let to = Email::parse(CHOIR).unwrap();
    outbox::written_to(&mut test.tx().await, &to).await.unwrap()
}

/// The path of the link in the latest letter to the choir.
async fn link(test: &TestApp) -> String {
    let letter = letters(test).await.pop().unwrap();
    let url = letter.body.split_whitespace().find(|word| word.starts_with("http")).unwrap().to_owned();
    url.strip_prefix("http://maillage.test").unwrap().to_owned()
}

async fn jobs_left(test: &TestApp) -> i64 {
    jobs::waiting(&mut test.tx().await).await.unwrap()
}

/// How many entries the trail holds, about anything.
async fn entries(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM audit_entry").await
}
