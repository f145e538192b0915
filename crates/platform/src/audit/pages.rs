//! The administrator's view of the trail.

use crate::web::routes::{Routes, get};
use askama::Template;
use kernel::role::Permission;
use serde::Deserialize;

use super::labels;
use super::sql::{self, Entry};
use crate::web::dates;
use crate::web::form::Query;
use crate::web::may::{May, ReadAudit};
use crate::web::navigation::Menu;
use crate::web::page::{self, Answer};
use crate::web::pager::{self, Pager};
use crate::web::ui::Ui;

const PER_PAGE: usize = 50;

pub fn routes() -> Routes {
    Routes::new().route("/journal", get(show))
}

pub fn navigation(ui: &Ui, menu: &mut Menu) {
    if ui.may(Permission::ReadAudit) {
        menu.add(90, "/journal", ui.frame().menu_audit());
    }
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    page: u16,
}

#[derive(Template)]
#[template(path = "audit/trail.html")]
struct TrailPage<'a> {
    ui: &'a Ui,
    entries: Vec<Entry>,
    pager: Pager,
}

impl TrailPage<'_> {
    fn moment(&self, entry: &Entry) -> String {
        dates::moment(entry.at, self.ui.lang)
    }

    fn who(&self, entry: &Entry) -> String {
        labels::who(entry, self.ui.frame())
    }

    fn action(&self, entry: &Entry) -> String {
        labels::action(&entry.action, self.ui.frame())
    }

    fn kind(&self, entry: &Entry) -> String {
        labels::kind(&entry.subject_kind, self.ui.frame())
    }
}

async fn show(may: May<ReadAudit>, Query(wanted): Query<Wanted>) -> Answer {
    let page = wanted.page.max(1);
    let mut tx = may.app().db().read().await?;
    let (skipped, taken) = pager::span(page, PER_PAGE);
    let entries = sql::page(&mut tx, may.id().0, skipped, taken).await?;
    let (entries, pager) = pager::shown(page, PER_PAGE, entries, |page| format!("/journal?page={page}"));
    page::show(&TrailPage { ui: &may.ui, entries, pager })
}
