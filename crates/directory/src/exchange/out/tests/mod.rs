//! Exports of the demo territory, on both engines.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use kernel::geo::Point;
use platform::testing::TestApp;
use serde_json::{Value, json};

use super::*;
use crate::contact::WebLink;
use crate::exchange::data_inclusion::{Event, Source, import};
use crate::gazetteer::Gazetteer;
use crate::organization::{self, Organization};
use crate::place::Located;
use crate::resource::{self, Resource, ResourceId, Ties};
use crate::testing;
use crate::vocabulary::{Coded, Network, OrganizationKind};

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp, Folder) -> F) {
    let tell = async |test: TestApp| {
        // The demo's entries are dated of the spring that follows a story's first day.
        test.app.clock().advance(jiff::SignedDuration::from_hours(24 * 90));
        crate::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        tell(test, Folder::new()).await;
    };
    testing::story(tell).await;
}

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let mark = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, rand_bytes());
        let path = std::env::temp_dir().join(format!("maillage-export-{mark}"));
        std::fs::create_dir(&path).unwrap();
        Folder(path)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn open(&self, name: &str) -> Source {
        Source::open(&self.0.join(name)).unwrap()
    }

    fn files(&self) -> BTreeSet<String> {
        let names = std::fs::read_dir(&self.0).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Different in every process and at every call.
fn rand_bytes() -> [u8; 16] {
    use std::hash::{BuildHasher, RandomState};
    let half = || RandomState::new().hash_one(std::process::id()).to_le_bytes();
    [half(), half()].concat().try_into().unwrap()
}

async fn exported(test: &TestApp, format: Format, folder: &Path) -> Exported {
    export(test.app.db(), format, folder, test.app.clock().now()).await.unwrap()
}

async fn all(test: &TestApp) -> Vec<Resource> {
    let rows = resource::page_after(&mut test.tx().await, "", 10_000).await.unwrap();
    rows.iter().map(|row| row.read().unwrap()).collect()
}

/// Writes one resource back without anything this territory knows.
async fn forget_ties(test: &TestApp, resource: &Resource) {
    let mut tx = test.app.db().begin().await.unwrap();
    let bare = Resource { ties: Ties::default(), ..resource.clone() };
    resource::put(&mut tx, &bare, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_a_territory_knows_survives_a_round_trip() {
    story(|test, folder| async move {
        let now = test.app.clock().now();
        let mut private = all(&test).await[0].clone();
        let id = private.organization.clone();
        let mut tx = test.app.db().begin().await.unwrap();
        let (mut known, _) = organization::find(&mut tx, &id).await.unwrap().unwrap();
        known.networks.insert(Network::from_code("monalisa").unwrap());
        known.kind = Some(OrganizationKind::CitizenTeam);
        organization::put(&mut tx, &known, now).await.unwrap();
        private.ties.referral_email = kernel::contact::Email::parse("orientation@exemple.fr");
        resource::put(&mut tx, &private, now).await.unwrap();
        tx.commit().await.unwrap();
        let before = all(&test).await;
        let done = exported(&test, Format::Maillage, &folder.0).await;
        assert_eq!(usize::try_from(done.resources).unwrap(), before.len());

        for resource in &before {
            forget_ties(&test, resource).await;
        }
        let mut tx = test.app.db().begin().await.unwrap();
        let bare = organization::Organization { kind: None, networks: BTreeSet::new(), ..known.clone() };
        organization::put(&mut tx, &bare, now).await.unwrap();
        tx.commit().await.unwrap();
        assert!(all(&test).await.iter().all(|resource| resource.ties == Ties::default()));

        let files = || (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        let report = import(test.app.db(), now, files(), &mut |_| ()).await.unwrap();
        assert_eq!((report.structures.refused, report.services.refused), (0, 0));
        assert_eq!(all(&test).await, before);
        let (back, _) = organization::find(&mut test.tx().await, &id).await.unwrap().unwrap();
        assert_eq!(back, known);
        let again = import(test.app.db(), now, files(), &mut |_| ()).await.unwrap();
        assert!(!again.changed(), "{again:?}");
    })
    .await;
}

/// Everything listed, to be compared.
async fn everything(test: &TestApp) -> Held {
    let organizations = organization::page_after(&mut test.tx().await, "", 10_000).await.unwrap();
    (organizations, all(test).await)
}

/// A territory whose entries say all they can, private parts too.
async fn enrich(test: &TestApp) {
    let now = test.app.clock().now();
    let (organizations, resources) = everything(test).await;
    let mut tx = test.app.db().begin().await.unwrap();
    for (number, mut one) in (0..).zip(organizations) {
        one.networks.extend(["mjc", "monalisa"].iter().filter_map(|code| Network::from_code(code)));
        one.kind = Some(OrganizationKind::CitizenTeam);
        one.siret = Some(format!("{number:014}"));
        one.website = WebLink::parse("https://exemple.fr/site?a=b");
        one.accessibility = WebLink::parse("https://acceslibre.beta.gouv.fr/app/x/");
        one.description = if number % 2 == 0 { None } else { one.description };
        organization::put(&mut tx, &one, now).await.unwrap();
    }
    for (number, mut one) in (0_u16..).zip(resources) {
        one.cost_note = Some("2 € la séance, gratuit la première fois".to_owned());
        one.publics_note = Some("surtout les personnes seules".to_owned());
        one.conditions = (number % 3 == 0).then(|| "Être adhérent".to_owned());
        one.contact_name = Some("Une Personne".to_owned());
        one.booking = WebLink::parse("https://exemple.fr/inscription");
        one.source_page = WebLink::parse("https://exemple.fr/fiche");
        one.weekly_hours = Some(1.5);
        one.weeks = Some(30);
        one.opening_hours = Some("Mo-Fr 09:00-12:00; PH off".to_owned());
        one.ties.places = Some(number % 4);
        one.ties.full_until = (number % 5 == 0).then(|| jiff::civil::date(2026, 12, 24));
        one.ties.referral_email = kernel::contact::Email::parse("orientation@exemple.fr");
        one.place.located = match number % 4 {
            0 => Located::Missing,
            1 => Located::judge(Point::new(45.0, 6.0), centre(&one)),
            _ => one.place.located,
        };
        one.place.street = one.place.street.filter(|_| number % 6 != 0);
        resource::put(&mut tx, &one, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn centre(resource: &Resource) -> Option<Point> {
    Gazetteer::load().current(resource.place.commune.as_ref()?)?.centre
}

type Held = (Vec<Organization>, Vec<Resource>);

/// A second, empty directory that reads those files holds exactly that.
async fn read_elsewhere(
    folder: &Folder,
    (structures, services): (&str, &str),
    now: Timestamp,
    wanted: &Held,
) {
    testing::story(async |second: TestApp| {
        let mut refused = Vec::new();
        let mut tell = |event: Event<'_>| {
            if let Event::Refused { row, .. } = event {
                refused.push(format!("{row:?}"));
            }
        };
        let files = (folder.open(structures), folder.open(services));
        import(second.app.db(), now, files, &mut tell).await.unwrap();
        assert_eq!(refused, Vec::<String>::new());
        assert_same(&everything(&second).await, wanted);
    })
    .await;
}

#[tokio::test]
async fn a_whole_territory_is_read_back_into_an_empty_directory() {
    story(|test, folder| async move {
        let plain = everything(&test).await;
        for round in [0, 1] {
            if round == 1 {
                enrich(&test).await;
            }
            let (organizations, resources) = everything(&test).await;
            assert!(organizations.len() > 40 && resources.len() > 100);
            assert_eq!(round == 0, (&organizations, &resources) == (&plain.0, &plain.1));
            exported(&test, Format::Maillage, &folder.0).await;
            exported(&test, Format::Hsds, &folder.0).await;
            let now = test.app.clock().now();
            let whole = (organizations, resources);
            read_elsewhere(&folder, ("structures.ndjson", "services.ndjson"), now, &whole).await;
            let mut public = whole;
            for one in &mut public.1 {
                one.ties.referral_email = None;
                one.contact_name = None;
            }
            read_elsewhere(&folder, ("organizations.json", "services.json"), now, &public).await;
        }
    })
    .await;
}

/// One by one, so that a failure shows the entry it is about.
fn assert_same(found: &Held, wanted: &Held) {
    for (found, wanted) in found.0.iter().zip(&wanted.0) {
        assert_eq!(found, wanted);
    }
    for (found, wanted) in found.1.iter().zip(&wanted.1) {
        assert_eq!(found, wanted);
    }
    assert_eq!((found.0.len(), found.1.len()), (wanted.0.len(), wanted.1.len()));
}

#[tokio::test]
async fn a_field_our_part_does_not_say_stays_as_it_is_held() {
    story(|test, folder| async move {
        let now = test.app.clock().now();
        enrich(&test).await;
        let (organizations, before) = everything(&test).await;
        exported(&test, Format::Maillage, &folder.0).await;
        let only = |name: &str, own: Value| {
            let lines = folder
                .read(name)
                .lines()
                .map(|line| {
                    let mut row: Value = serde_json::from_str(line).unwrap();
                    row["maillage"] = own.clone();
                    row.to_string() + "\n"
                })
                .collect::<String>();
            std::fs::write(folder.0.join(name), lines).unwrap();
        };
        only("services.ndjson", json!({ "places": 9, "season_note": null }));
        only("structures.ndjson", json!({}));
        let files = (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        let report = import(test.app.db(), now, files, &mut |_| ()).await.unwrap();
        assert_eq!((report.structures.refused, report.services.refused), (0, 0));
        let mut wanted = before;
        for one in &mut wanted {
            one.ties.places = Some(9);
            one.ties.season_note = None;
        }
        assert_same(&everything(&test).await, &(organizations.clone(), wanted.clone()));

        exported(&test, Format::DataInclusion, &folder.0).await;
        let files = (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        import(test.app.db(), now, files, &mut |_| ()).await.unwrap();
        for one in &mut wanted {
            one.contact_name = None;
        }
        assert_same(&everything(&test).await, &(organizations, wanted));
    })
    .await;
}

#[tokio::test]
async fn a_file_without_our_part_leaves_what_the_territory_knows() {
    story(|test, folder| async move {
        let before = all(&test).await;
        exported(&test, Format::DataInclusion, &folder.0).await;
        let files = (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        let report = import(test.app.db(), test.app.clock().now(), files, &mut |_| ()).await.unwrap();
        assert_eq!((report.structures.refused, report.services.refused), (0, 0));
        assert_eq!(all(&test).await, before);
    })
    .await;
}

#[tokio::test]
async fn our_part_written_otherwise_is_refused_with_its_line() {
    story(|test, folder| async move {
        exported(&test, Format::Maillage, &folder.0).await;
        let lines = folder.read("services.ndjson");
        let broken = lines.replacen("\"maillage\":{\"levers\":[", "\"maillage\":{\"levers\":[\"shout\",", 1);
        assert_ne!(broken, lines);
        std::fs::write(folder.0.join("services.ndjson"), broken).unwrap();
        let files = (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        let report = import(test.app.db(), test.app.clock().now(), files, &mut |_| ()).await.unwrap();
        assert_eq!((report.services.refused, report.services.gone), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn nothing_private_leaves_but_in_our_own_format() {
    story(|test, folder| async move {
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let mut tx = test.app.db().begin().await.unwrap();
        let (mut meal, _) = resource::find(&mut tx, &id).await.unwrap().unwrap();
        meal.ties.referral_email = kernel::contact::Email::parse("orientation@exemple.fr");
        meal.contact_name = Some("Une Personne".to_owned());
        resource::put(&mut tx, &meal, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        for format in Format::all() {
            let folder = Folder(folder.0.join(format.code()));
            std::fs::create_dir(&folder.0).unwrap();
            exported(&test, format, &folder.0).await;
            let text: String = folder.files().iter().map(|name| folder.read(name)).collect();
            for private in ["Une Personne", "orientation@exemple.fr"] {
                assert_eq!(text.contains(private), format == Format::Maillage, "{format:?}");
            }
            assert!(folder.files().iter().all(|name| !name.ends_with(".part")), "{format:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn points_and_tables_hold_every_resource_they_can() {
    story(|test, folder| async move {
        let resources = all(&test).await;
        exported(&test, Format::GeoJson, &folder.0).await;
        let points: Value = serde_json::from_str(&folder.read("resources.geojson")).unwrap();
        assert!(points["features"].as_array().unwrap().len() > 100);
        let done = exported(&test, Format::Csv, &folder.0).await;
        assert_eq!(usize::try_from(done.resources).unwrap(), resources.len());
        assert!(folder.read("resources.csv").matches("\"demo--").count() >= 100);
    })
    .await;
}

#[tokio::test]
async fn hsds_says_what_is_full_until_when_and_each_thing_once() {
    story(|test, folder| async move {
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let mut tx = test.app.db().begin().await.unwrap();
        let (mut meal, _) = resource::find(&mut tx, &id).await.unwrap().unwrap();
        meal.ties.places = Some(4);
        meal.ties.full_until = Some(jiff::civil::date(2026, 4, 30));
        resource::put(&mut tx, &meal, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        exported(&test, Format::Hsds, &folder.0).await;
        let services: Value = serde_json::from_str(&folder.read("services.json")).unwrap();
        let organizations: Value = serde_json::from_str(&folder.read("organizations.json")).unwrap();
        let services = services.as_array().unwrap();
        let meal = services.iter().find(|service| service["name"] == json!(meal.name)).unwrap();
        assert_eq!(meal["capacities"][0]["available"], json!(0));
        assert!(meal["alert"].as_str().unwrap().contains("30\u{a0}avril"), "{meal}");
        assert_eq!(meal["schedules"][0]["byday"], json!("TH"));
        let location = &meal["service_at_locations"][0]["location"];
        assert_eq!(location["addresses"][0]["country"], json!("FR"));
        assert!(location["accessibility"][0]["description"].is_string());
        let known: BTreeSet<&str> =
            organizations.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        for service in services {
            assert!(known.contains(service["organization_id"].as_str().unwrap()), "{service}");
            for field in ["id", "name", "status", "description"] {
                assert!(service[field].is_string(), "{field}");
            }
        }
        let ids: BTreeSet<&str> = services.iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), services.len());
    })
    .await;
}

#[tokio::test]
async fn every_object_of_hsds_is_what_the_specification_says() {
    story(|test, folder| async move {
        let mut held = hsds::schema::Held::default();
        for is_rich in [false, true] {
            if is_rich {
                enrich(&test).await;
            }
            exported(&test, Format::Hsds, &folder.0).await;
            for (name, file) in [("organization", "organizations.json"), ("service", "services.json")] {
                let objects: Vec<Value> = serde_json::from_str(&folder.read(file)).unwrap();
                objects.iter().for_each(|object| held.look(name, object));
            }
            held.begin_another();
        }
        assert_eq!(held.wrongs, Vec::<String>::new());
        // Every kind of object the table knows was there to be looked at.
        assert_eq!(held.seen.len(), 15, "{:?}", held.seen);
    })
    .await;
}
