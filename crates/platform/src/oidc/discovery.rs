//! What a provider says of itself (Discovery 1.0, 3 and 4).

use std::time::Duration;

use serde::Deserialize;
use url::Url;

use super::http::Question;
use super::provider::is_safe;
use super::{Provider, Refusal};

/// As it is written there; everything else it says is left aside.
#[derive(Deserialize)]
struct Said {
    issuer: String,
    authorization_endpoint: Url,
    token_endpoint: Url,
    jwks_uri: Url,
    userinfo_endpoint: Option<Url>,
    end_session_endpoint: Option<Url>,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    claims_parameter_supported: bool,
    /// RFC 9207, 3.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// What we use of it, each address seen to be fit.
#[derive(Clone, Debug)]
pub(super) struct Metadata {
    /// Where browsers go: the provider may have them elsewhere than its own address.
    pub(super) authorization: Url,
    pub(super) end_session: Option<Url>,
    /// What we call ourselves.
    pub(super) token: Url,
    pub(super) keys: Url,
    pub(super) userinfo: Option<Url>,
    /// The client's secret in the form rather than in a header (RFC 6749, 2.3.1).
    pub(super) takes_secret_in_form: bool,
    pub(super) takes_claims: bool,
    pub(super) names_itself: bool,
}

/// # Errors
/// What the question says, [`Refusal::OtherIssuer`] and [`Refusal::ForeignAddress`].
pub(super) async fn discover(provider: &Provider, patience: Duration) -> Result<Metadata, Refusal> {
    let url = provider.discovery().map_err(|_| Refusal::Unreadable)?;
    let answer = Question::get(&url).ask(patience).await?;
    if !answer.is_well() {
        return Err(Refusal::Status);
    }
    checked(provider, answer.json()?)
}

fn checked(provider: &Provider, said: Said) -> Result<Metadata, Refusal> {
    // Discovery, 4.3: exactly the same, or another issuer could speak for this one.
    if said.issuer != provider.issuer() {
        return Err(Refusal::OtherIssuer);
    }
    let called = [Some(&said.token_endpoint), Some(&said.jwks_uri), said.userinfo_endpoint.as_ref()];
    let visited = [Some(&said.authorization_endpoint), said.end_session_endpoint.as_ref()];
    let are_own = called.into_iter().flatten().all(|url| provider.owns(url));
    if !are_own || !visited.into_iter().flatten().all(is_safe) {
        return Err(Refusal::ForeignAddress);
    }
    // Without a list, a header (Discovery, 3).
    let methods = said.token_endpoint_auth_methods_supported.unwrap_or_default();
    Ok(Metadata {
        authorization: said.authorization_endpoint,
        end_session: said.end_session_endpoint,
        token: said.token_endpoint,
        keys: said.jwks_uri,
        userinfo: said.userinfo_endpoint,
        takes_secret_in_form: methods.iter().any(|method| method == "client_secret_post"),
        takes_claims: said.claims_parameter_supported,
        names_itself: said.authorization_response_iss_parameter_supported,
    })
}
