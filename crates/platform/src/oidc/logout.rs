//! A provider's word that somebody signed out there (Back-Channel Logout 1.0, 2.4 and 2.6).

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::claims::{Audience, CLOCKS_DIFFER, LONGEST_SUBJECT, seconds};
use super::jws::Unverified;
use super::{Provider, Refusal};

/// What it must say has happened.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// The longest a token may serve.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// For how long whoever heard one must know it again: until no clock takes it any more.
pub(crate) const REMEMBERED: SignedDuration = SignedDuration::from_hours(25);

/// As it is written.
#[derive(Deserialize)]
pub(super) struct LogoutToken {
    iss: String,
    aud: Audience,
    iat: f64,
    exp: f64,
    jti: String,
    events: HashMap<String, Value>,
    sub: Option<String>,
    sid: Option<String>,
    #[serde(default, deserialize_with = "even_null")]
    nonce: Option<Value>,
}

/// Who is no longer signed in there: somebody everywhere, or in one session of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOut {
    pub subject: Option<String>,
    pub session: Option<String>,
    /// The token's own name.
    pub token: String,
}

/// A token of another kind, signed with the same keys, is not to pass for this one (RFC 8725, 3.11).
///
/// # Errors
/// [`Refusal::Shape`].
pub(super) fn check_kind(token: &Unverified) -> Result<(), Refusal> {
    let said = token.kind.as_deref().unwrap_or("JWT").to_ascii_lowercase();
    let is_ours = ["jwt", "logout+jwt", "application/logout+jwt"].contains(&said.as_str());
    if is_ours { Ok(()) } else { Err(Refusal::Shape) }
}

impl LogoutToken {
    /// # Errors
    /// The first [`Refusal`] in the order of the specification.
    pub(super) fn checked(self, provider: &Provider, now: Timestamp) -> Result<SignedOut, Refusal> {
        if self.iss != provider.issuer() {
            return Err(Refusal::Issuer);
        }
        if !self.aud.is_only(&provider.client_id) {
            return Err(Refusal::Audience);
        }
        self.check_time(now)?;
        if self.nonce.is_some() {
            return Err(Refusal::Nonce);
        }
        if !self.events.get(EVENT).is_some_and(Value::is_object) {
            return Err(Refusal::Event);
        }
        let is_named = |name: &String| !name.is_empty() && name.len() <= LONGEST_SUBJECT;
        if !is_named(&self.jti) {
            return Err(Refusal::Shape);
        }
        let names = [&self.sub, &self.sid].into_iter().flatten();
        if names.clone().next().is_none() || !names.into_iter().all(is_named) {
            return Err(Refusal::Subject);
        }
        Ok(SignedOut { subject: self.sub, session: self.sid, token: self.jti })
    }

    fn check_time(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.exp <= seconds(now - CLOCKS_DIFFER) {
            return Err(Refusal::Expired);
        }
        if self.iat > seconds(now + CLOCKS_DIFFER) {
            return Err(Refusal::Early);
        }
        if self.exp > seconds(now + LONGEST) {
            return Err(Refusal::Lasting);
        }
        Ok(())
    }
}

/// Said to be nothing is said.
fn even_null<'de, D: Deserializer<'de>>(said: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(said).map(Some)
}
