//! `/compte/identites`: by which providers one comes in, and no longer.

use askama::Template;
use axum::http::HeaderMap;
use kernel::id::AccountId;
use serde::Deserialize;
use url::Url;
use uuid::Uuid;

use super::sql::Linked;
use super::trouble::Trouble;
use super::{Door, acts, doors, of_issuer, sql};
use crate::accounts::Reauthenticated;
use crate::accounts::obligation::{self, Leaving};
use crate::accounts::own::this;
use crate::db::Tx;
use crate::web::dates;
use crate::web::form::{Form, Query};
use crate::web::may::SignedIn;
use crate::web::nope::Nope;
use crate::web::once;
use crate::web::page::{self, Answer};
use crate::web::ui::Ui;

const HERE: &str = "/compte/identites";

#[derive(Template)]
#[template(path = "accounts/federation/identities.html")]
struct IdentitiesPage<'a> {
    ui: &'a Ui,
    linked: Vec<Linked>,
    doors: Vec<Door>,
    said: Option<String>,
    refusal: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    fait: Option<String>,
    #[serde(default)]
    souci: String,
    #[serde(default)]
    fournisseur: String,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    identity: Uuid,
    #[serde(default)]
    once: String,
}

impl IdentitiesPage<'_> {
    fn name(&self, linked: &Linked) -> String {
        provider_name(self.ui, &linked.issuer)
    }

    fn line(&self, linked: &Linked) -> String {
        self.ui.frame().identity_since(dates::day_of(linked.linked_at, self.ui.lang))
    }
}

pub(super) async fn show(me: SignedIn, _: Reauthenticated, Query(arrival): Query<Arrival>) -> Answer {
    let w = me.ui.frame();
    let said = match arrival.fait.as_deref() {
        Some("liee") => Some(w.identity_linked()),
        Some("deliee") => Some(w.identity_unlinked()),
        _ => None,
    };
    let mut tx = me.ui.app.db().read().await?;
    let linked = sql::of_account(&mut tx, me.account.id).await?;
    let refusal = Trouble::told(&me.ui, &arrival.souci, &arrival.fournisseur);
    page::show(&IdentitiesPage { ui: &me.ui, linked, doors: doors(&me.ui), said, refusal })
}

/// It opens their account no longer, and what it opened is closed; unless nothing else would open it.
pub(super) async fn unlink(
    me: SignedIn,
    _: Reauthenticated,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let mut tx = me.ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &chosen.once, Some(me.account.id)).await? {
        return Ok(earlier);
    }
    let has_phrase = sql::hold(&mut tx, me.account.id).await?;
    let linked = sql::of_account(&mut tx, me.account.id).await?;
    let Some(gone) = linked.iter().find(|linked| linked.id == chosen.identity) else {
        return Err(Nope::NotFound);
    };
    let others = linked.iter().filter(|linked| linked.id != gone.id);
    if !has_phrase && !others.into_iter().any(|linked| of_issuer(&me.ui, &linked.issuer).is_some()) {
        return page::see(&Trouble::LastWayIn.at(HERE, ""));
    }
    if obligation::forbids(&mut tx, &me.ui, &me.account, Leaving::Identity(gone.id)).await? {
        return page::see(&Trouble::Obliged.at(HERE, ""));
    }
    sql::unlink(&mut tx, me.account.id, gone.id).await?;
    sql::end_vouched(&mut tx, (me.account.id, &gone.issuer), &this(&me, &headers)?).await?;
    tell(&mut tx, &me, &gone.issuer).await?;
    let now = me.ui.app.clock().now();
    once::commit(tx, &chosen.once, Some(me.account.id), &format!("{HERE}?fait=deliee"), now).await
}

async fn tell(tx: &mut Tx, me: &SignedIn, issuer: &str) -> Result<(), Nope> {
    let (w, name) = (me.ui.frame(), provider_name(&me.ui, issuer));
    let told = (w.identity_unlinked_subject(name.as_str()), w.identity_unlinked_body(name.as_str()));
    acts::tell(tx, &me.ui, (me.account.id, &me.account.email), told).await
}

/// Its name on buttons, or its host when it is configured no longer.
fn provider_name(ui: &Ui, issuer: &str) -> String {
    let known = of_issuer(ui, issuer).map(|known| known.provider().name.clone());
    let host = || Url::parse(issuer).ok().and_then(|url| url.host_str().map(str::to_owned));
    known.or_else(host).unwrap_or_else(|| issuer.to_owned())
}

/// The providers an account is linked to and can be asked again.
pub(in crate::accounts) async fn own_doors(
    tx: &mut Tx,
    ui: &Ui,
    account: AccountId,
) -> Result<Vec<Door>, Nope> {
    let linked = sql::of_account(tx, account).await?;
    let mut doors: Vec<Door> = linked
        .iter()
        .filter_map(|linked| of_issuer(ui, &linked.issuer))
        .map(|known| super::door(&known))
        .collect();
    doors.dedup_by(|one, other| one.key == other.key);
    Ok(doors)
}
