//! The administrator's page: who has an account, inviting, closing.

use askama::Template;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;
use kernel::text::bounded;
use serde::Deserialize;

use super::model::Membership;
use super::sql::{self, Listed, NewAccount};
use crate::audit::{self, Action};
use crate::web::form::{Form, Problems};
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

#[derive(Deserialize)]
pub(super) struct CloseForm {
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "accounts/manage.html")]
struct AccountsPage<'a> {
    ui: &'a Ui,
    accounts: Vec<Listed>,
    sites: Vec<&'a Membership>,
    form: InviteForm,
    problems: Problems,
}

impl AccountsPage<'_> {
    fn role_label(&self, code: &str) -> String {
        Role::from_code(code).map(|role| role_label(role, self.ui.frame())).unwrap_or_default()
    }
}

/// A role in words.
fn role_label(role: Role, w: &Words) -> String {
    match role {
        Role::Prescriber => w.role_prescriber(),
        Role::LinkWorker => w.role_link_worker(),
        Role::Coordinator => w.role_coordinator(),
        Role::Administrator => w.role_administrator(),
    }
}

pub(super) async fn list(may: May<KeepAccounts>) -> Answer {
    page::show(&accounts_page(&may, InviteForm::default(), Problems::default()).await?)
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
    let now = may.app().clock().now();
    if sql::credentials(&mut tx, &new.email).await?.is_some() {
        problems.add("email", may.frame().email_taken());
        drop(tx);
        return page::with_problems(&accounts_page(&may, form, problems).await?);
    }
    sql::insert(&mut tx, &new, now).await?;
    sql::join(&mut tx, new.id, site, role).await?;
    super::invite(&mut tx, may.app(), new.id, &new.email, may.lang).await?;
    audit::note(&mut tx, may.who(), Action::Created, new.id, Some(site), now).await?;
    once::commit(tx, &form.once, Some(may.id()), "/comptes", now).await
}

pub(super) async fn close(
    may: May<KeepAccounts>,
    Path(id): Path<AccountId>,
    Form(form): Form<CloseForm>,
) -> Answer {
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let now = may.app().clock().now();
    if !sql::close(&mut tx, may.id(), id, now).await? {
        return Err(Nope::NotFound);
    }
    audit::note(&mut tx, may.who(), Action::Changed, id, Some(may.site()?), now).await?;
    once::commit(tx, &form.once, Some(may.id()), "/comptes", now).await
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
    let site = form.site.parse::<SiteId>().ok().filter(|site| may.sites().any(|mine| mine == *site));
    let site = problems.keep("site", site.ok_or(()), |()| w.site_needed());
    Some((NewAccount { id: AccountId::new(), name: name?, email: email?, phone: None }, site?, role?))
}

async fn accounts_page<'a>(
    may: &'a May<KeepAccounts>,
    form: InviteForm,
    problems: Problems,
) -> Result<AccountsPage<'a>, Nope> {
    let mut tx = may.app().db().read().await?;
    let accounts = sql::kept_by(&mut tx, may.id()).await?;
    let sites = may.account.memberships.iter().filter(|m| m.role == Role::Administrator).collect();
    Ok(AccountsPage { ui: &may.ui, accounts, sites, form, problems })
}
