//! `/compte/cles`: which passkeys open the account, and no longer.

use askama::Template;
use axum::http::HeaderMap;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use super::entering::write;
use super::sql::{self, Listed};
use super::us;
use crate::accounts::obligation::{self, Leaving};
use crate::accounts::own::this;
use crate::accounts::{Reauthenticated, device};
use crate::audit::{self, Action, Who};
use crate::db::Tx;
use crate::web::dates;
use crate::web::form::{Form, Problems, Query};
use crate::web::may::{Enrolling, SignedIn};
use crate::web::nope::Nope;
use crate::web::once;
use crate::web::page::{self, Answer};
use crate::web::ui::Ui;

pub(super) const HERE: &str = "/compte/cles";

#[derive(Template)]
#[template(path = "accounts/passkey/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    passkeys: Vec<Listed>,
    /// What is typed, or this device as far as its browser says.
    typed: String,
    said: Option<String>,
    refusal: Option<String>,
    problems: Problems,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    fait: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    passkey: Uuid,
    #[serde(default)]
    once: String,
}

impl ListPage<'_> {
    fn line(&self, passkey: &Listed) -> String {
        let w = self.ui.frame();
        let day = |at| dates::day_of(at, self.ui.lang);
        match passkey.used_at {
            Some(used) => w.passkey_line(day(passkey.added_at), day(used)),
            None => w.passkey_line_unused(day(passkey.added_at)),
        }
    }
}

pub(super) async fn show(
    Enrolling(me): Enrolling,
    _: Reauthenticated,
    headers: HeaderMap,
    Query(arrival): Query<Arrival>,
) -> Answer {
    us(&me.ui.app).ok_or(Nope::NotFound)?;
    let w = me.ui.frame();
    let said = match arrival.fait.as_deref() {
        Some("ajoutee") => Some(w.passkey_added()),
        Some("retiree") => Some(w.passkey_removed()),
        _ => None,
    };
    let mut tx = me.ui.app.db().read().await?;
    let passkeys = sql::of_account(&mut tx, me.account.id).await?;
    let typed = typed(&headers);
    let (refusal, problems) = (None, Problems::default());
    page::show(&ListPage { ui: &me.ui, passkeys, typed, said, refusal, problems })
}

fn typed(headers: &HeaderMap) -> String {
    device::told(headers).unwrap_or_default()
}

/// The page again, with the name kept.
pub(super) async fn again(
    me: &SignedIn,
    typed: String,
    refusal: Option<String>,
    problems: Problems,
) -> Answer {
    let mut tx = me.ui.app.db().read().await?;
    let passkeys = sql::of_account(&mut tx, me.account.id).await?;
    page::with_problems(&ListPage { ui: &me.ui, passkeys, typed, said: None, refusal, problems })
}

/// It opens their account no longer, and what it opened elsewhere is closed.
pub(super) async fn remove(
    me: SignedIn,
    _: Reauthenticated,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let (app, w) = (&me.ui.app, me.ui.frame());
    let mut tx = app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &chosen.once, Some(me.account.id)).await? {
        return Ok(earlier);
    }
    if obligation::forbids(&mut tx, &me.ui, &me.account, Leaving::Passkey(chosen.passkey)).await? {
        drop(tx);
        return again(&me, typed(&headers), Some(w.obligation_last()), Problems::default()).await;
    }
    if !sql::remove(&mut tx, me.account.id, chosen.passkey, &this(&me, &headers)?).await? {
        return Err(Nope::NotFound);
    }
    let now = note(&mut tx, &me).await?;
    write(&mut tx, app, &me.account.email, (w.passkey_removed_subject(), w.passkey_removed_body())).await?;
    once::commit(tx, &chosen.once, Some(me.account.id), &format!("{HERE}?fait=retiree"), now).await
}

pub(super) async fn note(tx: &mut Tx, me: &SignedIn) -> Result<Timestamp, Nope> {
    let now = me.ui.app.clock().now();
    audit::note(tx, Who::Account(me.account.id), Action::Changed, me.account.id, None, now).await?;
    Ok(now)
}
