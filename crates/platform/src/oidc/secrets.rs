//! What binds a sign-in to the browser that began it: one secret, kept in its cookie alone, from which
//! the three words of the protocol are made. The store keeps none of them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::rng::{self, SecretError};
use sha2::{Digest, Sha256};

/// For one sign-in, in one browser.
#[derive(Clone)]
pub(crate) struct Secrets([u8; 32]);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl Secrets {
    /// # Errors
    /// When no randomness is given.
    pub(crate) fn fresh() -> Result<Secrets, SecretError> {
        rng::secret().map(Secrets)
    }

    /// Those of a cookie.
    pub(crate) fn read(cookie: &str) -> Option<Secrets> {
        URL_SAFE_NO_PAD.decode(cookie).ok()?.try_into().ok().map(Secrets)
    }

    /// For the cookie.
    pub(crate) fn written(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the store knows the sign-in by.
    pub(crate) fn hash(&self) -> String {
        self.word("hash")
    }

    /// Comes back in the address (RFC 6749, 10.12).
    pub(crate) fn state(&self) -> String {
        self.word("state")
    }

    /// Comes back in the ID token (Core, 3.1.2.1).
    pub(crate) fn nonce(&self) -> String {
        self.word("nonce")
    }

    /// Goes to the token endpoint (RFC 7636, 4.1).
    pub(super) fn verifier(&self) -> String {
        self.word("verifier")
    }

    /// Goes with the browser: `S256` (RFC 7636, 4.2).
    pub(super) fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier().as_bytes()))
    }

    fn word(&self, name: &str) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::new().chain_update(self.0).chain_update(name).finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_sign_in_differ_and_are_no_other_s() {
        let (one, other) = (Secrets([1; 32]), Secrets([2; 32]));
        let words = |s: &Secrets| [s.hash(), s.state(), s.nonce(), s.verifier(), s.challenge(), s.written()];
        let mut all = [words(&one), words(&other)].concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 12);
        assert_eq!(words(&Secrets::read(&one.written()).unwrap()), words(&one));
        for bad in ["", "abc", &one.written()[1..], "été"] {
            assert!(Secrets::read(bad).is_none());
        }
    }
}
