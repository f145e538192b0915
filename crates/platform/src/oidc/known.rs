//! A provider with what it said of itself, asked for at first use and again once in a while.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kernel::Lang;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;
use url::Url;

use super::claims::{Expected, IdToken};
use super::discovery::{self, Metadata};
use super::jws::Unverified;
use super::keys::Keys;
use super::logout::{self, LogoutToken, SignedOut};
use super::userinfo::{self, Told};
use super::{Provider, Refusal, Secrets, request, token};

/// For how long what a provider said of itself is believed.
const BELIEVED: SignedDuration = SignedDuration::from_hours(1);
/// For how long one that failed is left alone: whoever comes meanwhile is told at once.
const LEFT_ALONE: SignedDuration = SignedDuration::from_secs(10);
/// How often keys are asked for at most, however many tokens name one that nobody knows.
const PACE: SignedDuration = SignedDuration::from_secs(30);

/// A configured provider; shared by every request.
#[derive(Debug)]
pub struct Known {
    provider: Provider,
    patience: Duration,
    said: Mutex<Said>,
    keys: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Said {
    metadata: Option<(Metadata, Timestamp)>,
    failed_at: Option<Timestamp>,
}

#[derive(Debug, Default)]
struct Kept {
    keys: Keys,
    asked_at: Option<Timestamp>,
}

/// What is asked of a provider, besides who somebody is.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub redirect_uri: &'a str,
    /// To sign in again, whatever session they have there.
    pub again: bool,
    pub lang: Lang,
}

/// Somebody, in the words of their provider.
#[derive(Clone, Debug)]
pub struct Vouched {
    /// Never reassigned by the issuer (Core, 2).
    pub subject: String,
    /// What the provider calls their session there (Back-Channel Logout, 2.1).
    pub session: Option<String>,
    /// To sign out there.
    pub id_token: String,
}

impl Known {
    pub(super) fn new(provider: Provider, patience: Duration) -> Known {
        Known { provider, patience, said: Mutex::default(), keys: Mutex::default() }
    }

    pub fn provider(&self) -> &Provider {
        &self.provider
    }

    /// Whether it answers as it should.
    pub(super) async fn greet(&self, now: Timestamp) -> Result<(), Refusal> {
        let metadata = self.metadata(now).await?;
        Keys::fetch(&metadata.keys, self.patience).await.map(|_| ())
    }

    /// Where the browser goes to sign in.
    pub(crate) async fn way_there(
        &self,
        secrets: &Secrets,
        asked: Asked<'_>,
        now: Timestamp,
    ) -> Result<Url, Refusal> {
        let metadata = self.metadata(now).await?;
        let asked = (asked.redirect_uri, asked.again, asked.lang);
        Ok(request::way_there(&self.provider, &metadata, secrets, asked))
    }

    /// Where the browser goes to sign out, if the provider has such a place.
    pub(crate) async fn way_out(
        &self,
        id_token: &str,
        (back, state): (&str, &str),
        now: Timestamp,
    ) -> Option<Url> {
        let metadata = self.metadata(now).await.ok()?;
        request::way_out(&metadata, (id_token, &self.provider.client_id), (back, state))
    }

    /// Who came back with a code: the tokens asked for, and every check made.
    pub(crate) async fn who(
        &self,
        (code, iss): (&str, Option<&str>),
        (secrets, redirect_uri): (&Secrets, &str),
        again_since: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<Vouched, Refusal> {
        let metadata = self.metadata(now).await?;
        self.check_sender(&metadata, iss)?;
        let asked = (code, secrets, redirect_uri);
        let tokens = token::exchange(&self.provider, &metadata, asked, self.patience).await?;
        let claims: IdToken = self.verified(&metadata, &Unverified::parse(&tokens.id_token)?, now).await?;
        let access_token = tokens.access_token.as_str();
        let expected = Expected { nonce: secrets.nonce(), access_token, again_since, now };
        let (subject, session) = claims.checked(&self.provider, &expected)?;
        self.check_userinfo(&metadata, access_token, &subject, now).await?;
        Ok(Vouched { subject, session, id_token: tokens.id_token })
    }

    /// Who signed out there, by the provider's own word.
    pub(crate) async fn signed_out(&self, token: &str, now: Timestamp) -> Result<SignedOut, Refusal> {
        let token = Unverified::parse(token)?;
        logout::check_kind(&token)?;
        let metadata = self.metadata(now).await?;
        let claims: LogoutToken = self.verified(&metadata, &token, now).await?;
        claims.checked(&self.provider, now)
    }

    /// RFC 9207, 2.4: a provider that says it names itself must, and nobody may name another.
    fn check_sender(&self, metadata: &Metadata, iss: Option<&str>) -> Result<(), Refusal> {
        match iss {
            Some(iss) if iss == self.provider.issuer() => Ok(()),
            None if !metadata.names_itself => Ok(()),
            _ => Err(Refusal::MixUp),
        }
    }

    async fn check_userinfo(
        &self,
        metadata: &Metadata,
        access_token: &str,
        subject: &str,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let Some(url) = &metadata.userinfo else { return Ok(()) };
        let told = match userinfo::ask(&self.provider, url, access_token, self.patience).await? {
            Told::Plain(subject) => subject,
            Told::Signed(token) => {
                let signed: userinfo::Signed = self.verified(metadata, &token, now).await?;
                signed.checked(&self.provider)?
            }
        };
        if told == subject { Ok(()) } else { Err(Refusal::OtherSubject) }
    }

    async fn metadata(&self, now: Timestamp) -> Result<Metadata, Refusal> {
        let mut said = self.said.lock().await;
        if let Some((metadata, at)) = &said.metadata
            && *at + BELIEVED > now
        {
            return Ok(metadata.clone());
        }
        if said.failed_at.is_some_and(|at| at + LEFT_ALONE > now) {
            return Err(Refusal::LeftAlone);
        }
        match discovery::discover(&self.provider, self.patience).await {
            Ok(metadata) => {
                *said = Said { metadata: Some((metadata.clone(), now)), failed_at: None };
                Ok(metadata)
            }
            Err(refusal) => {
                said.failed_at = Some(now);
                Err(refusal)
            }
        }
    }

    async fn verified<T: DeserializeOwned>(
        &self,
        metadata: &Metadata,
        token: &Unverified,
        now: Timestamp,
    ) -> Result<T, Refusal> {
        let mut kept = self.keys.lock().await;
        let is_stale = kept.asked_at.is_none_or(|at| at + BELIEVED <= now);
        let may_ask = kept.asked_at.is_none_or(|at| at + PACE <= now);
        if is_stale || (may_ask && kept.keys.of(token).is_empty()) {
            kept.asked_at = Some(now);
            kept.keys = Keys::fetch(&metadata.keys, self.patience).await?;
        }
        if kept.keys.is_empty() {
            return Err(Refusal::LeftAlone);
        }
        let keys = kept.keys.of(token);
        drop(kept);
        if keys.is_empty() { Err(Refusal::Key) } else { token.verified(&keys) }
    }
}
