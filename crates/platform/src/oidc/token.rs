//! A code against tokens (Core, 3.1.3.1 to 3.1.3.5; RFC 7636, 4.5).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::discovery::Metadata;
use super::http::Question;
use super::{Provider, Refusal, Secrets};

/// What the provider gave.
#[derive(Debug)]
pub(super) struct Tokens {
    pub(super) id_token: String,
    pub(super) access_token: String,
}

#[derive(Deserialize)]
struct Given {
    id_token: Option<String>,
    access_token: String,
    token_type: String,
}

/// # Errors
/// What the question says, [`Refusal::Code`] and [`Refusal::NoToken`].
pub(super) async fn exchange(
    provider: &Provider,
    metadata: &Metadata,
    (code, secrets, redirect_uri): (&str, &Secrets, &str),
    patience: Duration,
) -> Result<Tokens, Refusal> {
    let (id, secret) = (provider.client_id.as_str(), provider.client_secret.reveal());
    let verifier = secrets.verifier();
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", redirect_uri),
        ("code_verifier", &verifier),
    ];
    if metadata.takes_secret_in_form {
        form.extend([("client_id", id), ("client_secret", secret)]);
    }
    let form = serde_urlencoded::to_string(form).map_err(|_| Refusal::Unreadable)?;
    let mut question = Question::post(&metadata.token, form);
    if !metadata.takes_secret_in_form {
        question = question.authorized(basic(id, secret));
    }
    let answer = question.ask(patience).await?;
    if !answer.is_well() {
        return Err(Refusal::Code);
    }
    let given: Given = answer.json()?;
    if !given.token_type.eq_ignore_ascii_case("bearer") {
        return Err(Refusal::Unreadable);
    }
    let id_token = given.id_token.ok_or(Refusal::NoToken)?;
    Ok(Tokens { id_token, access_token: given.access_token })
}

/// Each part encoded as in a form first (RFC 6749, 2.3.1).
fn basic(id: &str, secret: &str) -> String {
    let encoded = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    format!("Basic {}", STANDARD.encode(format!("{}:{}", encoded(id), encoded(secret))))
}
