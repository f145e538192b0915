//! What lies on the shelf is what the store would give, on both engines.

use std::path::Path;
use std::sync::Arc;

use platform::app::App;
use platform::testing::TestApp;
use proptest::prelude::*;

use super::super::write::DetailedService;
use super::file::{Draft, Shelf};
use super::keep::prepared;
use super::making::with_organizations;
use super::prepared::Prepared;
use super::*;
use crate::finder::{self, Clusters, Hit, Query, View};
use crate::resource::{self, QualityDay, Resource, ResourceId};
use crate::testing::in_the_demo;

/// The same application with a shelf in a folder, filled for the present index.
async fn with_shelf(test: &TestApp, folder: &Path) -> (App, Arc<View>) {
    let app = test.app.clone().with_part(Shelves::in_file(folder.join("store.answers")));
    let view = finder::current(&app).await.unwrap();
    app.part::<Shelves>().unwrap().found_or_made(app.db(), &view).await.unwrap();
    (app, view)
}

fn everything(view: &View) -> Vec<(u32, Hit)> {
    view.find_here(&Query::default()).hits
}

async fn rename(test: &TestApp, name: &str) -> Resource {
    let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
    let mut tx = test.tx().await;
    let (mut some, _) = resource::find(&mut tx, &id).await.unwrap().unwrap();
    some.name = name.to_owned();
    resource::put(&mut tx, &some, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    some
}

#[tokio::test]
async fn an_answer_reads_as_the_service_with_its_structure() {
    in_the_demo(|test| async move {
        let view = finder::current(&test.app).await.unwrap();
        let today = test.app.clock().today();
        let day = QualityDay::of(today);
        let mut tx = test.tx().await;
        let rows = resource::page_after(&mut tx, "", 1_000).await.unwrap();
        assert!(rows.len() > 100);
        for (resource, organization) in with_organizations(&mut tx, &rows).await.unwrap() {
            let answer = Prepared::of(&resource, &organization).unwrap();
            let answer = Prepared::from_shelf(answer.shelved()).unwrap();
            assert_eq!(answer.structure().unwrap(), organization.id);
            let scores = Scores {
                service: view.quality(view.place(&resource.id).unwrap(), &day).unwrap(),
                structure: view.quality_of(&organization.id, &day),
            };
            let mut written = Vec::new();
            answer.write(&mut written, scores).unwrap();
            let whole = serde_json::to_vec(&DetailedService::of(&resource, &organization, &view, today));
            assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(whole.unwrap()).unwrap());
        }
    })
    .await;
}

#[tokio::test]
async fn answers_are_the_same_with_a_shelf_and_without_and_after_a_change() {
    in_the_demo(|test| async move {
        let folder = tempfile::tempdir().unwrap();
        let (app, view) = with_shelf(&test, folder.path()).await;
        let stored = prepared(&test.app, &view, everything(&view)).await.unwrap();
        assert_eq!(prepared(&app, &view, everything(&view)).await.unwrap(), stored);

        // Behind the finder's back: only a shelf still says the old name.
        let mut tx = test.tx().await;
        let sql = "UPDATE resource SET content = REPLACE(content, 'Repas partagé', 'Festin')";
        tx.run(sql, &[]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(prepared(&app, &view, everything(&view)).await.unwrap(), stored, "it was read");

        rename(&test, "Atelier zygomatique").await;
        let view = finder::current(&app).await.unwrap();
        let mut hits = everything(&view);
        hits.retain(|(_, hit)| hit.id.as_str() == "demo--repas-du-jeudi");
        let [answered] = &prepared(&app, &view, hits).await.unwrap()[..] else { panic!("one answer") };
        assert!(String::from_utf8_lossy(&answered.answer.shelved()).contains("Atelier zygomatique"));
    })
    .await;
}

#[tokio::test]
async fn what_is_listed_twice_is_left_out_alike_with_a_shelf_and_without() {
    in_the_demo(|test| async move {
        let folder = tempfile::tempdir().unwrap();
        let (app, view) = with_shelf(&test, folder.path()).await;
        let hits = everything(&view);
        let twins: Vec<ResourceId> = hits.iter().take(2).map(|(_, hit)| hit.id.clone()).collect();
        let clusters = Clusters { organizations: Vec::new(), resources: vec![twins] };
        let day = QualityDay::of(test.app.clock().today());
        let found = view.find_once(&Query::default(), &clusters, &day);
        assert_eq!(found.total, hits.len() - 1);
        let stored = prepared(&test.app, &view, found.hits.clone()).await.unwrap();
        assert_eq!(stored.len(), found.total);
        assert_eq!(prepared(&app, &view, found.hits).await.unwrap(), stored);
    })
    .await;
}

#[tokio::test]
async fn a_shelf_of_another_index_or_a_damaged_one_is_made_again() {
    in_the_demo(|test| async move {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.answers");
        std::fs::write(&path, b"no shelf").unwrap();
        let (_, view) = with_shelf(&test, folder.path()).await;
        assert!(Shelf::open(&path, view.mark()).is_ok());
        assert!(Shelf::open(&path, "another index").is_err());
        let other = test.app.clone().with_part(finder::Finder::default());
        let other = finder::current(&other).await.unwrap();
        assert_ne!(other.mark(), view.mark());
        let shelves = Shelves::in_file(path.clone());
        shelves.found_or_made(test.app.db(), &other).await.unwrap();
        assert!(Shelf::open(&path, other.mark()).is_ok());
    })
    .await;
}

#[tokio::test]
async fn where_no_shelf_can_be_made_answers_come_from_the_store_and_it_is_not_tried_again() {
    in_the_demo(|test| async move {
        let nowhere = Path::new("/proc/maillage/store.answers").to_owned();
        let shelves = std::sync::Arc::new(Shelves::in_file(nowhere));
        let view = finder::current(&test.app).await.unwrap();
        shelves.clone().bring(test.app.db().clone(), view.clone()).await;
        assert!(shelves.is_given_up(&view));
        let stored = prepared(&test.app, &view, everything(&view)).await.unwrap();
        assert_eq!(stored.len(), everything(&view).len());
    })
    .await;
}

fn written(texts: &[Vec<u8>], path: &Path) {
    let mut draft = Draft::begin(path, "a mark", texts.len() + 1).unwrap();
    for (place, text) in (0..).zip(texts) {
        draft.put(place, text).unwrap();
    }
    draft.finish().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn texts_read_back_and_nothing_else_is_ever_read(
        texts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..8),
        at in any::<prop::sample::Index>(), bit in 0_u8..8, cut in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shelf");
        written(&texts, &path);
        let shelf = Shelf::open(&path, "a mark").unwrap();
        for (place, text) in (0..).zip(&texts) {
            prop_assert_eq!(shelf.read(place), Some(text.clone()));
            // It was written just now: where the system says so beforehand, it lies in memory.
            prop_assert!(shelf.read_at_once(place).is_none_or(|read| read == *text));
        }
        let beyond = u32::try_from(texts.len()).unwrap();
        prop_assert_eq!((shelf.read(beyond), shelf.read(u32::MAX)), (None, None));

        let mut bytes = std::fs::read(&path).unwrap();
        let place = at.index(bytes.len());
        if cut { bytes.truncate(place) } else { bytes[place] ^= 1 << bit }
        std::fs::write(&path, bytes).unwrap();
        let Ok(damaged) = Shelf::open(&path, "a mark") else { return Ok(()) };
        for (place, text) in (0..).zip(&texts) {
            prop_assert!(damaged.read(place).is_none_or(|read| read == *text));
            prop_assert!(damaged.read_at_once(place).is_none_or(|read| read == *text));
        }
    }
}
