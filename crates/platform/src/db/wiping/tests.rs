use std::time::Duration;

use sqlx::{Connection, Executor, PgConnection};

use super::super::Engine;
use super::*;
use crate::testing::{Frozen, POSTGRES, TestApp, Thawed, on_both_engines_again};

const SECRET: &str = "a-thing-said-in-confidence";

async fn written(test: &TestApp) {
    let mut tx = test.tx().await;
    setting::write(&mut tx, "said", SECRET).await.unwrap();
    tx.commit().await.unwrap();
}

async fn erased(test: &TestApp) {
    let mut tx = test.tx().await;
    tx.run("DELETE FROM setting WHERE key = 'said'", &[]).await.unwrap();
    tx.wipe(["setting"]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn stands(thawed: &Thawed) -> bool {
    thawed.bytes().await.windows(SECRET.len()).any(|piece| piece == SECRET.as_bytes())
}

/// As the worker does, once more while stories beside this one write.
async fn until_wiped(db: &Db) {
    while let Err(error) = wipe(db).await {
        assert!(matches!(error, DbError::Busy), "{error}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What was erased while something was under way is wiped when that has ended, not before.
async fn gives_way_then_wipes<T>(thawed: Thawed, under_way: T, end: impl AsyncFnOnce(T)) {
    let db = thawed.test.app.db().clone();
    erased(&thawed.test).await;
    assert!(matches!(wipe(&db).await, Err(DbError::Busy)));
    assert!(stands(&thawed).await, "or there was nothing to wait for");
    end(under_way).await;
    until_wiped(&db).await;
    assert!(!stands(&thawed).await);
    assert!(!wipe(&db).await.unwrap(), "nothing is left to wipe");
    thawed.end().await;
}

#[tokio::test]
async fn whoever_reads_holds_wiping_back() {
    let story = async |frozen: &Frozen, &(): &()| {
        let thawed = frozen.thaw().await;
        let mut reader = thawed.test.app.db().read().await.unwrap();
        assert_eq!(setting::read(&mut reader, "said").await.unwrap().as_deref(), Some(SECRET));
        gives_way_then_wipes(thawed, reader, async |reader| reader.commit().await.unwrap()).await;
    };
    on_both_engines_again(vec![crate::module()], |app| app, written, story).await;
}

/// PostgreSQL keeps a dead row for as long as a transaction older than its death is under way
/// anywhere on the server.
#[tokio::test]
async fn whoever_writes_in_another_database_holds_wiping_back() {
    let story = async |frozen: &Frozen, &(): &()| {
        let thawed = frozen.thaw().await;
        if thawed.test.app.db().engine() == Engine::Sqlite {
            return thawed.end().await;
        }
        let server = std::env::var(POSTGRES).unwrap();
        let mut elsewhere = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
        elsewhere.execute("BEGIN; SELECT pg_current_xact_id()").await.unwrap();
        let end = async |elsewhere: PgConnection| elsewhere.close().await.unwrap();
        gives_way_then_wipes(thawed, elsewhere, end).await;
    };
    on_both_engines_again(vec![crate::module()], |app| app, written, story).await;
}
