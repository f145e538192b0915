//! `/connexion/cle`: coming in by a passkey, no address typed.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use kernel::contact::Email;
use kernel::id::AccountId;
use serde::Deserialize;

use super::ceremony::{self, Errand};
use super::sql::{self, Kept};
use super::{told, us};
use crate::accounts::sign_ins::{self, Event, Outcome, Way, What};
use crate::accounts::{self, lifting, sign_in};
use crate::app::App;
use crate::db::Tx;
use crate::outbox::{self, Mail};
use crate::web::form::Form;
use crate::web::guard::Open;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::session;
use crate::web::ui::Ui;
use crate::webauthn::{self, Asserted, Ceremony, Refusal};
use crate::words::words;

#[derive(Deserialize)]
pub(super) struct Given {
    #[serde(default)]
    pub(super) answer: String,
    /// Where to afterwards.
    #[serde(default)]
    pub(super) suite: String,
}

pub(super) async fn begin(_: Open, ui: Ui) -> Answer {
    let us = us(&ui.app).ok_or(Nope::NotFound)?;
    let ceremony = Ceremony::fresh()?;
    let question = webauthn::to_get(&us, &ceremony, &[]);
    ceremony::begin(&ui.app, &ceremony, &Errand::Enter, &question).await
}

/// Reloaded, or come back to.
pub(super) async fn again(_: Open) -> Answer {
    page::see("/connexion")
}

pub(super) async fn enter(_: Open, ui: Ui, headers: HeaderMap, Form(given): Form<Given>) -> Answer {
    let known = match ceremony::taken_up(&ui.app, &headers, &Errand::Enter).await? {
        Ok(ceremony) => recognised(&ui, &ceremony, &given.answer, None).await?,
        Err(refusal) => Err(refusal.into()),
    };
    let by_passkey = |outcome| Event::new(What::SignIn, Way::Passkey, outcome);
    let mut response = match known {
        Ok((mut tx, known)) => {
            sign_ins::note(&mut tx, &ui, Some(known.account), by_passkey(Outcome::Yes)).await?;
            lifting::call_off(&mut tx, known.account).await?;
            let token = session::start(&mut tx, &ui.app, known.account, &headers).await?;
            sql::vouch(&mut tx, &session::hash(&token), known.id).await?;
            tx.commit().await?;
            let mut response = Redirect::to(crate::web::inside(&given.suite)).into_response();
            session::hand_over(&mut response, &ui.app, token);
            response
        }
        Err(failed) => {
            sign_ins::keep(&ui, failed.whose, by_passkey(Outcome::No)).await?;
            sign_in::refused(&ui, given.suite, told(&ui, failed.refusal))?
        }
    };
    ceremony::take_back(&mut response, &ui.app);
    Ok(response)
}

/// Why a passkey has not served, and whose it is if it is known.
pub(super) struct Failed {
    pub(super) refusal: Refusal,
    whose: Option<AccountId>,
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Failed {
        Failed { refusal, whose: None }
    }
}

/// Whose passkey has answered; its use is kept in the transaction, which is the caller's to commit.
/// Where somebody is signed in, only theirs will do.
pub(super) async fn recognised(
    ui: &Ui,
    ceremony: &Ceremony,
    answer: &str,
    only: Option<AccountId>,
) -> Result<Result<(Tx, Kept), Failed>, Nope> {
    let asserted = match Asserted::parse(answer) {
        Ok(asserted) => asserted,
        Err(refusal) => return Ok(Err(refusal.into())),
    };
    let mut tx = ui.app.db().begin().await?;
    let Some(known) = sql::find(&mut tx, asserted.id()).await? else {
        return Ok(Err(Refusal::Unknown.into()));
    };
    let failed = |refusal| Failed { refusal, whose: Some(known.account) };
    if let Err(refusal) = is_theirs(&asserted, &known, only) {
        return Ok(Err(failed(refusal)));
    }
    let us = us(&ui.app).ok_or(Nope::NotFound)?;
    let counted = match asserted.checked(&known.credential, ceremony, &us) {
        Ok(counter) => sql::count(&mut tx, known.id, counter, ui.app.wall().now()).await?,
        Err(Refusal::Copied) => false,
        Err(refusal) => return Ok(Err(failed(refusal))),
    };
    if !counted {
        tell_of_a_copy(&mut tx, ui, known.account).await?;
        tx.commit().await?;
        return Ok(Err(failed(Refusal::Copied)));
    }
    Ok(Ok((tx, known)))
}

/// An authenticator asked for no account in particular says whose key it is.
fn is_theirs(asserted: &Asserted, known: &Kept, only: Option<AccountId>) -> Result<(), Refusal> {
    let owner = known.account.0.as_bytes();
    let says_so = match (asserted.user(), only) {
        (Some(user), _) => user == owner.as_slice(),
        (None, only) => only.is_some(),
    };
    let is_wanted = only.is_none_or(|only| only == known.account);
    if says_so && is_wanted { Ok(()) } else { Err(Refusal::Owner) }
}

/// In the language of its owner, who may be elsewhere.
async fn tell_of_a_copy(tx: &mut Tx, ui: &Ui, account: AccountId) -> Result<(), Nope> {
    let Some(owner) = accounts::find(tx, account).await? else { return Ok(()) };
    let w = words(owner.lang.unwrap_or(ui.lang));
    write(tx, &ui.app, &owner.email, (w.passkey_copied_subject(), w.passkey_copied_body())).await
}

pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    to: &Email,
    (subject, body): (String, String),
) -> Result<(), Nope> {
    Ok(outbox::put(tx, &Mail { to: to.clone(), subject, body }, app.clock().now()).await?)
}
