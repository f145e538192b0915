//! `/connexion/fournisseur/{provider}/deconnexion`: a provider says that somebody signed out there
//! (Back-Channel Logout 1.0), and what it had opened here is closed.
//!
//! The provider's own server asks, not a browser: there is no cookie, no page a form stood on, and no
//! key of [`once`](crate::web::once). What vouches is the token, of which none serves twice. Nothing is
//! excepted from the refusal of other sites' forms: a server sends neither `Origin` nor `Sec-Fetch-Site`,
//! and a browser that was sent here is refused.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::sql;
use crate::accounts::sign_ins::{self, Event, Outcome, What};
use crate::oidc::{Federation, Known, REMEMBERED, Refusal, SignedOut};
use crate::web::form::Form;
use crate::web::guard::Open;
use crate::web::nope::Nope;
use crate::web::page::Answer;
use crate::web::path::Path;
use crate::web::session;
use crate::web::ui::Ui;

#[derive(Deserialize)]
pub(super) struct Told {
    #[serde(default)]
    logout_token: String,
}

pub(super) async fn hear(_: Open, ui: Ui, Path(key): Path<String>, Form(told): Form<Told>) -> Answer {
    let Some(known) = Federation::of(&ui.app).find(&key) else { return Err(Nope::NotFound) };
    let heard = match known.signed_out(&told.logout_token, ui.app.wall().now()).await {
        Ok(signed_out) => ended(&ui, &known, &signed_out).await?,
        Err(refusal) => Err(refusal),
    };
    Ok(match heard {
        Ok(()) => StatusCode::OK.into_response(),
        Err(refusal) => refused(&key, refusal),
    })
}

/// The token has served, and the sessions are no more: both or neither.
async fn ended(ui: &Ui, known: &Known, signed_out: &SignedOut) -> Result<Result<(), Refusal>, Nope> {
    let (issuer, now) = (known.provider().issuer(), ui.app.wall().now());
    let mut tx = ui.app.db().begin().await?;
    if !sql::hear(&mut tx, (issuer, &session::hash(&signed_out.token)), (now, now - REMEMBERED)).await? {
        return Ok(Err(Refusal::Again));
    }
    let whose = (signed_out.subject.as_deref(), signed_out.session.as_deref());
    for account in sql::end_signed_out(&mut tx, issuer, whose).await? {
        let left = Event::with(What::SignOut, &known.provider().key, Outcome::Yes);
        sign_ins::note(&mut tx, ui, Some(account), left).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// To a program (2.8): it learns that the token was not taken, the log why.
fn refused(key: &str, refusal: Refusal) -> Response {
    tracing::warn!(provider = key, %refusal, "nobody was signed out by their provider");
    let json = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (StatusCode::BAD_REQUEST, json, r#"{"error":"invalid_request"}"#).into_response()
}
