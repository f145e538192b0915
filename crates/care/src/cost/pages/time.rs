//! `/personnes/{case}/temps`: every line of time spent, and one more.

use askama::Template;
use kernel::id::{CaseId, TimeSpentId};
use kernel::role::Role;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Query, Ui, dates, once};
use serde::Deserialize;

use super::time_form::{self, TimeForm, USUAL};
use crate::act::Acting;
use crate::caseload::{Case, acts as cases};
use crate::cost::model::TimeSpent;
use crate::cost::{acts, labels, sql};
use crate::heading::Heading;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "cost/pages/time.html")]
struct TimePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    spent: i64,
    lines: Vec<Line>,
    form: TimeForm,
    problems: Problems,
    was_noted: bool,
}

/// As its reader sees it.
struct Line {
    id: TimeSpentId,
    minutes: String,
    on: String,
    day: String,
    by: String,
    may_go: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct Arrival {
    note: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct Away {
    once: String,
    line: String,
}

impl TimePage<'_> {
    fn sum(&self) -> String {
        labels::minutes(self.spent, self.ui.lang)
    }
}

pub(in crate::cost) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    page::show(&opened(&may, id, None, arrival.note.is_some()).await?)
}

pub(in crate::cost) async fn log(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<TimeForm>,
) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut problems = Problems::default();
    let Some(spent) = form.parse(w, &mut problems) else { return again(&may, id, form, problems).await };
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = cases::open_to_change(&mut tx, &acting, id, None).await?;
    if let Err(refused) = acts::log(&mut tx, &acting, &case, &spent).await? {
        drop(tx);
        problems.add("day", time_form::said(refused, w, |day| dates::plain(day, may.lang)));
        return again(&may, id, form, problems).await;
    }
    let location = match form.from.as_str() {
        "dossier" => format!("/personnes/{id}#temps"),
        _ => format!("/personnes/{id}/temps?note=oui"),
    };
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

pub(in crate::cost) async fn take_away(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<Away>,
) -> Answer {
    let acting = Acting::by(&may);
    let line: TimeSpentId = form.line.parse().map_err(|_| Nope::NotFound)?;
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = cases::open_to_change(&mut tx, &acting, id, None).await?;
    let is_coordinator = may.is_at(Role::Coordinator, case.site_id);
    acts::take_away(&mut tx, &case, line, (may.id(), is_coordinator)).await?;
    let location = format!("/personnes/{id}/temps?note=oui");
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

async fn again(may: &May<RunCaseload>, id: CaseId, form: TimeForm, problems: Problems) -> Answer {
    page::with_problems(&opened(may, id, Some((form, problems)), false).await?)
}

async fn opened(
    may: &May<RunCaseload>,
    id: CaseId,
    typed: Option<(TimeForm, Problems)>,
    was_noted: bool,
) -> Result<TimePage<'_>, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let case = cases::open_to_read(&mut tx, &acting, id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    let times = sql::times::of_case(&mut tx, id).await?;
    let standing = sql::visits::of_case(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    tx.commit().await?;
    let blank = || (TimeForm::blank(&standing, may.today()), Problems::default());
    let (form, problems) = typed.unwrap_or_else(blank);
    let (spent, w) = (times.iter().map(|time| time.spent.minutes).sum(), words(may.lang));
    let lines = times.into_iter().map(|time| line(time, may, &case)).collect();
    Ok(TimePage { ui: &may.ui, w, heading, spent, lines, form, problems, was_noted })
}

fn line(time: TimeSpent, may: &May<RunCaseload>, case: &Case) -> Line {
    Line {
        id: time.id,
        minutes: labels::minutes(time.spent.minutes, may.lang),
        on: time.spent.on.label(words(may.lang)),
        day: dates::plain(time.spent.day, may.lang),
        may_go: time.by == may.id() || may.is_at(Role::Coordinator, case.site_id),
        by: time.by_name,
    }
}
