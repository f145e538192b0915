//! `/vos-donnees`, and each team's sheets.

use askama::Template;
use kernel::Lang;
use kernel::id::SiteId;
use kernel::role::Permission;
use platform::accounts::{Site, sites};
use platform::held::Holding;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Query, Ui, dates};
use serde::Deserialize;

use super::telling::{self, Easy, Facts, Notice};
use crate::controller::{self, Controller};
use crate::figures::OF_THE_CODE;
use crate::register;
use crate::words::{Words, words};

/// A sheet in another language than the reader's, to hand to somebody.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Spoken {
    langue: String,
}

#[derive(Template)]
#[template(path = "notice/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    sites: Vec<Site>,
}

#[derive(Template)]
#[template(path = "notice/plain.html")]
struct PlainPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    controller: Option<Controller>,
    officer: Option<String>,
    notice: Notice,
    today: String,
}

#[derive(Template)]
#[template(path = "notice/easy.html")]
struct EasyPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    officer: Option<String>,
    parts: Vec<Easy>,
}

impl EasyPage<'_> {
    fn in_this_language(&self) -> String {
        in_language(self.ui)
    }
}

impl PlainPage<'_> {
    fn in_this_language(&self) -> String {
        in_language(self.ui)
    }

    /// Whoever may have it said is told that something is missing; nobody else could do anything.
    fn says_what_is_missing(&self) -> bool {
        self.controller.is_none() && self.ui.may(Permission::AnswerForData)
    }
}

/// For an address: the language this sheet was asked in.
fn in_language(ui: &Ui) -> String {
    format!("?langue={}", ui.lang.code())
}

pub(super) async fn list(_: Open, ui: Ui) -> Answer {
    let sites = sites::all(&mut ui.app.db().read().await?).await?;
    page::show(&ListPage { ui: &ui, w: words(ui.lang), sites })
}

pub(super) async fn plain(_: Open, ui: Ui, Path(id): Path<SiteId>, Query(spoken): Query<Spoken>) -> Answer {
    let told = Told::of(ui, id, &spoken).await?;
    let notice = telling::plainly(&told.facts());
    let today = dates::plain(told.ui.today(), told.ui.lang);
    let Told { ui, site, controller, officer, .. } = told;
    let w = words(ui.lang);
    page::show(&PlainPage { ui: &ui, w, site, controller, officer, notice, today })
}

pub(super) async fn easy(_: Open, ui: Ui, Path(id): Path<SiteId>, Query(spoken): Query<Spoken>) -> Answer {
    let told = Told::of(ui, id, &spoken).await?;
    let parts = telling::easily(&told.facts());
    let Told { ui, site, officer, .. } = told;
    page::show(&EasyPage { ui: &ui, w: words(ui.lang), site, officer, parts })
}

struct Told {
    ui: Ui,
    site: Site,
    controller: Option<Controller>,
    officer: Option<String>,
    held: Vec<Holding>,
}

impl Told {
    async fn of(mut ui: Ui, id: SiteId, spoken: &Spoken) -> Result<Told, Nope> {
        ui.lang = Lang::from_code(&spoken.langue).unwrap_or(ui.lang);
        let mut tx = ui.app.db().read().await?;
        let site = sites::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
        let controller = controller::of_site(&mut tx, id).await?.map(|stored| stored.controller);
        drop(tx);
        let officer = controller.as_ref().and_then(|controller| register::officer(&controller.officer));
        let held = register::holdings(&ui.app, ui.lang);
        Ok(Told { ui, site, controller, officer, held })
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            site: &self.site,
            controller: self.controller.as_ref(),
            held: &self.held,
            figures: OF_THE_CODE,
            lang: self.ui.lang,
        }
    }
}
