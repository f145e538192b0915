//! A form takes effect once, however often its button is pressed.
//!
//! Each form carries a fresh key. The first post keeps the key with the address it led to, in the
//! transaction of its effect; another post of the same key is answered with that address. Two posts
//! at the same moment take turns, so that the second never sees the effect without the address.

use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use kernel::id::AccountId;

use super::nope::Nope;
use crate::db::{DbError, Engine, Tx};

const LONGEST_KEY: usize = 64;

/// Where an earlier post of this key led, if there was one.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn earlier(
    tx: &mut Tx,
    key: &str,
    account: Option<AccountId>,
) -> Result<Option<Response>, DbError> {
    // SQLite's only writer takes turns by itself.
    if tx.engine() == Engine::Postgres && !key.is_empty() {
        tx.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", &[key.into()]).await?;
    }
    stored(tx, key, account).await
}

async fn stored(tx: &mut Tx, key: &str, account: Option<AccountId>) -> Result<Option<Response>, DbError> {
    let location: Option<(String,)> = tx
        .maybe(
            "SELECT location FROM posted_once WHERE key = $1 AND (account_id = $2 OR (account_id IS NULL AND $2 IS NULL))",
            &[key.into(), account.into()],
        )
        .await?;
    Ok(location.map(|(location,)| Redirect::to(&location).into_response()))
}

/// Keeps the key and commits; the answer leads to `location`. When another post of the key was
/// faster, nothing of this one is kept and the answer leads where that one led.
///
/// # Errors
/// [`Nope::Unreadable`] for a key that is none of ours or is somebody else's, and [`DbError`] of the
/// store.
pub async fn commit(
    mut tx: Tx,
    key: &str,
    account: Option<AccountId>,
    location: &str,
    now: Timestamp,
) -> Result<Response, Nope> {
    if key.len() > LONGEST_KEY {
        return Err(Nope::Unreadable);
    }
    if !key.is_empty() {
        let kept = tx
            .run(
                "INSERT INTO posted_once (key, account_id, location, at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (key) DO NOTHING",
                &[key.into(), account.into(), location.into(), now.into()],
            )
            .await?;
        if kept == 0 {
            return stored(&mut tx, key, account).await?.ok_or(Nope::Unreadable);
        }
    }
    tx.commit().await?;
    Ok(Redirect::to(location).into_response())
}

/// Forgets keys kept before a moment.
pub(crate) async fn forget(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    tx.run("DELETE FROM posted_once WHERE at < $1", &[before.into()]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use axum::http::header::LOCATION;

    use super::*;
    use crate::app::App;
    use crate::db::setting;
    use crate::testing::{Team, TestApp, on_both_engines};

    async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
        on_both_engines(vec![crate::module()], |app: App| app, tell).await;
    }

    #[tokio::test]
    async fn a_post_whose_key_was_taken_meanwhile_leads_where_the_faster_one_led() {
        story(|test| async move {
            let now = test.app.clock().now();
            let first = commit(test.tx().await, "key", None, "/first", now).await.unwrap();
            assert_eq!(first.headers()[LOCATION], "/first");
            let mut tx = test.tx().await;
            setting::write(&mut tx, "effect", "twice").await.unwrap();
            let second = commit(tx, "key", None, "/second", now).await.unwrap();
            assert_eq!(second.headers()[LOCATION], "/first");
            assert_eq!(setting::read(&mut test.tx().await, "effect").await.unwrap(), None);
        })
        .await;
    }

    #[tokio::test]
    async fn the_key_of_somebody_else_leads_nowhere() {
        story(|test| async move {
            let team = Team::at_bron(&test).await;
            let now = test.app.clock().now();
            commit(test.tx().await, "key", Some(team.link_worker), "/personnes/1", now).await.unwrap();
            let other = commit(test.tx().await, "key", Some(team.prescriber), "/second", now).await;
            assert!(matches!(other, Err(Nope::Unreadable)));
        })
        .await;
    }
}
