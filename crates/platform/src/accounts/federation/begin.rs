//! Sending a browser to a provider.

use axum::http::HeaderMap;
use serde::Deserialize;

use super::attempt::{self, Attempt, Errand};
use super::leaving;
use super::trouble::Trouble;
use crate::accounts::Reauthenticated;
use crate::accounts::invitation::{self, Invited};
use crate::accounts::own::this;
use crate::app::App;
use crate::oidc::{Asked, Federation, Secrets};
use crate::web::form::Form;
use crate::web::guard::Open;
use crate::web::may::SignedIn;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::path::Path;
use crate::web::ui::Ui;

#[derive(Deserialize)]
pub(super) struct Going {
    /// Where to afterwards.
    #[serde(default)]
    suite: String,
}

pub(super) async fn enter(_: Open, ui: Ui, Path(key): Path<String>, Form(going): Form<Going>) -> Answer {
    go(&ui, &key, (Errand::Enter, &going.suite), "/connexion").await
}

pub(super) async fn accept(_: Open, ui: Ui, Path((token, key)): Path<(String, String)>) -> Answer {
    let hash = invitation::hash(&token);
    let mut tx = ui.app.db().read().await?;
    if let Invited::Already = invitation::invited(&mut tx, &ui.app, &hash).await? {
        return invitation::already_in(&ui);
    }
    tx.commit().await?;
    go(&ui, &key, (Errand::Accept(hash), "/"), &format!("/invitation/{token}")).await
}

pub(super) async fn link(
    me: SignedIn,
    _: Reauthenticated,
    headers: HeaderMap,
    Path(key): Path<String>,
) -> Answer {
    let errand = Errand::Link(this(&me, &headers)?);
    go(&me.ui, &key, (errand, "/compte/identites?fait=liee"), "/compte/identites").await
}

pub(super) async fn prove(
    me: SignedIn,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(going): Form<Going>,
) -> Answer {
    let errand = Errand::Prove(this(&me, &headers)?);
    go(&me.ui, &key, (errand, &going.suite), &asked_again(&going.suite)).await
}

/// Where whoever could not prove it may try again.
pub(super) fn asked_again(back_to: &str) -> String {
    let query = serde_urlencoded::to_string([("suite", back_to)]).unwrap_or_default();
    format!("/compte/confirmer?{query}")
}

/// The address providers send browsers back to: one each, so that none can pass for another.
pub(super) fn redirect_uri(app: &App, key: &str) -> String {
    app.settings().address(format_args!("/connexion/retour/{key}"))
}

async fn go(ui: &Ui, key: &str, (errand, back_to): (Errand, &str), otherwise: &str) -> Answer {
    let Some(known) = Federation::of(&ui.app).find(key) else { return Err(Nope::NotFound) };
    let secrets = Secrets::fresh()?;
    let again = matches!(errand, Errand::Prove(_));
    let asked = Asked { redirect_uri: &redirect_uri(&ui.app, key), again, lang: ui.lang };
    let now = ui.app.wall().now();
    match known.way_there(&secrets, asked, now).await {
        Ok(there) => {
            let back_to = crate::web::inside(back_to).to_owned();
            let attempt = Attempt { provider: key.to_owned(), errand, back_to, started_at: now };
            attempt.begin(&ui.app, &secrets).await?;
            let mut response = leaving::towards(ui, &known, &there)?;
            attempt::hand_over(&mut response, &ui.app, &secrets);
            Ok(response)
        }
        Err(refusal) => {
            tracing::warn!(provider = key, %refusal, "nobody can be sent to a provider");
            page::see(&Trouble::from(refusal).at(otherwise, key))
        }
    }
}
