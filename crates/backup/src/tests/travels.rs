//! From every engine to every engine.

use platform::db::{DbError, Engine};
use platform::testing::Place;

use super::store::{Folder, Store, folders, now};
use crate::{BackupError, bring_back, make, move_over, open};

fn pairs() -> Vec<(Engine, Engine)> {
    let engines = Place::engines();
    engines.iter().flat_map(|from| engines.iter().map(|to| (*from, *to))).collect()
}

#[tokio::test]
async fn a_store_brought_back_on_any_engine_says_the_same_to_the_last_byte() {
    for (from, to) in pairs() {
        let folder = Folder::new();
        let file = folder.file("night.backup");
        let store = Store::filled(from).await;
        let made = make(&store.db, &file, &[], "0.1.0", now()).await.unwrap();
        assert_eq!(made.totals.fingerprint, store.says().await);
        assert_eq!(folder.names(), ["night.backup"]);

        let back = Store::empty(to).await;
        let mut tx = back.db.begin().await.unwrap();
        let totals = bring_back(&mut open(&file, None).unwrap(), &mut tx, &folders()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((totals, back.says().await), (made.totals, store.says().await), "{from:?} to {to:?}");
        assert!(refuses_dangling(&back).await, "{to:?} holds to its references again");
        back.end().await;
        store.end().await;
    }
}

async fn refuses_dangling(store: &Store) -> bool {
    let mut tx = store.db.begin().await.unwrap();
    let sql = "UPDATE limits SET next = $1 WHERE next IS NULL";
    tx.run(sql, &[uuid::Uuid::from_u128(99).into()]).await.is_err()
}

#[tokio::test]
async fn the_same_rows_give_the_same_bytes_whichever_engine_they_come_from() {
    let folder = Folder::new();
    let mut all = Vec::new();
    for engine in Place::engines() {
        let store = Store::filled(engine).await;
        store.run("DELETE FROM outbox", &[]).await;
        let name = format!("{engine:?}");
        make(&store.db, &folder.file(&name), &[], "0.1.0", now()).await.unwrap();
        // Inventories differ by the one migration PostgreSQL needs for itself.
        all.push(folder.parts(&name).split_off(1));
        store.end().await;
    }
    assert!(all.iter().all(|parts| parts.len() > 3 && parts == all.first().unwrap()));
}

#[tokio::test]
async fn a_store_moves_to_any_engine_and_nothing_goes_into_one_that_holds_something() {
    for (from, to) in pairs() {
        let store = Store::filled(from).await;
        let other = Store::empty(to).await;
        for is_first in [true, false] {
            let mut tx = other.db.begin().await.unwrap();
            let moved = move_over(&store.db, &mut tx, &folders(), ("0.1.0", now())).await;
            match moved {
                Ok(moved) if is_first => {
                    assert_eq!((moved.from, moved.to), (store.says().await, other.says_in(&mut tx).await));
                }
                other => assert!(!is_first && matches!(other, Err(BackupError::NotEmpty)), "{other:?}"),
            }
            tx.commit().await.unwrap();
            assert_eq!(other.says().await, store.says().await);
        }
        other.end().await;
        store.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_somebody_writes_to_does_not_move() {
    for engine in Place::engines() {
        let store = Store::filled(engine).await;
        let db = store.db.clone();
        let writing = tokio::spawn(async move {
            for number in 0_i64.. {
                let mut tx = db.begin().await.unwrap();
                let sql = "INSERT INTO pair (one, other, many) VALUES ($1, 'meanwhile', $2)";
                tx.run(sql, &[number.to_string().into(), number.into()]).await.unwrap();
                tx.commit().await.unwrap();
                tokio::time::sleep(std::time::Duration::from_millis(1)).await;
            }
        });
        let other = Store::empty(Engine::Sqlite).await;
        // Between two of its commits a small store may well be moved whole: it is tried again.
        let mut is_refused = false;
        for _ in 0..40 {
            let mut tx = other.db.begin().await.unwrap();
            let moved = move_over(&store.db, &mut tx, &folders(), ("0.1.0", now())).await;
            is_refused = matches!(moved, Err(BackupError::Changed));
            if is_refused {
                break;
            }
            assert!(moved.is_ok(), "{moved:?}");
        }
        assert!(is_refused, "from {engine:?}");
        writing.abort();
        assert!(writing.await.unwrap_err().is_cancelled());
        other.end().await;
        store.end().await;
    }
}

#[tokio::test]
async fn a_text_with_a_character_zero_is_told_by_its_column_where_it_cannot_be_kept() {
    for (from, to) in pairs() {
        if from == Engine::Postgres {
            continue;
        }
        let store = Store::filled(from).await;
        store.run("UPDATE limits SET words = $1 WHERE number = 0", &["a\0b".into()]).await;
        let other = Store::empty(to).await;
        let mut tx = other.db.begin().await.unwrap();
        let moved = move_over(&store.db, &mut tx, &folders(), ("0.1.0", now())).await;
        match (to, moved) {
            (Engine::Sqlite, Ok(moved)) => assert_eq!(moved.to, store.says().await),
            (Engine::Postgres, Err(BackupError::Unkeepable { table, column })) => {
                assert_eq!((table.as_str(), column.as_str()), ("limits", "words"));
            }
            (_, other) => panic!("{other:?}"),
        }
        drop(tx);
        other.end().await;
        store.end().await;
    }
}

#[tokio::test]
async fn a_store_without_tables_is_no_store() {
    for engine in Place::engines() {
        let store = Store::empty(engine).await;
        let folder = Folder::new();
        let made = make(&store.db, &folder.file("night.backup"), &[], "0.1.0", now()).await;
        assert!(matches!(made, Err(BackupError::NoTables)), "{made:?}");
        assert!(folder.names().is_empty());
        store.end().await;
    }
}

#[tokio::test]
async fn a_row_that_names_one_that_is_not_there_is_not_taken() {
    let store = Store::filled(Engine::Sqlite).await;
    let mut tx = store.db.begin().await.unwrap();
    tx.run("PRAGMA defer_foreign_keys = ON", &[]).await.unwrap();
    tx.run("UPDATE limits SET next = $1 WHERE number = 0", &[uuid::Uuid::from_u128(99).into()])
        .await
        .unwrap();
    let deferred = platform::db::whole::defer_references(&mut tx).await.unwrap();
    assert!(matches!(deferred.hold(&mut tx).await, Err(DbError::Dangling)));
    drop(tx);
    store.end().await;
}
