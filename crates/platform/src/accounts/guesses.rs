//! Guesses at a pass phrase: ten a minute are checked for an address, however many come.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use kernel::id::EventId;
use sha2::{Digest, Sha256};

use crate::db::{DbError, Tx};

const MOST: i64 = 10;
const WINDOW: SignedDuration = SignedDuration::from_mins(1);

/// Counts one more guess; false when there were too many to check this one.
pub(super) async fn may_guess(tx: &mut Tx, typed_email: &str, now: Timestamp) -> Result<bool, DbError> {
    let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(typed_email.trim().to_lowercase().as_bytes()));
    tx.run("DELETE FROM sign_in_guess WHERE at < $1", &[(now - WINDOW).into()]).await?;
    let (count,): (i64,) =
        tx.one("SELECT COUNT(*) FROM sign_in_guess WHERE email_hash = $1", &[hash.as_str().into()]).await?;
    if count >= MOST {
        return Ok(false);
    }
    tx.run(
        "INSERT INTO sign_in_guess (id, email_hash, at) VALUES ($1, $2, $3)",
        &[EventId::new().into(), hash.into(), now.into()],
    )
    .await?;
    Ok(true)
}
