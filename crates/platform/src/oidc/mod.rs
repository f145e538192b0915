//! OpenID Connect, as a relying party: who somebody is, in the words of a provider they trust.
//!
//! For [`accounts`](crate::accounts), which decides what an identity opens; nothing here knows an
//! account. Words: a [`Provider`] is what the deployer wrote down; a [`Known`] one also keeps what it
//! said of itself and its keys; [`Secrets`] bind one sign-in to one browser; [`Vouched`] is what came
//! out well.
//!
//! Invariants: only a configured issuer's own origin is ever called, each answer bounded in size and
//! time, no redirect followed; nothing of an answer is believed before its signature, issuer,
//! audience, time and nonce are; a provider that is silent is left alone for a moment. Sources: OpenID
//! Connect Core 1.0, Discovery 1.0 and Back-Channel Logout 1.0, RFC 6749, RFC 7636 (PKCE), RFC 9207 (`iss`), RFC 7515 (JWS).

mod claims;
mod discovery;
mod http;
mod jws;
mod keys;
mod known;
mod logout;
mod provider;
mod refusal;
mod request;
mod secrets;
#[cfg(test)]
mod tests;
mod token;
mod userinfo;

pub use known::{Asked, Known, Vouched};
pub(crate) use logout::REMEMBERED;
pub use logout::SignedOut;
pub use provider::{BadProvider, Provider, Secret, Userinfo};
pub use refusal::Refusal;
pub(crate) use secrets::Secrets;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::app::App;

/// How long one answer of a provider may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The providers of an installation, in the order the deployer wrote them.
#[derive(Clone, Debug)]
pub struct Federation(Vec<Arc<Known>>);

impl Federation {
    pub fn new(providers: Vec<Provider>) -> Federation {
        Federation::with_patience(providers, PATIENCE)
    }

    pub(crate) fn with_patience(providers: Vec<Provider>, patience: Duration) -> Federation {
        Federation(providers.into_iter().map(|provider| Arc::new(Known::new(provider, patience))).collect())
    }

    /// What was configured, if anything was ([`App::with_part`]).
    pub fn of(app: &App) -> Arc<Federation> {
        app.part().unwrap_or_else(|| Arc::new(Federation(Vec::new())))
    }

    pub fn all(&self) -> &[Arc<Known>] {
        &self.0
    }

    /// The provider of that key in addresses.
    pub fn find(&self, key: &str) -> Option<Arc<Known>> {
        self.0.iter().find(|known| known.provider().key == key).cloned()
    }

    /// The provider that speaks for an issuer.
    pub fn of_issuer(&self, issuer: &str) -> Option<Arc<Known>> {
        self.0.iter().find(|known| known.provider().issuer() == issuer).cloned()
    }
}

/// Whether each provider answers, for whoever keeps the installation.
pub async fn silent(federation: &Federation, now: Timestamp) -> Vec<(String, Refusal)> {
    let mut silent = Vec::new();
    for known in federation.all() {
        if let Err(refusal) = known.greet(now).await {
            silent.push((known.provider().name.clone(), refusal));
        }
    }
    silent
}
