//! The page between us and a provider, and signing out there too.
//!
//! A form of ours may lead only to us (`form-action 'self'`, which browsers hold redirects to), so
//! that it leads to this page, which moves on by itself.

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::{HeaderValue, REFRESH};
use axum::response::Response;
use url::Url;

use super::{of_issuer, sealed, sql};
use crate::oidc::{Known, Secrets};
use crate::web::guard::Open;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::session;
use crate::web::ui::Ui;

#[derive(Template)]
#[template(path = "accounts/federation/leaving.html")]
struct LeavingPage<'a> {
    ui: &'a Ui,
    provider: &'a str,
    there: &'a str,
}

/// To the provider, at once; by a link where a browser does not move on.
pub(super) fn towards(ui: &Ui, known: &Known, there: &Url) -> Answer {
    let there = there.as_str();
    let mut response = page::show(&LeavingPage { ui, provider: &known.provider().name, there })?;
    let refresh = HeaderValue::from_str(&format!("0; url={there}"));
    let refresh = refresh.map_err(|_| Nope::Broken("an address with no place in a header".to_owned()))?;
    response.headers_mut().insert(REFRESH, refresh);
    Ok(response)
}

/// The page that leads to signing out at the provider this session was begun with, if it was.
///
/// # Errors
/// The store's.
pub(in crate::accounts) async fn way_out(ui: &Ui, headers: &HeaderMap) -> Result<Option<Response>, Nope> {
    let Some(token) = session::token_of(headers, &ui.app) else { return Ok(None) };
    let mut tx = ui.app.db().read().await?;
    let vouched = sql::vouched(&mut tx, &session::hash(&token)).await?;
    tx.commit().await?;
    let Some((issuer, sealed)) = vouched else { return Ok(None) };
    let (Some(known), Some(id_token)) = (of_issuer(ui, &issuer), sealed::open(&token, &sealed)) else {
        return Ok(None);
    };
    let back = ui.app.settings().address("/deconnexion/retour");
    // Nothing waits for it here: providers ask for one.
    let state = Secrets::fresh()?.state();
    let there = known.way_out(&id_token, (&back, &state), ui.app.wall().now()).await;
    // The page says already that nobody is signed in.
    let ui = Ui { account: None, ..ui.clone() };
    there.map(|there| towards(&ui, &known, &there)).transpose()
}

/// Signed out on both sides.
pub(super) async fn arrive(_: Open) -> Answer {
    page::see("/")
}
