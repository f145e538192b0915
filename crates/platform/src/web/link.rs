//! Links that carry their own proof: one purpose, one subject, one end.
//!
//! `purpose.subject.expiry` signed with HMAC-SHA-256 (RFC 2104) under the store's key. A handler
//! that takes [`Held`] runs only for a link of its own purpose, whole and not past its end. Opening
//! one changes nothing; what may be done with it is decided by the state of its subject.

use std::marker::PhantomData;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use kernel::rng;
use sha2::Sha256;
use uuid::Uuid;

use super::guard::{Guard, Guards};
use super::nope::Nope;
use crate::app::{App, AppError};
use crate::db::{Tx, setting};

const KEY_SETTING: &str = "signing_key";

/// What a link is for.
pub trait Purpose: Send + Sync + 'static {
    const NAME: &'static str;
    /// What it leads to.
    type Subject: From<Uuid> + Into<Uuid> + Copy + Send;
}

/// Whoever came by a link for that purpose: the `{token}` of the address.
#[derive(Debug)]
pub struct Held<P: Purpose> {
    pub token: String,
    pub subject: P::Subject,
    purpose: PhantomData<P>,
}

impl<P: Purpose> Guards for Held<P> {
    const GUARD: Guard = Guard::Holds(P::NAME);
}

impl<P: Purpose> FromRequestParts<App> for Held<P> {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Held<P>, Nope> {
        let given = RawPathParams::from_request_parts(parts, app).await.map_err(|_| Nope::AlteredLink)?;
        let token = given.iter().find(|(name, _)| *name == "token").map(|(_, token)| token.to_owned());
        let token = token.ok_or(Nope::AlteredLink)?;
        let subject = app.key().verify::<P>(&token, app.clock().now())?;
        Ok(Held { token, subject, purpose: PhantomData })
    }
}

/// The store's secret.
#[derive(Clone)]
pub struct SigningKey([u8; 32]);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

impl SigningKey {
    /// Reads the store's key, or makes it the first time.
    ///
    /// # Errors
    /// When the store cannot be written or no randomness is given.
    pub async fn of_store(tx: &mut Tx) -> Result<SigningKey, AppError> {
        let fresh = URL_SAFE_NO_PAD.encode(rng::secret()?);
        let stored = setting::keep_first(tx, KEY_SETTING, &fresh).await?;
        let bytes = URL_SAFE_NO_PAD.decode(&stored).ok().and_then(|bytes| bytes.try_into().ok());
        let impossible = || crate::db::DbError::Impossible {
            table: "setting",
            column: "value",
            id: KEY_SETTING.to_owned(),
        };
        Ok(SigningKey(bytes.ok_or_else(impossible)?))
    }

    /// The part of an address that proves `subject` may be reached for that purpose until `end`.
    pub fn sign<P: Purpose>(&self, subject: P::Subject, end: Timestamp) -> String {
        let subject: Uuid = subject.into();
        let mut token = Vec::with_capacity(56);
        token.extend_from_slice(subject.as_bytes());
        token.extend_from_slice(&end.as_second().to_be_bytes());
        let proof = self.proof(P::NAME, &token);
        token.extend_from_slice(&proof);
        URL_SAFE_NO_PAD.encode(token)
    }

    /// Whom a link is about.
    ///
    /// # Errors
    /// [`Nope::AlteredLink`] when a character was lost or changed, [`Nope::ExpiredLink`] past its end.
    pub(crate) fn verify<P: Purpose>(&self, token: &str, now: Timestamp) -> Result<P::Subject, Nope> {
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| Nope::AlteredLink)?;
        let (signed, proof) = bytes.split_at_checked(24).ok_or(Nope::AlteredLink)?;
        self.mac(P::NAME, signed).verify_slice(proof).map_err(|_| Nope::AlteredLink)?;
        let (subject, end) = signed.split_at_checked(16).ok_or(Nope::AlteredLink)?;
        let subject = Uuid::from_slice(subject).map_err(|_| Nope::AlteredLink)?;
        let end = end.try_into().map(i64::from_be_bytes).map_err(|_| Nope::AlteredLink)?;
        if now.as_second() > end { Err(Nope::ExpiredLink) } else { Ok(subject.into()) }
    }

    fn proof(&self, purpose: &str, signed: &[u8]) -> [u8; 32] {
        self.mac(purpose, signed).finalize().into_bytes().into()
    }

    fn mac(&self, purpose: &str, signed: &[u8]) -> Hmac<Sha256> {
        // A key shorter than the hash's block of 64 bytes is filled with zeros (RFC 2104, section 2).
        let mut block = [0_u8; 64];
        block.iter_mut().zip(self.0).for_each(|(to, from)| *to = from);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(signed);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Answer;

    impl Purpose for Answer {
        const NAME: &'static str = "answer";
        type Subject = Uuid;
    }

    #[derive(Debug)]
    struct Invitation;

    impl Purpose for Invitation {
        const NAME: &'static str = "invitation";
        type Subject = Uuid;
    }

    fn moment(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_link_leads_to_its_subject_until_its_end() {
        let key = SigningKey([7; 32]);
        let subject = Uuid::from_u128(42);
        let token = key.sign::<Answer>(subject, moment("2026-02-01T00:00:00Z"));
        assert_eq!(key.verify::<Answer>(&token, moment("2026-01-31T00:00:00Z")).unwrap(), subject);
        let late = key.verify::<Answer>(&token, moment("2026-02-02T00:00:00Z"));
        assert!(matches!(late, Err(Nope::ExpiredLink)));
    }

    #[test]
    fn no_character_of_a_link_can_be_changed() {
        let key = SigningKey([7; 32]);
        let token = key.sign::<Answer>(Uuid::from_u128(42), moment("2026-02-01T00:00:00Z"));
        for index in 0..token.len() {
            let mut bytes = token.clone().into_bytes();
            bytes[index] = if bytes[index] == b'A' { b'B' } else { b'A' };
            let altered = String::from_utf8(bytes).unwrap();
            let seen = key.verify::<Answer>(&altered, moment("2026-01-31T00:00:00Z"));
            assert!(matches!(seen, Err(Nope::AlteredLink)), "character {index}");
        }
    }

    #[test]
    fn a_link_serves_one_purpose() {
        let key = SigningKey([7; 32]);
        let token = key.sign::<Answer>(Uuid::from_u128(42), moment("2026-02-01T00:00:00Z"));
        assert!(matches!(
            key.verify::<Invitation>(&token, moment("2026-01-31T00:00:00Z")),
            Err(Nope::AlteredLink)
        ));
    }
}
