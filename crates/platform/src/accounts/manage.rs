//! The administrator's page: who is in the team, inviting, sending a new link, ending.

use askama::Template;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;
use kernel::text::bounded;
use serde::Deserialize;

use super::admission::{self, Admitted};
use super::model::Membership;
use super::sql::{self, Listed, NewAccount};
use crate::web::form::{Form, Problems, Query};
use crate::web::may::{KeepAccounts, May};
use crate::web::nope::Nope;
use crate::web::once;
use crate::web::page::{self, Answer};
use crate::web::path::Path;
use crate::web::ui::Ui;
use crate::words::Words;

const LONGEST_NAME: usize = 120;

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct InviteForm {
    #[serde(default)]
    once: String,
    name: String,
    email: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    site: String,
}

/// A button on somebody's line: what they are at one site.
#[derive(Deserialize)]
pub(super) struct LineForm {
    #[serde(default)]
    once: String,
    #[serde(default)]
    site: String,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    /// They have just sent somebody a new link.
    lien: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/manage.html")]
struct AccountsPage<'a> {
    ui: &'a Ui,
    accounts: Vec<Listed>,
    sites: Vec<&'a Membership>,
    form: InviteForm,
    problems: Problems,
    is_link_sent: bool,
}

impl AccountsPage<'_> {
    fn is_me(&self, listed: &Listed) -> bool {
        self.ui.account.as_ref().is_some_and(|account| account.id.0 == listed.id)
    }

    fn role_label(&self, code: &str) -> String {
        Role::from_code(code).map(|role| role_label(role, self.ui.frame())).unwrap_or_default()
    }
}

/// A role in words.
pub(super) fn role_label(role: Role, w: &Words) -> String {
    match role {
        Role::Prescriber => w.role_prescriber(),
        Role::LinkWorker => w.role_link_worker(),
        Role::Coordinator => w.role_coordinator(),
        Role::Administrator => w.role_administrator(),
    }
}

pub(super) async fn list(may: May<KeepAccounts>, Query(arrival): Query<Arrival>) -> Answer {
    let page = accounts_page(&may, InviteForm::default(), Problems::default()).await?;
    page::show(&AccountsPage { is_link_sent: arrival.lien.is_some(), ..page })
}

pub(super) async fn add(may: May<KeepAccounts>, Form(form): Form<InviteForm>) -> Answer {
    let mut problems = Problems::default();
    let Some((new, site, role)) = parse(&may, &form, &mut problems) else {
        return page::with_problems(&accounts_page(&may, form, problems).await?);
    };
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let admitted = admission::admit(&mut tx, may.app(), may.who(), &new, (site, role), may.lang).await?;
    if let Admitted::Already(..) = admitted {
        drop(tx);
        problems.add("email", may.frame().already_in_team());
        return page::with_problems(&accounts_page(&may, form, problems).await?);
    }
    once::commit(tx, &form.once, Some(may.id()), "/comptes", may.app().clock().now()).await
}

pub(super) async fn send_link(
    may: May<KeepAccounts>,
    Path(id): Path<AccountId>,
    Form(form): Form<LineForm>,
) -> Answer {
    let site = kept_site(&may, &form.site).ok_or(Nope::NotFound)?;
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    admission::renew(&mut tx, may.app(), may.who(), (id, site), may.lang).await?;
    let now = may.app().clock().now();
    once::commit(tx, &form.once, Some(may.id()), "/comptes?lien=envoye", now).await
}

/// Of anybody but themselves: a team keeps who administers it.
pub(super) async fn close(
    may: May<KeepAccounts>,
    Path(id): Path<AccountId>,
    Form(form): Form<LineForm>,
) -> Answer {
    let site = kept_site(&may, &form.site).filter(|_| id != may.id()).ok_or(Nope::NotFound)?;
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    admission::release(&mut tx, may.app(), may.who(), (id, site)).await?;
    once::commit(tx, &form.once, Some(may.id()), "/comptes", may.app().clock().now()).await
}

/// A site they administer, as a form names it.
fn kept_site(may: &May<KeepAccounts>, typed: &str) -> Option<SiteId> {
    typed.parse::<SiteId>().ok().filter(|site| may.sites().any(|mine| mine == *site))
}

fn parse(
    may: &May<KeepAccounts>,
    form: &InviteForm,
    problems: &mut Problems,
) -> Option<(NewAccount, SiteId, Role)> {
    let w = may.frame();
    let name = problems.keep("name", bounded(&form.name, LONGEST_NAME), |_| w.name_needed());
    let email = problems.keep("email", Email::parse(&form.email).ok_or(()), |()| w.email_unreadable());
    let role = problems.keep("role", Role::from_code(&form.role).ok_or(()), |()| w.role_needed());
    let site = problems.keep("site", kept_site(may, &form.site).ok_or(()), |()| w.site_needed());
    Some((NewAccount { id: AccountId::new(), name: name?, email: email?, phone: None }, site?, role?))
}

async fn accounts_page<'a>(
    may: &'a May<KeepAccounts>,
    form: InviteForm,
    problems: Problems,
) -> Result<AccountsPage<'a>, Nope> {
    let mut tx = may.app().db().read().await?;
    let accounts = sql::kept_by(&mut tx, may.id(), may.app().wall().now()).await?;
    let sites = may.account.memberships.iter().filter(|m| m.role == Role::Administrator).collect();
    Ok(AccountsPage { ui: &may.ui, accounts, sites, form, problems, is_link_sent: false })
}
