//! `/personnes/{case}/plan`.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use kernel::id::CaseId;
use platform::web::form::{Form, Problems, Query};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates, once};
use serde::Deserialize;

use super::acts::{self, Unsaved};
use super::form::PlanForm;
use super::lines;
use super::model::{Goal, Plan};
use super::sql::{self, Stored};
use crate::act::Acting;
use crate::caseload::Case;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::heading::Heading;
use crate::screening::{Measure, measures_of_case};
use crate::stale::{Line, Stale, differences, said};
use crate::words::{Words, words};

#[derive(Deserialize)]
pub(super) struct Arrival {
    enregistre: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    form: PlanForm,
    problems: Problems,
    stale: Option<Stale>,
    /// Who saved last, and when; none before the first plan.
    updated: Option<String>,
    was_saved: bool,
    /// The words that stand at each place, to tell a goal said better from another goal.
    standing: Vec<Goal>,
}

impl EditPage<'_> {
    fn stands_at(&self, place: &usize) -> bool {
        self.standing.iter().any(|goal| usize::try_from(goal.place) == Ok(*place))
    }

    fn goal_hint(&self, place: &usize) -> String {
        if *place == 1 { self.w.plan_goal_hint() } else { String::new() }
    }

    fn number(&self, index: &usize) -> i64 {
        i64::try_from(*index).unwrap_or_default()
    }
}

/// For a closed case, and before the first contact.
#[derive(Template)]
#[template(path = "plan/read.html")]
struct ReadPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    lines: Vec<Line>,
    /// What somebody typed that cannot be saved here.
    typed: Vec<Line>,
}

pub(super) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let opened = Opened::read(&may, id).await?;
    if acts::may_be_planned(&opened.case).is_err() {
        return page::show(&opened.into_read(&may, Vec::new()));
    }
    let form = opened.form(&may);
    let edit = opened.into_edit(&may, form, Problems::default());
    page::show(&EditPage { was_saved: arrival.enregistre.is_some(), ..edit })
}

pub(super) async fn save(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(fields): Form<HashMap<String, String>>,
) -> Answer {
    let form = PlanForm::typed(fields);
    let w = words(may.lang);
    let mut problems = Problems::default();
    let Some(draft) = form.read(w, &mut problems) else {
        let opened = Opened::read(&may, id).await?;
        return page::with_problems(&opened.into_edit(&may, form, problems));
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let unsaved = match acts::agree(&mut tx, &acting, &case, &draft, form.version()).await? {
        Ok(()) => {
            let here = format!("/personnes/{id}/plan?enregistre=oui");
            return once::commit(tx, &form.once, Some(may.id()), &here, acting.now).await;
        }
        Err(unsaved) => unsaved,
    };
    drop(tx);
    let opened = Opened::read(&may, id).await?;
    let typed = draft.lines(may.lang);
    match unsaved {
        Unsaved::Refused(_) => page::with_status(StatusCode::CONFLICT, &opened.into_read(&may, said(typed))),
        Unsaved::Stale => page::with_status(StatusCode::CONFLICT, &opened.beside(&may, form, typed)),
        Unsaved::Day(day) => {
            let problems = form.refused(day, w);
            page::with_problems(&opened.into_edit(&may, form, problems))
        }
    }
}

/// A file opened to read its plan.
struct Opened {
    case: Case,
    heading: Heading,
    goals: Vec<Goal>,
    stored: Option<Stored>,
    measures: Vec<Measure>,
}

impl Opened {
    async fn read(may: &May<RunCaseload>, id: CaseId) -> Result<Opened, Nope> {
        let mut tx = may.app().db().begin().await?;
        let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
        let heading = Heading::of(&mut tx, &case).await?;
        let goals = sql::goals(&mut tx, id).await?;
        let stored = sql::of_case(&mut tx, id).await?;
        let measures = measures_of_case(&mut tx, id).await?;
        tx.commit().await?;
        Ok(Opened { case, heading, goals, stored, measures })
    }

    fn version(&self) -> i64 {
        self.stored.as_ref().map_or(0, |stored| stored.version)
    }

    fn form(&self, ui: &Ui) -> PlanForm {
        match &self.stored {
            Some(stored) => PlanForm::showing(&stored.plan, &self.goals, stored.version),
            None => PlanForm::first(ui.today(), &self.measures),
        }
    }

    fn lines(&self, ui: &Ui) -> Vec<Line> {
        let plan = self.stored.as_ref().map_or_else(Plan::default, |stored| stored.plan.clone());
        lines::stored(&self.goals, &plan, ui.lang)
    }

    fn into_read<'a>(self, ui: &'a Ui, typed: Vec<Line>) -> ReadPage<'a> {
        let lines = said(self.lines(ui));
        ReadPage { ui, w: words(ui.lang), heading: self.heading, lines, typed }
    }

    fn into_edit<'a>(self, ui: &'a Ui, form: PlanForm, problems: Problems) -> EditPage<'a> {
        let w = words(ui.lang);
        let moment = |second| dates::moment(second, ui.lang);
        let updated =
            self.stored.map(|stored| w.assess_updated(&stored.updated_by, moment(stored.updated_at)));
        let (heading, standing) = (self.heading, self.goals);
        EditPage { ui, w, heading, form, problems, stale: None, updated, was_saved: false, standing }
    }

    /// What was typed beside what is stored; saving again then writes over the version shown.
    fn beside<'a>(self, ui: &'a Ui, form: PlanForm, typed: Vec<Line>) -> EditPage<'a> {
        let differences = differences(typed, &self.lines(ui));
        let form = PlanForm { version: self.version().to_string(), ..form };
        let stale = self.stored.as_ref().map(|stored| Stale {
            by: stored.updated_by.clone(),
            at: dates::moment(stored.updated_at, ui.lang),
            differences,
        });
        EditPage { stale, ..self.into_edit(ui, form, Problems::default()) }
    }
}
