//! How the finder follows the store, on both engines.

use std::path::Path;
use std::sync::Arc;

use jiff::SignedDuration;
use kernel::Clock;
use platform::testing::TestApp;

use super::{Finder, Query, View};
use crate::organization;
use crate::resource::{self, Resource};
use crate::stored::Change;
use crate::testing::in_the_demo;

/// As another server sees the store.
async fn seen_by(finder: &Arc<Finder>, test: &TestApp, seconds: i64) -> Arc<View> {
    let now = test.app.wall().now() + SignedDuration::from_secs(seconds);
    finder.view(test.app.db(), now).await.unwrap()
}

fn holds(view: &View, words: &str) -> bool {
    view.find(&Query { text: words.to_owned(), ..Query::default() }).total > 0
}

async fn any(test: &TestApp) -> Resource {
    let rows = resource::page_after(&mut test.tx().await, "", 1).await.unwrap();
    rows.first().unwrap().read().unwrap()
}

#[tokio::test]
async fn a_renamed_organization_is_found_by_its_new_name_and_a_gone_one_takes_what_it_offers() {
    in_the_demo(|test| async move {
        let finder = Arc::new(Finder::default());
        let some = any(&test).await;
        let before = seen_by(&finder, &test, 0).await;
        assert!(!holds(&before, "zygomatique"));

        let mut tx = test.tx().await;
        let (mut renamed, _) = organization::find(&mut tx, &some.organization).await.unwrap().unwrap();
        renamed.name = "Amicale zygomatique".to_owned();
        organization::put(&mut tx, &renamed, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let after = seen_by(&finder, &test, 0).await;
        assert!(holds(&after, "zygomatique") && !holds(&before, "zygomatique"));

        let mut tx = test.tx().await;
        let change = Change::begin(&mut tx, test.app.clock().now()).await.unwrap();
        organization::mark_gone(&mut tx, renamed.id.as_str(), change).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!holds(&*seen_by(&finder, &test, 0).await, "zygomatique"));
    })
    .await;
}

#[tokio::test]
async fn a_saved_index_is_believed_by_its_own_store_and_brought_up_to_date() {
    in_the_demo(|test| async move {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.index");
        saved(&test, &file).await;

        let mut some = any(&test).await;
        some.name = "Atelier zygomatique".to_owned();
        let mut tx = test.tx().await;
        resource::put(&mut tx, &some, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let view = seen_by(&Arc::new(Finder::saved_in(file.clone())), &test, 0).await;
        assert_eq!(view.changes(), 1, "the rest was read from the file");
        assert!(holds(&view, "zygomatique"));

        let mut tx = test.tx().await;
        tx.run("DELETE FROM directory_index", &[]).await.unwrap();
        tx.commit().await.unwrap();
        let view = seen_by(&Arc::new(Finder::saved_in(file.clone())), &test, 0).await;
        assert_eq!(view.changes(), 0, "an index this store does not know is made again");
        assert!(holds(&view, "zygomatique"));

        std::fs::write(&file, b"not an index").unwrap();
        assert!(holds(&*seen_by(&Arc::new(Finder::saved_in(file)), &test, 0).await, "zygomatique"));
    })
    .await;
}

async fn saved(test: &TestApp, file: &Path) {
    let finder = Arc::new(Finder::saved_in(file.to_owned()));
    let view = seen_by(&finder, test, 0).await;
    let version = crate::stored::version(&mut test.tx().await).await.unwrap();
    finder.write(test.app.db(), view, version, test.app.wall().now()).await.unwrap();
}

#[tokio::test]
async fn what_another_server_writes_is_found_within_a_second() {
    in_the_demo(|test| async move {
        let finder = Arc::new(Finder::default());
        seen_by(&finder, &test, 0).await;
        let other = test.app.db().of_another_server();
        let mut some = any(&test).await;
        some.name = "Atelier zygomatique".to_owned();
        let mut tx = other.begin().await.unwrap();
        resource::put(&mut tx, &some, Clock::System.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!holds(&*seen_by(&finder, &test, 0).await, "zygomatique"), "nothing told us yet");
        assert!(holds(&*seen_by(&finder, &test, 1).await, "zygomatique"));
    })
    .await;
}
