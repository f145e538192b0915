//! Guesses at a pass phrase: ten a minute are checked for an address, however many come.
//! Whoever guessed right is not held to it: coming in often is no attack.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use kernel::id::EventId;
use sha2::{Digest, Sha256};

use crate::db::{DbError, Tx};

const MOST: i64 = 10;
pub(crate) const WINDOW: SignedDuration = SignedDuration::from_mins(1);

/// One more guess, counted before its phrase is checked; none when there were too many to check it.
pub(super) async fn count_one(
    tx: &mut Tx,
    typed_email: &str,
    now: Timestamp,
) -> Result<Option<EventId>, DbError> {
    let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(typed_email.trim().to_lowercase().as_bytes()));
    tx.run("DELETE FROM sign_in_guess WHERE at < $1", &[(now - WINDOW).into()]).await?;
    let (count,): (i64,) =
        tx.one("SELECT COUNT(*) FROM sign_in_guess WHERE email_hash = $1", &[hash.as_str().into()]).await?;
    if count >= MOST {
        return Ok(None);
    }
    let guess = EventId::new();
    tx.run(
        "INSERT INTO sign_in_guess (id, email_hash, at) VALUES ($1, $2, $3)",
        &[guess.into(), hash.into(), now.into()],
    )
    .await?;
    Ok(Some(guess))
}

/// The guess was right: it no longer counts.
pub(super) async fn forget(tx: &mut Tx, guess: EventId) -> Result<(), DbError> {
    tx.run("DELETE FROM sign_in_guess WHERE id = $1", &[guess.into()]).await?;
    Ok(())
}
