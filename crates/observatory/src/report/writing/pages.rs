//! `/rapports/{scope}/{span}/mots`.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use care::stale::{Stale, differences};
use kernel::coded::Coded;
use platform::audit::{self, Action, Kind, Subject};
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates, once};

use super::accounts::{Heading, Side};
use super::form::WordsForm;
use super::model::{Content, Place};
use super::sql;
use crate::frozen::{Scope, Span};
use crate::report::reading::Report;
use crate::report::show::opened;
use crate::report::{access, address, named};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "report/writing/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    report: Report,
    here: String,
    form: WordsForm,
    problems: Problems,
    stale: Option<Stale>,
}

impl EditPage<'_> {
    fn places(&self) -> &'static [Place] {
        Place::of(self.report.span)
    }

    /// `(side, its headings)`; none of a quarter.
    fn sides(&self) -> Vec<(Side, Vec<Heading>)> {
        let is_year = matches!(self.report.span, Span::Year(_));
        let sides = Side::BOTH.into_iter().filter(|_| is_year);
        sides.map(|side| (side, side.headings().collect())).collect()
    }

    fn of_what(&self) -> String {
        named(self.report.span, self.ui.lang)
    }
}

pub(crate) async fn edit(may: May<ReadFigures>, Path(at): Path<(Scope, Span)>) -> Answer {
    let report = to_write(&may, at).await?;
    let form = WordsForm::showing(report.written.as_ref(), may.lang);
    page::show(&page_of(&may, report, form, Problems::default()))
}

pub(crate) async fn save(
    may: May<ReadFigures>,
    Path(at): Path<(Scope, Span)>,
    Form(fields): Form<HashMap<String, String>>,
) -> Answer {
    let form = WordsForm::typed(at.1, fields);
    let report = to_write(&may, at).await?;
    let mut problems = Problems::default();
    let Some(content) = form.read(words(may.lang), &mut problems) else {
        return page::with_problems(&page_of(&may, report, form, problems));
    };
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if !sql::add(&mut tx, at, &content, form.version(), (may.id(), now)).await? {
        drop(tx);
        return beside(&may, at, form, &content).await;
    }
    let figures = Subject::list(Kind::Figures);
    audit::note(&mut tx, may.who(), Action::Changed, figures, at.0.site(), now).await?;
    let here = format!("{}?fait=oui", address(at.0, at.1));
    once::commit(tx, &form.once, Some(may.id()), &here, now).await
}

/// What was typed beside what stands; saving again then writes after the version shown.
async fn beside(may: &May<ReadFigures>, at: (Scope, Span), form: WordsForm, typed: &Content) -> Answer {
    let report = to_write(may, at).await?;
    let standing = report.written.as_ref().ok_or(Nope::Changed)?;
    let stale = Stale {
        by: standing.by.clone(),
        at: dates::moment(standing.at, may.lang),
        differences: differences(typed.lines(at.1, may.lang), &standing.content.lines(at.1, may.lang)),
    };
    let form = WordsForm { version: standing.version.to_string(), ..form };
    let page = EditPage { stale: Some(stale), ..page_of(may, report, form, Problems::default()) };
    page::with_status(StatusCode::CONFLICT, &page)
}

async fn to_write(may: &May<ReadFigures>, (scope, span): (Scope, Span)) -> Result<Report, Nope> {
    if !access::writes(&may.account, scope) {
        return Err(Nope::NotFound);
    }
    opened(may, (scope, span)).await
}

fn page_of<'a>(
    may: &'a May<ReadFigures>,
    report: Report,
    form: WordsForm,
    problems: Problems,
) -> EditPage<'a> {
    let here = address(report.scope, report.span);
    EditPage { ui: &may.ui, w: words(may.lang), report, here, form, problems, stale: None }
}
