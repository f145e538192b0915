//! `/personnes/{case}/cloture`.

use askama::Template;
use axum::http::StatusCode;
use kernel::coded::Coded;
use kernel::id::CaseId;
use kernel::text::optional;
use platform::web::form::{Form, Problems};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates, once};
use serde::Deserialize;

use super::farewell;
use crate::act::Acting;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::caseload::{Case, Outcome, State};
use crate::connection::{self, Connection};
use crate::heading::Heading;
use crate::outcome::acts::NotClosed;
use crate::outcome::model::{Closing, LONGEST_NOTE};
use crate::outcome::{acts, rules, sql};
use crate::screening;
use crate::words::{Words, words};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::outcome) struct ClosingForm {
    once: String,
    outcome: String,
    note: String,
    withdraws: Option<String>,
}

#[derive(Template)]
#[template(path = "outcome/pages/closing.html")]
struct ClosingPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    known: Known,
    form: ClosingForm,
    problems: Problems,
}

impl ClosingPage<'_> {
    fn outcomes(&self) -> Vec<(&'static str, String)> {
        Outcome::all().map(|outcome| (outcome.code(), capitalized(&outcome.label(self.w)))).collect()
    }
}

#[derive(Template)]
#[template(path = "outcome/pages/ended.html")]
struct ClosedPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    known: Known,
    outcome: String,
    /// The day, in words.
    on: Option<String>,
    note: Option<String>,
    /// Whether a letter may still say so.
    has_letter: bool,
    /// What somebody typed that cannot be saved here.
    typed: Option<String>,
}

/// What a closing leaves behind.
struct Known {
    was_reviewed: bool,
    /// Titles of the instruments measured at first and never again.
    unknown: Vec<&'static str>,
    /// What ends with the case.
    open: Vec<Connection>,
}

pub(in crate::outcome) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let opened = Opened::read(&may, id).await?;
    match opened.case.state {
        State::Closed { outcome } => page::show(&opened.into_closed(&may, outcome, None)),
        _ => page::show(&opened.into_open(&may, ClosingForm::default(), Problems::default())),
    }
}

pub(in crate::outcome) async fn save(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<ClosingForm>,
) -> Answer {
    let mut problems = Problems::default();
    let closing = form.read(words(may.lang), &mut problems);
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if let Some(closing) = closing {
        let case = open_to_change(&mut tx, &acting, id, None).await?;
        match acts::close(&mut tx, &acting, case, &closing).await? {
            Ok(()) => {
                let here = format!("/personnes/{id}/cloture");
                return once::commit(tx, &form.once, Some(may.id()), &here, acting.now).await;
            }
            Err(NotClosed::NeverCame) => problems.add("outcome", words(may.lang).close_never_came()),
            // The page says below that it is closed already.
            Err(NotClosed::Case(_)) => {}
        }
    }
    drop(tx);
    let opened = Opened::read(&may, id).await?;
    match opened.case.state {
        State::Closed { outcome } => {
            let page = opened.into_closed(&may, outcome, Some(form.note));
            page::with_status(StatusCode::CONFLICT, &page)
        }
        _ => page::with_problems(&opened.into_open(&may, form, problems)),
    }
}

impl ClosingForm {
    fn read(&self, w: &Words, problems: &mut Problems) -> Option<Closing> {
        let outcome = Outcome::from_code(&self.outcome).ok_or(());
        let outcome = problems.keep("outcome", outcome, |()| w.close_outcome_needed());
        let note = problems.keep("note", optional(&self.note, LONGEST_NOTE), |_| {
            w.text_too_long(i64::try_from(LONGEST_NOTE).unwrap_or_default())
        });
        Some(Closing { outcome: outcome?, note: note?, withdraws: self.withdraws.is_some() })
    }
}

/// A file opened to see how it stands.
struct Opened {
    case: Case,
    heading: Heading,
    known: Known,
    closed: Option<sql::Closed>,
    has_letter: bool,
}

impl Opened {
    async fn read(may: &May<RunCaseload>, id: CaseId) -> Result<Opened, Nope> {
        let mut tx = may.app().db().begin().await?;
        let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
        let heading = Heading::of(&mut tx, &case).await?;
        let measures = screening::measures_of_case(&mut tx, id).await?;
        let unknown = rules::never_asked_again(id, &measures);
        let open = connection::of_case(&mut tx, id).await?.into_iter().filter(Connection::is_open);
        let known = Known {
            was_reviewed: sql::was_reviewed(&mut tx, id).await?,
            unknown: unknown.into_iter().map(|instrument| instrument.title.get(may.lang)).collect(),
            open: open.collect(),
        };
        let closed = sql::closed(&mut tx, id).await?;
        let has_letter = farewell::may_be_written(&mut tx, &case).await?.is_some();
        tx.commit().await?;
        Ok(Opened { case, heading, known, closed, has_letter })
    }

    fn into_open<'a>(self, ui: &'a Ui, form: ClosingForm, problems: Problems) -> ClosingPage<'a> {
        ClosingPage { ui, w: words(ui.lang), heading: self.heading, known: self.known, form, problems }
    }

    fn into_closed<'a>(self, ui: &'a Ui, outcome: Outcome, typed: Option<String>) -> ClosedPage<'a> {
        let w = words(ui.lang);
        let on = self.closed.as_ref().and_then(|closed| closed.closed_at);
        ClosedPage {
            ui,
            w,
            heading: self.heading,
            known: self.known,
            outcome: capitalized(&outcome.label(w)),
            on: on.map(|second| dates::day_of(second, ui.lang)),
            note: self.closed.and_then(|closed| closed.outcome_note),
            has_letter: self.has_letter,
            typed: typed.filter(|typed| !typed.trim().is_empty()),
        }
    }
}

/// A label that begins a line.
fn capitalized(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
