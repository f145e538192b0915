//! Exports of the demo territory, on both engines.

mod round_trip;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use platform::testing::TestApp;
use serde_json::{Value, json};

use super::*;
use crate::exchange::data_inclusion::{Source, import};
use crate::resource::{self, Resource, ResourceId};
use crate::testing;
use crate::vocabulary::Coded;

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
        meal.ties.waiting_list = true;
        resource::put(&mut tx, &meal, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        exported(&test, Format::Hsds, &folder.0).await;
        let services: Value = serde_json::from_str(&folder.read("services.json")).unwrap();
        let organizations: Value = serde_json::from_str(&folder.read("organizations.json")).unwrap();
        let services = services.as_array().unwrap();
        let meal = services.iter().find(|service| service["name"] == json!(meal.name)).unwrap();
        assert_eq!(meal["capacities"][0]["available"], json!(0));
        assert_eq!(meal["wait_time"], json!("liste d’attente ouverte"));
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
