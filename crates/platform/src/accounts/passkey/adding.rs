//! A passkey is made on this device, and opens the account from now on.

use axum::http::HeaderMap;
use serde::Deserialize;

use super::ceremony::{self, Errand};
use super::entering::write;
use super::pages::{self, HERE};
use super::{sql, told, us};
use crate::accounts::Reauthenticated;
use crate::accounts::own::this;
use crate::web::form::{Form, Problems};
use crate::web::may::{Enrolling, SignedIn};
use crate::web::nope::Nope;
use crate::web::once;
use crate::web::page::Answer;
use crate::webauthn::{self, Ceremony, Created, Credential, Refusal};

/// The longest name somebody may give, in characters.
const LONGEST_NAME: usize = 60;

#[derive(Deserialize)]
pub(super) struct New {
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    once: String,
}

pub(super) async fn begin(Enrolling(me): Enrolling, _: Reauthenticated, headers: HeaderMap) -> Answer {
    let us = us(&me.ui.app).ok_or(Nope::NotFound)?;
    let mut tx = me.ui.app.db().read().await?;
    let known = sql::credentials(&mut tx, me.account.id).await?;
    tx.commit().await?;
    let ceremony = Ceremony::fresh()?;
    // The account's id names nobody; login and name are shown by the owner's own device.
    let whose = (me.account.id.0.as_bytes().as_slice(), me.account.email.as_str(), me.account.name.as_str());
    let question = webauthn::to_create(&us, &ceremony, whose, &known);
    ceremony::begin(&me.ui.app, &ceremony, &Errand::Add(this(&me, &headers)?), &question).await
}

pub(super) async fn add(
    Enrolling(me): Enrolling,
    _: Reauthenticated,
    headers: HeaderMap,
    Form(new): Form<New>,
) -> Answer {
    let mut tx = me.ui.app.db().begin().await?;
    // Asked first: the ceremony has served.
    if let Some(earlier) = once::earlier(&mut tx, &new.once, Some(me.account.id)).await? {
        return Ok(earlier);
    }
    tx.commit().await?;
    let name = new.name.trim().to_owned();
    let mut problems = Problems::default();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        problems.add("name", me.ui.frame().passkey_name_wrong());
        return pages::again(&me, new.name, None, problems).await;
    }
    let made = match ceremony::taken_up(&me.ui.app, &headers, &Errand::Add(this(&me, &headers)?)).await? {
        Ok(ceremony) => made(&me, &ceremony, &new.answer)?,
        Err(refusal) => Err(refusal),
    };
    let mut response = match made {
        Ok(made) => kept(&me, &headers, (&name, &made), &new).await?,
        Err(refusal) => refused(&me, new.name, refusal).await?,
    };
    ceremony::take_back(&mut response, &me.ui.app);
    Ok(response)
}

fn made(me: &SignedIn, ceremony: &Ceremony, answer: &str) -> Result<Result<Credential, Refusal>, Nope> {
    let us = us(&me.ui.app).ok_or(Nope::NotFound)?;
    Ok(Created::parse(answer).and_then(|created| created.checked(ceremony, &us)))
}

/// Told in the trail and to its owner.
async fn kept(me: &SignedIn, headers: &HeaderMap, (name, made): (&str, &Credential), new: &New) -> Answer {
    let (app, w) = (&me.ui.app, me.ui.frame());
    let mut tx = app.db().begin().await?;
    let Some(id) = sql::insert(&mut tx, me.account.id, (name, made), app.wall().now()).await? else {
        tx.commit().await?;
        return refused(me, new.name.clone(), Refusal::Taken).await;
    };
    // Their role asked for it: its device has just verified who is there.
    if me.ui.short.is_some() {
        sql::vouch(&mut tx, &this(me, headers)?, id).await?;
    }
    let now = pages::note(&mut tx, me).await?;
    write(&mut tx, app, &me.account.email, (w.passkey_added_subject(), w.passkey_added_body())).await?;
    once::commit(tx, &new.once, Some(me.account.id), &format!("{HERE}?fait=ajoutee"), now).await
}

async fn refused(me: &SignedIn, name: String, refusal: Refusal) -> Answer {
    pages::again(me, name, Some(told(&me.ui, refusal)), Problems::default()).await
}
