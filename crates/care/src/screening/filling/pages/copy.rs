//! A sheet that came back: its code leads to the right file, where what was ticked is typed.

use askama::Template;
use kernel::id::{CaseId, FillingId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui};
use serde::Deserialize;

use super::address;
use super::opened::{read, take};
use super::shown::{own_words, parts};
use crate::heading::Heading;
use crate::screening::filling::model::{Filling, State};
use crate::screening::filling::sql;
use crate::screening::pages::questions::{self, Part};
use crate::screening::reading::Typed;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/filling/pages/code.html")]
struct CodePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    code: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "screening/filling/pages/copy.html")]
struct CopyPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    here: String,
    typed: Typed,
    parts: Vec<Part>,
    problems: Problems,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Code {
    code: String,
}

pub(super) async fn ask_code(may: May<RunCaseload>) -> Answer {
    let (code, problems) = (String::new(), Problems::default());
    page::show(&CodePage { ui: &may.ui, w: words(may.lang), code, problems })
}

/// Looks only: nothing is written.
pub(super) async fn find_code(may: May<RunCaseload>, Form(typed): Form<Code>) -> Answer {
    match leads_to(&may, &typed.code).await {
        Ok(there) => page::see(&there),
        Err(Nope::NotFound) => {
            let w = words(may.lang);
            let mut problems = Problems::default();
            problems.add("code", w.filling_no_such_code());
            page::with_problems(&CodePage { ui: &may.ui, w, code: typed.code, problems })
        }
        Err(other) => Err(other),
    }
}

/// The square on the sheet.
pub(super) async fn by_code(may: May<RunCaseload>, Path(code): Path<String>) -> Answer {
    page::see(&leads_to(&may, &code).await?)
}

/// # Errors
/// [`Nope::NotFound`] for no open sheet of a person whose file this account opens.
async fn leads_to(may: &May<RunCaseload>, typed: &str) -> Result<String, Nope> {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut tx = may.app().db().read().await?;
    let (case, filling) = sql::by_code(&mut tx, &code.to_ascii_uppercase()).await?.ok_or(Nope::NotFound)?;
    crate::caseload::visible(&mut tx, may.id(), case).await?.ok_or(Nope::NotFound)?;
    Ok(format!("{}/recopier", address(case, filling)))
}

pub(super) async fn show(may: May<RunCaseload>, Path((id, filling)): Path<(CaseId, FillingId)>) -> Answer {
    let (case, filling) = read(&may, id, filling).await?;
    if filling.state(may.app().clock().now()) != State::Open {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    let heading = Heading::of(&mut may.app().db().read().await?, &case).await?;
    let typed = own_words(&filling);
    page::show(&copy_page(&may, heading, &filling, typed, Problems::default()))
}

pub(super) async fn keep(
    may: May<RunCaseload>,
    Path((id, filling)): Path<(CaseId, FillingId)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words(may.lang);
    let mut taken = match take(&may, (id, filling), typed.first("once")).await? {
        Ok(taken) => taken,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = Problems::default();
    let held_on = problems.keep("held_on", typed.day("held_on").ok_or(()), |()| w.screening_day_needed());
    let asked: Vec<_> = taken.filling.parts.iter().map(|part| part.instrument).collect();
    let filling = taken.filling.clone();
    taken.filling.parts = questions::read_all(&asked, &typed, may.lang, &mut problems);
    match taken.finish(held_on, &may.ui, &mut problems).await? {
        Ok(done) => Ok(done),
        Err(case) => {
            let heading = Heading::of(&mut may.app().db().read().await?, &case).await?;
            page::with_problems(&copy_page(&may, heading, &filling, typed, problems))
        }
    }
}

fn copy_page<'a>(
    may: &'a May<RunCaseload>,
    heading: Heading,
    filling: &Filling,
    typed: Typed,
    problems: Problems,
) -> CopyPage<'a> {
    let parts = parts(filling, &typed, &may.ui);
    CopyPage {
        ui: &may.ui,
        w: words(may.lang),
        heading,
        here: address(filling.case, filling.id),
        typed,
        parts,
        problems,
    }
}
