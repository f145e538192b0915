//! What lets somebody in without their pass phrase.

use crate::db::{DbError, Tx};

/// Ends every session and every invitation. For a store that stands where it stood some time ago:
/// sessions ended since, and links used or replaced since, would open again. Guesses at a pass phrase
/// count for a minute, which is over.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn forget_ways_in(tx: &mut Tx) -> Result<(), DbError> {
    tx.run("DELETE FROM session", &[]).await?;
    tx.run("DELETE FROM invitation", &[]).await?;
    tx.run("DELETE FROM sign_in_guess", &[]).await?;
    tx.run("DELETE FROM identity_attempt", &[]).await?;
    tx.run("DELETE FROM passkey_ceremony", &[]).await?;
    // Of a device lost since, and removed. Nobody has nothing else: each is beside a phrase or an identity.
    tx.run("DELETE FROM passkey", &[]).await?;
    // Those used since would serve again; ten new ones are made on « Mon compte ».
    tx.run("DELETE FROM recovery_code", &[]).await?;
    Ok(())
}
