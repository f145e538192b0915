//! `/droits/{person}`: what is held, who received it, who looked; and what can be asked.

use askama::Template;
use kernel::id::{CaseId, PersonId, SiteId};
use kernel::role::Role;
use platform::audit::Action;
use platform::paper::Printer;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui, dates};

use super::read::{self, Looked};
use super::{Stands, stands};
use crate::act::Acting;
use crate::caseload;
use crate::rights::model::Frozen;
use crate::rights::view::Section;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "rights/pages/person.html")]
struct PersonPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    id: PersonId,
    site: SiteId,
    name: String,
    /// A file this reader may open, to go back to and to correct.
    case: Option<CaseId>,
    sections: Vec<Section>,
    looks: Vec<Looked>,
    /// Whether the reader may freeze and erase.
    is_coordinator: bool,
    /// Whether this program sets paper.
    has_paper: bool,
}

#[derive(Template)]
#[template(path = "rights/pages/frozen.html")]
struct FrozenPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    frozen: Frozen,
    has_paper: bool,
}

impl FrozenPage<'_> {
    fn since(&self) -> String {
        dates::day_of(self.frozen.at, self.ui.lang)
    }
}

pub(in crate::rights) async fn show(may: May<RunCaseload>, Path(id): Path<PersonId>) -> Answer {
    let acting = Acting::by(&may);
    let (ui, w) = (&may.ui, words(may.lang));
    let mut tx = may.app().db().begin().await?;
    let site = match stands(&mut tx, &may, id).await? {
        Stands::Open(site) => site,
        Stands::Frozen(frozen) => {
            acting.trace(&mut tx, Action::Listed, id, frozen.site).await?;
            tx.commit().await?;
            let has_paper = Printer::of(may.app()).is_some();
            return page::show(&FrozenPage { ui, w, frozen, has_paper });
        }
    };
    acting.trace(&mut tx, Action::Read, id, site).await?;
    let read = read::of_person(&mut tx, id, ui).await?;
    let mut case = None;
    if let Some(latest) = caseload::of_person(&mut tx, id).await?.first() {
        case = caseload::visible(&mut tx, may.id(), latest.id).await?.map(|case| case.id);
    }
    tx.commit().await?;
    let is_coordinator = may.is_at(Role::Coordinator, site);
    page::show(&PersonPage {
        ui,
        w,
        id,
        site,
        name: read.person.addressed(),
        case,
        sections: read.sections,
        looks: read.looks,
        is_coordinator,
        has_paper: Printer::of(may.app()).is_some(),
    })
}
