//! `/personnes/{case}/point`.

use askama::Template;
use axum::http::StatusCode;
use directory::vocabulary::{Coded, topics};
use kernel::id::CaseId;
use platform::db::Tx;
use platform::web::form::{Form, Problems, Query};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates, once};
use serde::Deserialize;

use super::acts::{self, Unsaved};
use super::form::AssessmentForm;
use super::labels::{self, LANGUAGES, day_label, language_label};
use super::model::{Assessment, Constraint, DigitalEase, HalfDay, Means, Need, PriorityArea, Slot, WEEK};
use super::sql::{self, Stored};
use crate::act::Acting;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::caseload::{Case, State};
use crate::heading::Heading;
use crate::stale::{Difference, Line, Stale, differences, said};
use crate::words::{Words, words};

#[derive(Deserialize)]
pub(super) struct Arrival {
    enregistre: Option<String>,
}

#[derive(Template)]
#[template(path = "assessment/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    form: AssessmentForm,
    problems: Problems,
    stale: Option<Stale>,
    /// Who saved last, and when.
    updated: Option<String>,
    was_saved: bool,
}

/// For a closed case, and before the first contact.
#[derive(Template)]
#[template(path = "assessment/read.html")]
struct ReadPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    lines: Vec<Line>,
    /// What somebody typed that cannot be saved here.
    typed: Vec<Line>,
}

/// A box to tick.
struct Choice {
    value: String,
    label: String,
    is_ticked: bool,
}

/// The half-days of one day, each called by its half alone.
struct Day {
    name: String,
    halves: Vec<Choice>,
}

pub(super) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let opened = Opened::read(&may, id).await?;
    if !opened.may_be_written() {
        return page::show(&opened.into_read(&may, Vec::new()));
    }
    let form = opened.form();
    let edit = opened.into_edit(&may, form, Problems::default());
    page::show(&EditPage { was_saved: arrival.enregistre.is_some(), ..edit })
}

pub(super) async fn save(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<AssessmentForm>,
) -> Answer {
    let mut problems = Problems::default();
    let Some(assessment) = form.read(words(may.lang), &mut problems) else {
        let opened = Opened::read(&may, id).await?;
        return page::with_problems(&opened.into_edit(&may, form, problems));
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let unsaved = match acts::save(&mut tx, &acting, case, &assessment, form.version()).await? {
        Ok(()) => {
            let here = format!("/personnes/{id}/point?enregistre=oui");
            return once::commit(tx, &form.once, Some(may.id()), &here, acting.now).await;
        }
        Err(unsaved) => unsaved,
    };
    drop(tx);
    let opened = Opened::read(&may, id).await?;
    let typed = assessment.lines(may.lang);
    match unsaved {
        Unsaved::Refused(_) => page::with_status(StatusCode::CONFLICT, &opened.into_read(&may, said(typed))),
        Unsaved::Stale => page::with_status(StatusCode::CONFLICT, &opened.beside(&may, form, typed)),
    }
}

/// A file opened to read its assessment.
struct Opened {
    case: Case,
    heading: Heading,
    stored: Option<Stored>,
}

impl Opened {
    async fn read(may: &May<RunCaseload>, id: CaseId) -> Result<Opened, Nope> {
        let mut tx: Tx = may.app().db().begin().await?;
        let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
        let heading = Heading::of(&mut tx, &case).await?;
        let stored = sql::stored(&mut tx, id).await?;
        tx.commit().await?;
        Ok(Opened { case, heading, stored })
    }

    fn may_be_written(&self) -> bool {
        matches!(self.case.state, State::InAssessment | State::Active | State::Paused { .. })
    }

    fn version(&self) -> i64 {
        self.stored.as_ref().map_or(0, |stored| stored.version)
    }

    fn form(&self) -> AssessmentForm {
        let empty = Assessment::default();
        let assessment = self.stored.as_ref().map_or(&empty, |stored| &stored.assessment);
        AssessmentForm::showing(assessment, self.version())
    }

    fn lines(&self, ui: &Ui) -> Vec<Line> {
        self.stored.as_ref().map(|stored| stored.assessment.lines(ui.lang)).unwrap_or_default()
    }

    fn into_read<'a>(self, ui: &'a Ui, typed: Vec<Line>) -> ReadPage<'a> {
        let lines = said(self.lines(ui));
        ReadPage { ui, w: words(ui.lang), heading: self.heading, lines, typed }
    }

    fn into_edit<'a>(self, ui: &'a Ui, form: AssessmentForm, problems: Problems) -> EditPage<'a> {
        let w = words(ui.lang);
        let updated = self
            .stored
            .map(|stored| w.assess_updated(&stored.updated_by, dates::moment(stored.updated_at, ui.lang)));
        EditPage { ui, w, heading: self.heading, form, problems, stale: None, updated, was_saved: false }
    }

    /// What was typed beside what is stored; saving again then writes over the version shown.
    fn beside<'a>(self, ui: &'a Ui, form: AssessmentForm, typed: Vec<Line>) -> EditPage<'a> {
        let differences: Vec<Difference> = differences(typed, &self.lines(ui));
        let form = AssessmentForm { version: self.version().to_string(), ..form };
        let stale = self.stored.as_ref().map(|stored| Stale {
            by: stored.updated_by.clone(),
            at: dates::moment(stored.updated_at, ui.lang),
            differences,
        });
        EditPage { stale, ..self.into_edit(ui, form, Problems::default()) }
    }
}

impl EditPage<'_> {
    fn needs(&self) -> Vec<Choice> {
        choices(Need::all().map(|need| (need.code().to_owned(), need.label(self.w))), &self.form.needs)
    }

    fn levers(&self) -> Vec<Choice> {
        let all = labels::levers(self.w).into_iter().map(|(code, label)| (code.to_owned(), label));
        choices(all, &self.form.levers)
    }

    fn topics(&self) -> Vec<Choice> {
        let label = |code: &str, label: &str| (code.to_owned(), label.to_owned());
        let all = topics().iter().map(|topic| label(topic.code.as_str(), topic.label(self.ui.lang)));
        choices(all, &self.form.topics)
    }

    fn constraints(&self) -> Vec<Choice> {
        let all = Constraint::all().map(|one| (one.code().to_owned(), one.label(self.w)));
        choices(all, &self.form.constraints)
    }

    fn languages(&self) -> Vec<Choice> {
        let all = LANGUAGES.iter().filter_map(|code| directory::vocabulary::Language::parse(code));
        choices(all.map(|one| (one.as_str().to_owned(), language_label(&one, self.w))), &self.form.languages)
    }

    fn week(&self) -> Vec<Day> {
        let halves = |day| HalfDay::all().map(move |half| (Slot { day, half }.code(), half.label(self.w)));
        let of = |day| Day { name: day_label(day, self.w), halves: choices(halves(day), &self.form.times) };
        WEEK.into_iter().map(of).collect()
    }

    fn means(&self) -> Vec<Choice> {
        self.one_of(Means::label, &self.form.reach_by)
    }

    fn digital_ease(&self) -> Vec<Choice> {
        self.one_of(DigitalEase::label, &self.form.digital_ease)
    }

    fn priority_area(&self) -> Vec<Choice> {
        self.one_of(PriorityArea::label, &self.form.priority_area)
    }

    /// First what is chosen when the person did not say.
    fn one_of<T: Coded>(&self, label: fn(T, &Words) -> String, chosen: &String) -> Vec<Choice> {
        let unsaid = (String::new(), self.w.assess_unsaid());
        let all = T::all().map(|one| (one.code().to_owned(), label(one, self.w)));
        choices(std::iter::once(unsaid).chain(all), std::slice::from_ref(chosen))
    }
}

fn choices(all: impl Iterator<Item = (String, String)>, ticked: &[String]) -> Vec<Choice> {
    all.map(|(value, label)| Choice { is_ticked: ticked.contains(&value), value, label }).collect()
}
