//! The cookie of a signed-in browser: a secret the store knows only by its hash.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use axum_extra::extract::cookie::{Cookie, SameSite};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use kernel::id::AccountId;
use sha2::{Digest, Sha256};

use super::nope::Nope;
use crate::accounts::sessions::Whose;
use crate::accounts::{device, sessions};
use crate::app::{App, Settings};
use crate::db::Tx;

/// The value of a cookie sent by the browser.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// A cookie of ours: for the whole site, out of scripts' reach, not sent by other sites' forms.
pub(crate) fn baked(name: String, value: String, settings: &Settings) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(settings.is_https())
        .build()
}

/// Adds a cookie to an answer.
pub(crate) fn set(response: &mut Response, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

/// The same for a cookie the browser forgets by itself.
pub(crate) fn set_for(response: &mut Response, cookie: &Cookie<'_>, lasting: SignedDuration) {
    if let Ok(value) = HeaderValue::from_str(&format!("{cookie}; Max-Age={}", lasting.as_secs())) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

/// Signs the account in on this browser, in the caller's transaction; [`hand_over`] the token after.
///
/// # Errors
/// When no randomness is given, or the store fails.
pub async fn start(tx: &mut Tx, app: &App, account: AccountId, headers: &HeaderMap) -> Result<String, Nope> {
    let token = URL_SAFE_NO_PAD.encode(kernel::rng::secret()?);
    sessions::start(tx, &hash(&token), (account, device::told(headers)), app.wall().now()).await?;
    Ok(token)
}

/// Gives the browser its session.
pub fn hand_over(response: &mut Response, app: &App, token: String) {
    set(response, &baked(name(app.settings()), token, app.settings()));
}

/// Ends this browser's session, on both sides.
///
/// # Errors
/// When the store fails.
pub async fn end(headers: &HeaderMap, app: &App, response: &mut Response) -> Result<(), Nope> {
    let name = name(app.settings());
    if let Some(token) = cookie(headers, &name) {
        let mut tx = app.db().begin().await?;
        sessions::end(&mut tx, &hash(&token)).await?;
        tx.commit().await?;
    }
    let mut gone = baked(name, String::new(), app.settings());
    gone.make_removal();
    set(response, &gone);
    Ok(())
}

/// The name under which the store knows this browser's session.
pub(crate) fn hash_of(headers: &HeaderMap, app: &App) -> Option<String> {
    token_of(headers, app).map(|token| hash(&token))
}

/// This browser's session, as it holds it.
pub(crate) fn token_of(headers: &HeaderMap, app: &App) -> Option<String> {
    cookie(headers, &name(app.settings()))
}

/// Who is signed in on this browser.
pub(super) async fn whose(headers: &HeaderMap, app: &App) -> Result<Whose, Nope> {
    match cookie(headers, &name(app.settings())) {
        Some(token) => Ok(sessions::whose(app, &hash(&token)).await?),
        None => Ok(Whose::default()),
    }
}

/// `__Host-` (RFC 6265bis) wherever TLS is spoken; browsers refuse that prefix on plain loopback.
pub(crate) fn named(bare: &str, settings: &Settings) -> String {
    if settings.is_https() { format!("__Host-{bare}") } else { bare.to_owned() }
}

fn name(settings: &Settings) -> String {
    named("maillage", settings)
}

pub(crate) fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}
