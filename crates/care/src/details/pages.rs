//! `/personnes/{case}/coordonnees`.

use askama::Template;
use axum::http::StatusCode;
use kernel::id::CaseId;
use platform::db::Tx;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates, once};

use super::acts::{self, Stale as TooLate};
use super::lines::lines;
use crate::act::Acting;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::heading::Heading;
use crate::person::{self, Person, Stored};
use crate::referral::form::{Asking, ReferralForm};
use crate::stale::{Stale, differences};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "details/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    form: ReferralForm,
    problems: Problems,
    stale: Option<Stale>,
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let (heading, stored) = opened(&may, id).await?;
    let form = ReferralForm::showing(&stored.person, stored.version);
    let (ui, w) = (&may.ui, words(may.lang));
    page::show(&EditPage { ui, w, heading, form, problems: Problems::default(), stale: None })
}

pub(super) async fn save(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<ReferralForm>,
) -> Answer {
    let (ui, w) = (&may.ui, words(may.lang));
    let mut problems = Problems::default();
    let typed = form.parse(Asking::ForSomebody, may.today(), w, &mut problems);
    let Some(typed) = typed.filter(|_| problems.is_empty()) else {
        let (heading, _) = opened(&may, id).await?;
        return page::with_problems(&EditPage { ui, w, heading, form, problems, stale: None });
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let right = Person { id: case.person_id, site_id: case.site_id, ..typed.person };
    match acts::correct(&mut tx, &acting, &right, form.version).await? {
        Ok(()) => once::commit(tx, &form.once, Some(may.id()), &format!("/personnes/{id}"), acting.now).await,
        Err(TooLate) => {
            drop(tx);
            let (heading, stored) = opened(&may, id).await?;
            page::with_status(StatusCode::CONFLICT, &beside(ui, heading, &stored, &right))
        }
    }
}

async fn opened(may: &May<RunCaseload>, id: CaseId) -> Result<(Heading, Stored), Nope> {
    let mut tx: Tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    let stored = person::stored(&mut tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    tx.commit().await?;
    Ok((heading, stored))
}

/// What was typed beside what is stored; saving again then writes over the version shown.
fn beside<'a>(ui: &'a Ui, heading: Heading, stored: &Stored, typed: &Person) -> EditPage<'a> {
    let w = words(ui.lang);
    let stale = Stale {
        by: stored.corrected_by.clone().unwrap_or_default(),
        at: stored.corrected_at.map(|at| dates::moment(at, ui.lang)).unwrap_or_default(),
        differences: differences(lines(typed, ui.lang), &lines(&stored.person, ui.lang)),
    };
    let form = ReferralForm::showing(typed, stored.version);
    EditPage { ui, w, heading, form, problems: Problems::default(), stale: Some(stale) }
}
