//! One question to one browser: a secret in its cookie alone, from which the challenge is made. The
//! store keeps a hash, so that nobody who reads it can answer for anybody.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::rng::{self, SecretError};
use sha2::{Digest, Sha256};

/// For one answer.
#[derive(Clone)]
pub(crate) struct Ceremony([u8; 32]);

impl std::fmt::Debug for Ceremony {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ceremony(…)")
    }
}

impl Ceremony {
    /// # Errors
    /// When no randomness is given.
    pub(crate) fn fresh() -> Result<Ceremony, SecretError> {
        rng::secret().map(Ceremony)
    }

    /// That of a cookie.
    pub(crate) fn read(cookie: &str) -> Option<Ceremony> {
        URL_SAFE_NO_PAD.decode(cookie).ok()?.try_into().ok().map(Ceremony)
    }

    /// For the cookie.
    pub(crate) fn written(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the store knows it by.
    pub(crate) fn hash(&self) -> String {
        self.word("ceremony")
    }

    /// Comes back signed.
    pub(crate) fn challenge(&self) -> String {
        self.word("challenge")
    }

    fn word(&self, name: &str) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::new().chain_update(self.0).chain_update(name).finalize())
    }
}
