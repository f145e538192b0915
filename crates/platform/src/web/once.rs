//! A form takes effect once, however often its button is pressed.
//!
//! Each form carries a fresh key. The first post keeps the key with the address it led to, in the
//! transaction of its effect; another post of the same key is answered with that address. Two posts
//! at the same moment take turns, so that the second never sees the effect without the address.

use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use kernel::id::AccountId;

use super::nope::Nope;
use crate::db::{DbError, Tx};

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
    if tx.is_shared_by_servers() && !key.is_empty() {
        tx.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", &[key.into()]).await?;
    }
    let location: Option<(String,)> = tx
        .maybe(
            "SELECT location FROM posted_once WHERE key = $1 AND (account_id = $2 OR (account_id IS NULL AND $2 IS NULL))",
            &[key.into(), account.into()],
        )
        .await?;
    Ok(location.map(|(location,)| Redirect::to(&location).into_response()))
}

/// Keeps the key and commits; the answer leads to `location`.
///
/// # Errors
/// [`Nope::Unreadable`] for a key that is none of ours, and [`DbError`] of the store: a second
/// post that ran at the same moment loses here, and nothing of it is kept.
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
                "INSERT INTO posted_once (key, account_id, location, at) VALUES ($1, $2, $3, $4)",
                &[key.into(), account.into(), location.into(), now.into()],
            )
            .await;
        match kept {
            Err(error) if error.is_taken() => return Ok(Redirect::to(location).into_response()),
            other => other?,
        };
    }
    tx.commit().await?;
    Ok(Redirect::to(location).into_response())
}
