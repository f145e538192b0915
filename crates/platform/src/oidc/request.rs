//! The addresses a browser is sent to.

use kernel::Lang;
use serde_json::json;
use url::Url;

use super::discovery::Metadata;
use super::{Provider, Secrets};

/// To the provider, to sign in there (Core, 3.1.2.1).
pub(super) fn way_there(
    provider: &Provider,
    metadata: &Metadata,
    secrets: &Secrets,
    (redirect_uri, again, lang): (&str, bool, Lang),
) -> Url {
    let mut url = metadata.authorization.clone();
    let scopes = provider.scopes.iter().filter(|scope| *scope != "openid");
    let scope = scopes.fold("openid".to_owned(), |all, scope| format!("{all} {scope}"));
    let mut query = url.query_pairs_mut();
    query
        .append_pair("response_type", "code")
        .append_pair("client_id", &provider.client_id)
        .append_pair("redirect_uri", redirect_uri)
        .append_pair("scope", &scope)
        .append_pair("state", &secrets.state())
        .append_pair("nonce", &secrets.nonce())
        .append_pair("code_challenge", &secrets.challenge())
        .append_pair("code_challenge_method", "S256")
        .append_pair("acr_values", &provider.acr.join(" "))
        .append_pair("ui_locales", lang.code());
    if metadata.takes_claims {
        // Essential: the provider must not answer with less (Core, 5.5.1.1).
        let acr = json!({ "id_token": { "acr": { "essential": true, "values": provider.acr } } });
        query.append_pair("claims", &acr.to_string());
    }
    if again {
        query.append_pair("prompt", "login").append_pair("max_age", "0");
    }
    drop(query);
    url
}

/// To the provider, to sign out there too (RP-Initiated Logout 1.0, 2).
pub(super) fn way_out(
    metadata: &Metadata,
    (id_token, client): (&str, &str),
    (back, state): (&str, &str),
) -> Option<Url> {
    let mut url = metadata.end_session.clone()?;
    url.query_pairs_mut()
        .append_pair("id_token_hint", id_token)
        .append_pair("client_id", client)
        .append_pair("post_logout_redirect_uri", back)
        .append_pair("state", state);
    Some(url)
}
