//! Which saved indexes this store knows: the mark in a file's head must be one of them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use kernel::rng::{SecretError, secret};
use platform::db::{DbError, Tx};

/// Marks older than that are forgotten: nobody waits so long to start again.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// A mark nobody else makes.
///
/// # Errors
/// [`SecretError`] when the operating system gives no randomness.
pub(super) fn new_mark() -> Result<String, SecretError> {
    Ok(URL_SAFE_NO_PAD.encode(secret()?))
}

pub(super) async fn is_known(tx: &mut Tx, mark: &str) -> Result<bool, DbError> {
    let found: Option<(i64,)> =
        tx.maybe("SELECT version FROM directory_index WHERE mark = $1", &[mark.into()]).await?;
    Ok(found.is_some())
}

pub(super) async fn note(tx: &mut Tx, mark: &str, version: i64, now: Timestamp) -> Result<(), DbError> {
    tx.run("DELETE FROM directory_index WHERE saved_at < $1", &[(now - KEPT).into()]).await?;
    tx.run(
        "INSERT INTO directory_index (mark, version, saved_at) VALUES ($1, $2, $3)",
        &[mark.into(), version.into(), now.into()],
    )
    .await?;
    Ok(())
}
