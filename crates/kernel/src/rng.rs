//! Chance, given from outside: the operating system's for secrets, a seed for replayable stories.

use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};

/// Thirty-two bytes no one can guess, for session tokens, invitations and signing keys.
///
/// # Errors
/// When the operating system gives no randomness; nothing secret may then be made.
pub fn secret() -> Result<[u8; 32], SecretError> {
    let mut bytes = [0_u8; 32];
    SysRng.try_fill_bytes(&mut bytes).map_err(|_| SecretError)?;
    Ok(bytes)
}

#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no randomness")]
pub struct SecretError;

/// A generator that always tells the same story for the same seed.
pub fn seeded(seed: u64) -> impl Rng {
    StdRng::seed_from_u64(seed)
}
