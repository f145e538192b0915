//! How much of a night's file is the night's before.

use std::collections::HashSet;

use platform::db::{Engine, Value};
use uuid::Uuid;

use super::store::{Folder, Store, now};
use crate::make;

#[tokio::test]
async fn a_few_changes_leave_most_parts_as_they_were() {
    let folder = Folder::new();
    let store = Store::filled(Engine::Sqlite).await;
    let mut tx = store.db.begin().await.unwrap();
    let row = "INSERT INTO limits (id, number, words) VALUES ($1, $2, $3)";
    for number in 0..4_000_i64 {
        let id = Uuid::from_u128(u128::try_from(number).unwrap() << 96);
        let words = format!("{number} ").repeat(100);
        let values: [Value; 3] = [id.into(), number.into(), words.into()];
        if number > 0 {
            tx.run(row, &values).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    make(&store.db, &folder.file("monday"), &[], "0.1.0", now()).await.unwrap();
    store.run("DELETE FROM limits WHERE number = 700", &[]).await;
    store.run("UPDATE limits SET words = words || '!' WHERE number = 2000", &[]).await;
    let id = Uuid::from_u128((3_000 << 96) + 1);
    store
        .run(
            "INSERT INTO limits (id, number, words) VALUES ($1, -5, $2)",
            &[id.into(), "x".repeat(3_000).into()],
        )
        .await;
    make(&store.db, &folder.file("tuesday"), &[], "0.1.0", now()).await.unwrap();

    let all = |name| folder.parts(name).into_iter().collect::<HashSet<_>>();
    let (monday, tuesday) = (all("monday"), all("tuesday"));
    let same = tuesday.intersection(&monday).count();
    assert!(tuesday.len() > 20, "{}", tuesday.len());
    // The totals, and about two parts around each of the three changes.
    assert!(tuesday.len() - same <= 8, "{same} of {}", tuesday.len());
    store.end().await;
}
