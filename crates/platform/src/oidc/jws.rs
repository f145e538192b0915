//! Signed tokens in their compact form (RFC 7515, 3.1), of three asymmetric algorithms and no other
//! (RFC 8725, 3.1). ring does the arithmetic.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, RsaParameters,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Refusal;

/// What we verify. All three hash with SHA-256, which `at_hash` relies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rs256,
    Ps256,
    Es256,
}

impl Algorithm {
    pub(super) fn of(name: &str) -> Option<Algorithm> {
        match name {
            "RS256" => Some(Algorithm::Rs256),
            "PS256" => Some(Algorithm::Ps256),
            "ES256" => Some(Algorithm::Es256),
            _ => None,
        }
    }
}

/// A public key, as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    /// A point of P-256, uncompressed (SEC 1, 2.3.3).
    P256(Vec<u8>),
}

impl Key {
    pub(super) fn fits(&self, algorithm: Algorithm) -> bool {
        matches!(
            (self, algorithm),
            (Key::Rsa { .. }, Algorithm::Rs256 | Algorithm::Ps256) | (Key::P256(_), Algorithm::Es256)
        )
    }

    fn verifies(&self, algorithm: Algorithm, signed: &[u8], signature: &[u8]) -> bool {
        let rsa = |n, e, way: &'static RsaParameters| {
            RsaPublicKeyComponents { n, e }.verify(way, signed, signature).is_ok()
        };
        match (self, algorithm) {
            (Key::Rsa { n, e }, Algorithm::Rs256) => rsa(n, e, &RSA_PKCS1_2048_8192_SHA256),
            (Key::Rsa { n, e }, Algorithm::Ps256) => rsa(n, e, &RSA_PSS_2048_8192_SHA256),
            (Key::P256(point), Algorithm::Es256) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, signature).is_ok()
            }
            (Key::Rsa { .. }, Algorithm::Es256) | (Key::P256(_), _) => false,
        }
    }
}

/// A token whose signature is still to be verified: nothing of its payload can be read.
#[derive(Debug)]
pub(super) struct Unverified {
    pub(super) algorithm: Algorithm,
    pub(super) kid: Option<String>,
    /// What it says it is (RFC 7515, 4.1.9).
    pub(super) kind: Option<String>,
    signed: String,
    payload: Vec<u8>,
    signature: Vec<u8>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<serde_json::Value>,
}

impl Unverified {
    /// # Errors
    /// [`Refusal::Shape`] and [`Refusal::Algorithm`].
    pub(super) fn parse(token: &str) -> Result<Unverified, Refusal> {
        let (signed, signature) = token.rsplit_once('.').ok_or(Refusal::Shape)?;
        let (header, payload) = signed.split_once('.').ok_or(Refusal::Shape)?;
        let header: Header = serde_json::from_slice(&decoded(header)?).map_err(|_| Refusal::Shape)?;
        // Something we must understand and do not (RFC 7515, 4.1.11).
        if header.crit.is_some() {
            return Err(Refusal::Shape);
        }
        Ok(Unverified {
            algorithm: Algorithm::of(&header.alg).ok_or(Refusal::Algorithm)?,
            kid: header.kid,
            kind: header.typ,
            payload: decoded(payload)?,
            signature: decoded(signature)?,
            signed: signed.to_owned(),
        })
    }

    /// What it says, once one of the keys has signed it.
    ///
    /// # Errors
    /// [`Refusal::Signature`]; [`Refusal::Shape`] for what was signed and cannot be read.
    pub(super) fn verified<T: DeserializeOwned>(&self, keys: &[Key]) -> Result<T, Refusal> {
        let is_signed =
            keys.iter().any(|key| key.verifies(self.algorithm, self.signed.as_bytes(), &self.signature));
        if !is_signed {
            return Err(Refusal::Signature);
        }
        serde_json::from_slice(&self.payload).map_err(|_| Refusal::Shape)
    }
}

fn decoded(part: &str) -> Result<Vec<u8>, Refusal> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| Refusal::Shape)
}
