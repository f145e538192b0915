//! `/donnees/responsable`.

use askama::Template;
use axum::http::StatusCode;
use care::stale::{Stale, differences};
use kernel::coded::Coded;
use platform::accounts::{Membership, Site};
use platform::web::may::{KeepAccounts, May};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Query, Ui, dates, once};

use super::form::ControllerForm;
use super::model::{Basis, Controller};
use super::{HERE, acts, sql};
use crate::whose::{self, Asked};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "controller/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    others: Vec<Membership>,
    form: ControllerForm,
    problems: Problems,
    stale: Option<Stale>,
    was_saved: bool,
}

impl EditPage<'_> {
    fn bases(&self) -> impl Iterator<Item = (Basis, String)> + '_ {
        Basis::all().map(|basis| (basis, basis.label(self.w)))
    }

    fn is_chosen(&self, basis: &Basis) -> bool {
        self.form.basis == basis.code()
    }
}

pub(super) async fn show(may: May<KeepAccounts>, Query(asked): Query<Asked>) -> Answer {
    let mut tx = may.app().db().read().await?;
    let site = whose::team(&mut tx, &may, &asked.equipe).await?;
    let stored = sql::of_site(&mut tx, site.id).await?;
    let form = ControllerForm::showing(stored.as_ref(), site.id.to_string());
    let edit = edit(&may, site, form, Problems::default());
    page::show(&EditPage { was_saved: asked.fait.is_some(), ..edit })
}

pub(super) async fn save(may: May<KeepAccounts>, Form(form): Form<ControllerForm>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().begin().await?;
    let site = whose::team(&mut tx, &may, &form.site).await?;
    let mut problems = Problems::default();
    let Some(controller) = form.read(w, &mut problems) else {
        return page::with_problems(&edit(&may, site, form, problems));
    };
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let now = may.app().clock().now();
    if !acts::save(&mut tx, (may.id(), now), site.id, &controller, form.version()).await? {
        drop(tx);
        return beside(&may, site, form, &controller).await;
    }
    let here = format!("{HERE}?equipe={}&fait=oui", site.id);
    once::commit(tx, &form.once, Some(may.id()), &here, now).await
}

/// What was typed beside what is stored; saving again then writes over the version shown.
async fn beside(may: &May<KeepAccounts>, site: Site, form: ControllerForm, typed: &Controller) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let stored = sql::of_site(&mut tx, site.id).await?.ok_or(Nope::Changed)?;
    let stale = Stale {
        by: stored.updated_by,
        at: dates::moment(stored.updated_at, may.lang),
        differences: differences(typed.lines(w), &stored.controller.lines(w)),
    };
    let form = ControllerForm { version: stored.version.to_string(), ..form };
    let page = EditPage { stale: Some(stale), ..edit(may, site, form, Problems::default()) };
    page::with_status(StatusCode::CONFLICT, &page)
}

fn edit<'a>(
    may: &'a May<KeepAccounts>,
    site: Site,
    form: ControllerForm,
    problems: Problems,
) -> EditPage<'a> {
    let others = whose::others(may, site.id);
    let w = words(may.lang);
    EditPage { ui: &may.ui, w, site, others, form, problems, stale: None, was_saved: false }
}
