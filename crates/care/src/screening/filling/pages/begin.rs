//! Beginning a questionnaire in one of its ways, coming back to it, giving it up.

use kernel::coded::Coded;
use kernel::id::{CaseId, FillingId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, once};

use super::address;
use super::opened::{read, take};
use crate::act::Acting;
use crate::caseload::acts::open_to_change;
use crate::instruments::{self, Asker};
use crate::screening::filling::acts::{self, NotBegun};
use crate::screening::filling::model::{State, Way};
use crate::screening::filling::sql;
use crate::screening::reading::Typed;

/// Which begins nothing: everything is answered at once.
const ALL_ON_ONE_PAGE: &str = "page";

pub(super) async fn begin(may: May<RunCaseload>, Path(id): Path<CaseId>, Form(typed): Form<Typed>) -> Answer {
    let home = format!("/personnes/{id}/mesures");
    let acting = Acting::by(&may);
    let key = typed.first("once");
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let offered = instruments::used(&mut tx, case.site_id, Asker::at(&may, case.site_id)).await?;
    let asked = typed.instruments(offered);
    if asked.is_empty() {
        return page::see(&format!("{home}?rien=oui#again"));
    }
    if typed.first("way") == ALL_ON_ONE_PAGE {
        let fields: Vec<String> = asked.iter().map(|one| format!("instrument={}", one.code)).collect();
        return page::see(&format!("{home}/nouvelle?{}", fields.join("&")));
    }
    let way = Way::from_code(typed.first("way")).ok_or(Nope::Unreadable)?;
    match acts::begin(&mut tx, &acting, &case, way, &asked).await? {
        Ok(filling) => once::commit(tx, key, Some(may.id()), &address(id, filling), acting.now).await,
        Err(NotBegun::CaseClosed) => page::see(&home),
        Err(NotBegun::NotAlone) => page::see(&format!("{home}?seul=non#again")),
    }
}

/// To the question that comes next, the link or the sheet.
pub(super) async fn show(may: May<RunCaseload>, Path((id, filling)): Path<(CaseId, FillingId)>) -> Answer {
    let (_, filling) = read(&may, id, filling).await?;
    let here = address(id, filling.id);
    page::see(&match (filling.state(may.app().clock().now()), filling.way) {
        (State::Open, Way::Together | Way::Phone) => format!("{here}/question/{}", filling.next()),
        (State::Open, Way::Link) => format!("{here}/lien"),
        (State::Open, Way::Paper) => format!("{here}/feuille"),
        _ => format!("/personnes/{id}/mesures"),
    })
}

pub(super) async fn drop(
    may: May<RunCaseload>,
    Path((id, filling)): Path<(CaseId, FillingId)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut taken = match take(&may, (id, filling), typed.first("once")).await? {
        Ok(taken) => taken,
        Err(elsewhere) => return Ok(elsewhere),
    };
    sql::drop(&mut taken.tx, filling, taken.acting.now).await?;
    taken.commit(&format!("/personnes/{id}/mesures")).await
}
