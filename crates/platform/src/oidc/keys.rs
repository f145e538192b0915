//! A provider's public keys (RFC 7517), asked for again when a token names one we do not know.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use url::Url;

use super::Refusal;
use super::http::Question;
use super::jws::{Algorithm, Key, Unverified};

#[derive(Deserialize)]
struct Set {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Written {
    kty: String,
    r#use: Option<String>,
    alg: Option<String>,
    kid: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// One that signs.
#[derive(Clone, Debug)]
struct Named {
    kid: Option<String>,
    /// The only algorithm it is for, if it says so.
    only: Option<Algorithm>,
    key: Key,
}

/// All those a provider signs with.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys(Vec<Named>);

impl Keys {
    /// # Errors
    /// What the question says; [`Refusal::Key`] when there is none we can use.
    pub(super) async fn fetch(url: &Url, patience: Duration) -> Result<Keys, Refusal> {
        let answer = Question::get(url).ask(patience).await?;
        if !answer.is_well() {
            return Err(Refusal::Status);
        }
        let set: Set = answer.json()?;
        // Keys of kinds we do not know stand beside those we do (RFC 7517, 5).
        let keys: Vec<Named> = set.keys.into_iter().filter_map(named).collect();
        if keys.is_empty() { Err(Refusal::Key) } else { Ok(Keys(keys)) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those a token may have been signed with: of its name, if it names one.
    pub(super) fn of(&self, token: &Unverified) -> Vec<Key> {
        let fits = |named: &&Named| {
            (token.kid.is_none() || token.kid == named.kid)
                && named.only.is_none_or(|only| only == token.algorithm)
                && named.key.fits(token.algorithm)
        };
        self.0.iter().filter(fits).map(|named| named.key.clone()).collect()
    }
}

fn named(written: serde_json::Value) -> Option<Named> {
    let written: Written = serde_json::from_value(written).ok()?;
    if written.r#use.as_deref().is_some_and(|purpose| purpose != "sig") {
        return None;
    }
    let only = match &written.alg {
        Some(name) => Some(Algorithm::of(name)?),
        None => None,
    };
    let number = |text: Option<String>| URL_SAFE_NO_PAD.decode(text?).ok();
    let key = match (written.kty.as_str(), written.crv.as_deref()) {
        ("RSA", _) => Key::Rsa { n: number(written.n)?, e: number(written.e)? },
        ("EC", Some("P-256")) => {
            let (x, y) = (number(written.x)?, number(written.y)?);
            Key::P256([&[4], x.as_slice(), y.as_slice()].concat())
        }
        _ => return None,
    };
    Some(Named { kid: written.kid, only, key })
}
