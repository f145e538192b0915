//! `/droits/{person}`: what is held, who received it, who looked; and what can be asked.

use std::collections::BTreeMap;

use askama::Template;
use kernel::id::{CaseId, PersonId, SiteId};
use kernel::role::Role;
use platform::audit::{self, Action, Entry};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates};

use super::{Stands, stands};
use crate::act::Acting;
use crate::caseload;
use crate::person;
use crate::rights::looks;
use crate::rights::model::Frozen;
use crate::rights::view::{self, Section};
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
}

#[derive(Template)]
#[template(path = "rights/pages/frozen.html")]
struct FrozenPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    frozen: Frozen,
}

impl FrozenPage<'_> {
    fn since(&self) -> String {
        dates::day_of(self.frozen.at, self.ui.lang)
    }
}

/// Somebody who did one thing, how often, and when last.
struct Looked {
    who: String,
    did: String,
    times: i64,
    last: String,
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
            return page::show(&FrozenPage { ui, w, frozen });
        }
    };
    acting.trace(&mut tx, Action::Read, id, site).await?;
    let person = person::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    let sections = view::sections(&mut tx, &person, may.lang).await?;
    let looks = told(&looks::at(&mut tx, id).await?, ui);
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
        name: person.addressed(),
        case,
        sections,
        looks,
        is_coordinator,
    })
}

/// Whoever did something, by name; each thing they did counted, not told one by one.
fn told(entries: &[Entry], ui: &Ui) -> Vec<Looked> {
    let mut counted: BTreeMap<(String, String), (i64, i64)> = BTreeMap::new();
    for entry in entries {
        let key = (audit::labels::who(entry, ui.frame()), audit::labels::action(&entry.action, ui.frame()));
        let (times, last) = counted.entry(key).or_default();
        *times += 1;
        *last = entry.at.max(*last);
    }
    let looked = counted.into_iter().map(|((who, did), (times, last))| Looked {
        who,
        did,
        times,
        last: dates::day_of(last, ui.lang),
    });
    looked.collect()
}
