//! Taking away somebody's second step and passkeys, for whoever lost what they prove it with: an act of its
//! own, which no forgotten phrase brings about.
//!
//! An administrator says why and proves who they are; the other administrators of that person's teams are
//! written to at once; the owner gets a link, and only when they follow it do their codes and passkeys open
//! nothing. Whoever still has them makes the link void by coming in with them; so does any newer link.
//! On the machine itself `maillage invite --lift-second-step` does the same, for an only administrator.

use askama::Template;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use serde::Deserialize;
use uuid::Uuid;

use super::{Account, Reauthenticated, invitation, passkey, second, sql};
use crate::app::App;
use crate::audit::{self, Action, Who};
use crate::db::{DbError, Tx};
use crate::outbox::{self, Mail};
use crate::web::form::{Form, Problems};
use crate::web::may::{KeepAccounts, May};
use crate::web::nope::Nope;
use crate::web::once;
use crate::web::page::{self, Answer};
use crate::web::path::Path;
use crate::web::ui::Ui;
use crate::words::{Words, words};

kernel::coded! {
    /// Why: a list, as what is typed about somebody's mishap would be kept and sent.
    Reason {
        Lost = "lost",
        Stolen = "stolen",
        Broken = "broken",
        /// A new telephone, and nothing was moved to it.
        Replaced = "replaced",
    }
}

#[derive(Template)]
#[template(path = "accounts/lifting.html")]
struct LiftingPage<'a> {
    ui: &'a Ui,
    account: &'a Account,
    reason: String,
    problems: Problems,
}

impl LiftingPage<'_> {
    fn label(&self, reason: &Reason) -> String {
        label(*reason, self.ui.frame())
    }
}

#[derive(Deserialize)]
pub(super) struct LiftForm {
    #[serde(default)]
    once: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn show(may: May<KeepAccounts>, _: Reauthenticated, Path(id): Path<AccountId>) -> Answer {
    let mut tx = may.app().db().read().await?;
    let (account, _) = kept(&mut tx, &may, id).await?;
    let (reason, problems) = (String::new(), Problems::default());
    page::show(&LiftingPage { ui: &may.ui, account: &account, reason, problems })
}

pub(super) async fn send(
    may: May<KeepAccounts>,
    _: Reauthenticated,
    Path(id): Path<AccountId>,
    Form(form): Form<LiftForm>,
) -> Answer {
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let (account, site) = kept(&mut tx, &may, id).await?;
    let Some(reason) = Reason::from_code(&form.reason) else {
        let mut problems = Problems::default();
        problems.add("reason", may.frame().lifting_reason_needed());
        let page = LiftingPage { ui: &may.ui, account: &account, reason: form.reason, problems };
        return page::with_problems(&page);
    };
    lift(&mut tx, may.app(), may.who(), (id, site), reason, may.lang).await?;
    let now = may.app().clock().now();
    once::commit(tx, &form.once, Some(may.id()), "/comptes?lien=envoye", now).await
}

/// Somebody of a team they administer who has something to take away; never themselves, as whoever sits
/// at an open screen would.
async fn kept(tx: &mut Tx, may: &May<KeepAccounts>, id: AccountId) -> Result<(Account, SiteId), Nope> {
    let account = sql::find(tx, id).await?.filter(|_| id != may.id()).ok_or(Nope::NotFound)?;
    let mut theirs = account.memberships.iter().map(|membership| membership.site_id);
    let site = theirs.find(|site| may.sites().any(|mine| mine == *site)).ok_or(Nope::NotFound)?;
    let has_any = second::is_on(tx, id).await? || passkey::any(tx, id).await?;
    if has_any { Ok((account, site)) } else { Err(Nope::NotFound) }
}

/// Sends somebody a link behind which they begin without codes and passkeys, and tells the other
/// administrators of their teams.
///
/// # Errors
/// [`Nope::NotFound`] when nobody of that id is in the team; the store's.
pub async fn lift(
    tx: &mut Tx,
    app: &App,
    who: Who,
    (id, site): (AccountId, SiteId),
    reason: Reason,
    lang: Lang,
) -> Result<(), Nope> {
    let account = sql::find(tx, id).await?.ok_or(Nope::NotFound)?;
    if !account.memberships.iter().any(|membership| membership.site_id == site) {
        return Err(Nope::NotFound);
    }
    let theirs = account.lang.unwrap_or(lang);
    invitation::send_lifting_link(tx, app, (id, &account.email), reason, theirs).await?;
    let now = app.clock().now();
    for (email, spoken) in others(tx, who, id).await? {
        let w = words(spoken.unwrap_or(lang));
        let (subject, body) =
            (w.lifting_told_subject(), w.lifting_told_body(account.name.as_str(), label(reason, w)));
        outbox::put(tx, &Mail { to: email, subject, body }, now).await?;
    }
    Ok(audit::note(tx, who, Action::Lifting, id, Some(site), now).await?)
}

/// They have followed the link: what they lost opens nothing any more.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn carry_out(tx: &mut Tx, app: &App, account: AccountId) -> Result<(), DbError> {
    second::turn_off(tx, account).await?;
    passkey::forget_all(tx, account).await?;
    audit::note(tx, Who::LinkHolder, Action::Lifted, account, None, app.clock().now()).await
}

/// They have come in by what was said to be lost: the link sent for it serves nobody.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn call_off(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    let sql = "UPDATE invitation SET expires_at = 0
               WHERE account_id = $1 AND used_at IS NULL AND lifts_for IS NOT NULL";
    tx.run(sql, &[account.into()]).await?;
    Ok(())
}

/// The other administrators of somebody's teams.
async fn others(tx: &mut Tx, who: Who, account: AccountId) -> Result<Vec<(Email, Option<Lang>)>, DbError> {
    let rows: Vec<(Uuid, String, Option<String>)> = tx
        .all(
            "SELECT DISTINCT a.id, a.email, a.lang FROM account a
             JOIN membership m ON m.account_id = a.id AND m.role = 'administrator'
             JOIN membership theirs ON theirs.site_id = m.site_id AND theirs.account_id = $1
             WHERE a.closed_at IS NULL AND a.id <> $1 ORDER BY a.email",
            &[account.into()],
        )
        .await?;
    let told = rows.into_iter().filter(|(id, ..)| who.account().is_none_or(|doer| doer.0 != *id));
    Ok(told
        .filter_map(|(_, email, lang)| {
            Some((Email::parse(&email)?, lang.as_deref().and_then(Lang::from_code)))
        })
        .collect())
}

pub(super) fn label(reason: Reason, w: &Words) -> String {
    match reason {
        Reason::Lost => w.lifting_lost(),
        Reason::Stolen => w.lifting_stolen(),
        Reason::Broken => w.lifting_broken(),
        Reason::Replaced => w.lifting_replaced(),
    }
}
