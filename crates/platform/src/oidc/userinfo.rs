//! Whether the provider still says the same person at its userinfo endpoint (Core, 5.3). Nothing else
//! it says there is read: neither name nor e-mail opens anything here.

use std::time::Duration;

use serde::Deserialize;
use url::Url;

use super::claims::Audience;
use super::http::Question;
use super::jws::Unverified;
use super::{Provider, Refusal, Userinfo};

#[derive(Deserialize)]
struct Plain {
    sub: String,
}

#[derive(Deserialize)]
pub(super) struct Signed {
    iss: String,
    aud: Audience,
    sub: String,
}

/// What was answered, its signature still to be verified if it has one.
pub(super) enum Told {
    Plain(String),
    Signed(Unverified),
}

/// # Errors
/// What the question says, and [`Refusal::UserinfoShape`].
pub(super) async fn ask(
    provider: &Provider,
    url: &Url,
    access_token: &str,
    patience: Duration,
) -> Result<Told, Refusal> {
    let answer = Question::get(url).authorized(format!("Bearer {access_token}")).ask(patience).await?;
    if !answer.is_well() {
        return Err(Refusal::Status);
    }
    match (provider.userinfo, answer.kind.as_str()) {
        (Userinfo::Json, "application/json") => answer.json().map(|plain: Plain| Told::Plain(plain.sub)),
        (Userinfo::Signed, "application/jwt") => {
            let text = std::str::from_utf8(&answer.body).map_err(|_| Refusal::Unreadable)?;
            Unverified::parse(text.trim()).map(Told::Signed)
        }
        _ => Err(Refusal::UserinfoShape),
    }
}

impl Signed {
    /// Core, 5.3.4.
    pub(super) fn checked(self, provider: &Provider) -> Result<String, Refusal> {
        if self.iss != provider.issuer() {
            return Err(Refusal::Issuer);
        }
        if !self.aud.is_only(&provider.client_id) {
            return Err(Refusal::Audience);
        }
        Ok(self.sub)
    }
}
