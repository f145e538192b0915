//! `/compte/cles/confirmer`: showing by a passkey that it is still them.

use axum::http::HeaderMap;

use super::ceremony::{self, Errand};
use super::entering::{Given, recognised};
use super::{sql, told, us};
use crate::accounts::own::this;
use crate::accounts::sign_ins::{self, Event, Outcome, Way, What};
use crate::accounts::{proof, sessions};
use crate::web::form::Form;
use crate::web::may::SignedIn;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::webauthn::{self, Ceremony};

pub(super) async fn begin(me: SignedIn, headers: HeaderMap) -> Answer {
    let us = us(&me.ui.app).ok_or(Nope::NotFound)?;
    let mut tx = me.ui.app.db().read().await?;
    let among = sql::credentials(&mut tx, me.account.id).await?;
    tx.commit().await?;
    let ceremony = Ceremony::fresh()?;
    let question = webauthn::to_get(&us, &ceremony, &among);
    ceremony::begin(&me.ui.app, &ceremony, &Errand::Prove(this(&me, &headers)?), &question).await
}

pub(super) async fn confirm(me: SignedIn, headers: HeaderMap, Form(given): Form<Given>) -> Answer {
    let session = this(&me, &headers)?;
    let known = match ceremony::taken_up(&me.ui.app, &headers, &Errand::Prove(session.clone())).await? {
        Ok(ceremony) => recognised(&me.ui, &ceremony, &given.answer, Some(me.account.id)).await?,
        Err(refusal) => Err(refusal.into()),
    };
    let by_passkey = |outcome| Event::new(What::Proof, Way::Passkey, outcome);
    let mut response = match known {
        Ok((mut tx, _)) => {
            sign_ins::note(&mut tx, &me.ui, Some(me.account.id), by_passkey(Outcome::Yes)).await?;
            sessions::prove(&mut tx, &session, me.ui.app.wall().now()).await?;
            tx.commit().await?;
            page::see(crate::web::inside(&given.suite))?
        }
        Err(failed) => {
            sign_ins::keep(&me.ui, Some(me.account.id), by_passkey(Outcome::No)).await?;
            proof::refused(&me, given.suite, told(&me.ui, failed.refusal)).await?
        }
    };
    ceremony::take_back(&mut response, &me.ui.app);
    Ok(response)
}
