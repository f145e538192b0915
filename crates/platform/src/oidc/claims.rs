//! What an ID token must say before anybody is believed to be somebody (Core, 3.1.3.7).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Provider, Refusal};

/// Two clocks differ by no more.
pub(super) const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_secs(60);
/// The longest name an issuer may give somebody (Core, 2).
pub(super) const LONGEST_SUBJECT: usize = 255;

/// As it is written.
#[derive(Debug, Deserialize)]
pub(super) struct IdToken {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    nonce: Option<String>,
    acr: Option<String>,
    at_hash: Option<String>,
    auth_time: Option<f64>,
    sid: Option<String>,
}

/// One, or a list of them.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Audience {
    /// For us and nobody else: we trust no other audience (Core, 3.1.3.7, point 3).
    pub(super) fn is_only(&self, client: &str) -> bool {
        match self {
            Audience::One(one) => one == client,
            Audience::Several(all) => all.len() == 1 && all.iter().all(|one| one == client),
        }
    }
}

/// What this sign-in expects.
#[derive(Debug)]
pub(super) struct Expected<'a> {
    pub(super) nonce: String,
    pub(super) access_token: &'a str,
    /// Signed in since then, where they were asked to do it again.
    pub(super) again_since: Option<Timestamp>,
    pub(super) now: Timestamp,
}

impl IdToken {
    /// Who it is about, and the session they have there, if it has a name.
    ///
    /// # Errors
    /// The first [`Refusal`] in the order of the specification.
    pub(super) fn checked(
        self,
        provider: &Provider,
        expected: &Expected<'_>,
    ) -> Result<(String, Option<String>), Refusal> {
        if self.iss != provider.issuer() {
            return Err(Refusal::Issuer);
        }
        let is_other_party = self.azp.as_ref().is_some_and(|azp| *azp != provider.client_id);
        if !self.aud.is_only(&provider.client_id) || is_other_party {
            return Err(Refusal::Audience);
        }
        self.check_time(expected)?;
        if self.nonce.as_deref() != Some(expected.nonce.as_str()) {
            return Err(Refusal::Nonce);
        }
        if !self.acr.as_ref().is_some_and(|acr| provider.acr.contains(acr)) {
            return Err(Refusal::Weak);
        }
        if self.at_hash.as_ref().is_some_and(|hash| *hash != half(expected.access_token)) {
            return Err(Refusal::AccessToken);
        }
        if self.sub.is_empty() || self.sub.len() > LONGEST_SUBJECT {
            return Err(Refusal::Subject);
        }
        let session = self.sid.filter(|sid| !sid.is_empty() && sid.len() <= LONGEST_SUBJECT);
        Ok((self.sub, session))
    }

    fn check_time(&self, expected: &Expected<'_>) -> Result<(), Refusal> {
        if self.exp <= seconds(expected.now - CLOCKS_DIFFER) {
            return Err(Refusal::Expired);
        }
        if self.iat > seconds(expected.now + CLOCKS_DIFFER) {
            return Err(Refusal::Early);
        }
        // Core, 3.1.2.1: asked with max_age, it must say when.
        match expected.again_since {
            Some(since) if !self.auth_time.is_some_and(|at| at >= seconds(since - CLOCKS_DIFFER)) => {
                Err(Refusal::NotAgain)
            }
            _ => Ok(()),
        }
    }
}

/// A moment of the protocol: a number, whole or not (RFC 7519, 2).
pub(super) fn seconds(moment: Timestamp) -> f64 {
    moment.as_duration().as_secs_f64()
}

/// The left half of its SHA-256 (Core, 3.1.3.6).
fn half(access_token: &str) -> String {
    let hash = Sha256::digest(access_token.as_bytes());
    let (left, _) = hash.split_at(hash.len() / 2);
    URL_SAFE_NO_PAD.encode(left)
}
