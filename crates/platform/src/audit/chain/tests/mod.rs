//! The chain, broken in every way somebody with the store at hand could, on both engines.

mod forgetting;

use jiff::SignedDuration;
use kernel::id::{CaseId, SiteId};
use uuid::Uuid;

use super::{Anchor, Broken, Verified, seal, sql, verify};
use crate::app::App;
use crate::audit::{Action, Who, note};
use crate::db::{DbError, Tx};
use crate::testing::{TestApp, on_both_engines};

const ENTRIES: i64 = 41;
/// Each way of altering, at each entry, more than once.
const ALTERATIONS: usize = 1_000;

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    on_both_engines(vec![crate::module()], |app: App| app, tell).await;
}

/// So many entries of all kinds, not sealed.
async fn noted(test: &TestApp, count: i64) {
    let mut tx = test.tx().await;
    for number in 0..count {
        let who = if number % 3 == 0 { Who::LinkHolder } else { Who::Visitor };
        let site = (number % 2 == 0).then(SiteId::new);
        note(&mut tx, who, Action::Read, CaseId::new(), site, test.app.clock().now()).await.unwrap();
        test.app.clock().advance(SignedDuration::from_secs(1));
    }
    tx.commit().await.unwrap();
}

async fn verified(test: &TestApp, anchors: &[Anchor]) -> Result<Verified, Broken> {
    verify(&mut test.app.db().read().await.unwrap(), anchors).await.unwrap()
}

#[tokio::test]
async fn entries_are_sealed_after_those_before_and_once() {
    story(|test| async move {
        noted(&test, 3).await;
        assert_eq!(
            verified(&test, &[]).await,
            Ok(Verified { head: Anchor::default(), forgotten: 0, waiting: 3 })
        );
        let first = seal(test.app.db()).await.unwrap();
        assert_eq!((first.number, seal(test.app.db()).await.unwrap()), (3, first.clone()));
        noted(&test, 2).await;
        let second = seal(test.app.db()).await.unwrap();
        assert_eq!(second.number, 5);
        let held = verified(&test, &[first, second.clone()]).await;
        assert_eq!(held, Ok(Verified { head: second, forgotten: 0, waiting: 0 }));
    })
    .await;
}

#[tokio::test]
async fn two_servers_that_seal_at_once_make_one_chain() {
    story(|test| async move {
        noted(&test, ENTRIES).await;
        let db = test.app.db();
        let (one, other) = tokio::join!(seal(db), seal(db));
        assert_eq!([one.unwrap().number, other.unwrap().number], [ENTRIES; 2]);
        assert!(verified(&test, &[]).await.is_ok());
    })
    .await;
}

/// Changes of one entry.
const CHANGES: [&str; 12] = [
    "UPDATE audit_entry SET at = at + 1 WHERE number = $1",
    "UPDATE audit_entry SET actor = 'console' WHERE number = $1",
    "UPDATE audit_entry SET account_id = id WHERE number = $1",
    "UPDATE audit_entry SET action = 'listed' WHERE number = $1",
    "UPDATE audit_entry SET subject_kind = 'person' WHERE number = $1",
    "UPDATE audit_entry SET subject_id = id WHERE number = $1",
    "UPDATE audit_entry SET subject_id = NULL WHERE number = $1",
    "UPDATE audit_entry SET site_id = id WHERE number = $1",
    "UPDATE audit_entry SET seal = 'x' WHERE number = $1",
    "UPDATE audit_entry SET number = NULL, seal = NULL WHERE number = $1",
    "UPDATE audit_entry SET number = -number WHERE number = $1",
    "DELETE FROM audit_entry WHERE number = $1",
];

/// Two entries change places, with what is said of them.
async fn exchange(tx: &mut Tx, number: i64) -> Result<u64, DbError> {
    let other = if number == ENTRIES { 1 } else { number + 1 };
    for (from, to) in [(number, 0), (other, number), (0, other)] {
        tx.run("UPDATE audit_entry SET number = $2 WHERE number = $1", &[from.into(), to.into()]).await?;
    }
    Ok(2)
}

/// An entry that nobody made, with the number and the seal of another.
async fn forge(tx: &mut Tx, number: i64) -> Result<u64, DbError> {
    tx.run("UPDATE audit_entry SET number = NULL WHERE number = $1", &[number.into()]).await?;
    tx.run(
        "INSERT INTO audit_entry (id, at, actor, action, subject_kind, number, seal)
         SELECT $2, at, actor, action, subject_kind, $1, seal FROM audit_entry WHERE number IS NULL",
        &[number.into(), Uuid::now_v7().into()],
    )
    .await
}

/// One more with a number before the first.
async fn hide(tx: &mut Tx, number: i64) -> Result<u64, DbError> {
    tx.run(
        "INSERT INTO audit_entry (id, at, actor, action, subject_kind, number, seal)
         SELECT $2, at, actor, action, subject_kind, -number, seal FROM audit_entry WHERE number = $1",
        &[number.into(), Uuid::now_v7().into()],
    )
    .await
}

/// The end of the chain goes, and its head follows.
async fn truncate(tx: &mut Tx, number: i64) -> Result<u64, DbError> {
    let gone = tx.run("DELETE FROM audit_entry WHERE number >= $1", &[number.into()]).await?;
    tx.run(
        "UPDATE audit_head SET number = $1 - 1,
                seal = COALESCE((SELECT seal FROM audit_entry WHERE number = $1 - 1), '')",
        &[number.into()],
    )
    .await?;
    Ok(gone)
}

#[tokio::test]
async fn a_thousand_alterations_are_found_and_so_is_each_truncation() {
    story(|test| async move {
        noted(&test, ENTRIES).await;
        let anchor = [seal(test.app.db()).await.unwrap()];
        let mut found = 0;
        for (number, turn) in (1..=ENTRIES).cycle().zip(0..ALTERATIONS) {
            let mut tx = test.tx().await;
            let changed = match turn % (CHANGES.len() + 4) {
                way if way < CHANGES.len() => tx.run(CHANGES[way], &[number.into()]).await,
                way if way == CHANGES.len() => exchange(&mut tx, number).await,
                way if way == CHANGES.len() + 1 => forge(&mut tx, number).await,
                way if way == CHANGES.len() + 2 => hide(&mut tx, number).await,
                _ => truncate(&mut tx, number).await,
            };
            assert!(changed.unwrap() > 0, "something was altered");
            found += usize::from(verify(&mut tx, &anchor).await.unwrap().is_err());
        }
        assert_eq!(found, ALTERATIONS);
        assert!(verified(&test, &anchor).await.is_ok(), "every alteration was taken back");
    })
    .await;
}

#[tokio::test]
async fn a_chain_made_anew_is_found_by_what_was_written_down_elsewhere() {
    story(|test| async move {
        noted(&test, ENTRIES).await;
        let written = seal(test.app.db()).await.unwrap();
        let mut tx = test.tx().await;
        for sql in [
            "DELETE FROM audit_entry WHERE number = 7",
            "UPDATE audit_entry SET number = NULL, seal = NULL",
            "UPDATE audit_head SET number = 0, seal = ''",
        ] {
            tx.run(sql, &[]).await.unwrap();
        }
        tx.commit().await.unwrap();
        noted(&test, 1).await;
        let forged = seal(test.app.db()).await.unwrap();
        assert_eq!(forged.number, written.number);
        assert!(verified(&test, &[]).await.is_ok(), "by itself it holds");
        assert_eq!(verified(&test, &[written]).await, Err(Broken::OffAnchor(ENTRIES)));
        assert_eq!(sql::head(&mut test.tx().await).await.unwrap(), forged);
    })
    .await;
}
