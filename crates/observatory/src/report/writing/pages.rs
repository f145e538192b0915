//! `/rapports/{scope}/{quarter}/mots`.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use care::stale::{Stale, differences};
use kernel::coded::Coded;
use platform::audit::{self, Action, Kind, Subject};
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates, once};

use super::form::WordsForm;
use super::model::{Place, Texts, lines};
use super::sql;
use crate::quarter::{Quarter, Scope};
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
    fn places(&self) -> impl Iterator<Item = Place> {
        Place::all()
    }

    fn quarter(&self) -> String {
        named(self.report.quarter, self.ui.lang)
    }
}

pub(crate) async fn edit(may: May<ReadFigures>, Path(at): Path<(Scope, Quarter)>) -> Answer {
    let report = to_write(&may, at).await?;
    let form = WordsForm::showing(report.written.as_ref());
    page::show(&page_of(&may, report, form, Problems::default()))
}

pub(crate) async fn save(
    may: May<ReadFigures>,
    Path(at): Path<(Scope, Quarter)>,
    Form(fields): Form<HashMap<String, String>>,
) -> Answer {
    let form = WordsForm::typed(fields);
    let report = to_write(&may, at).await?;
    let mut problems = Problems::default();
    let Some(texts) = form.read(words(may.lang), &mut problems) else {
        return page::with_problems(&page_of(&may, report, form, problems));
    };
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if !sql::add(&mut tx, at, &texts, form.version(), (may.id(), now)).await? {
        drop(tx);
        return beside(&may, at, form, &texts).await;
    }
    let figures = Subject::list(Kind::Figures);
    audit::note(&mut tx, may.who(), Action::Changed, figures, at.0.site(), now).await?;
    let here = format!("{}?fait=oui", address(at.0, at.1));
    once::commit(tx, &form.once, Some(may.id()), &here, now).await
}

/// What was typed beside what stands; saving again then writes after the version shown.
async fn beside(may: &May<ReadFigures>, at: (Scope, Quarter), form: WordsForm, typed: &Texts) -> Answer {
    let w = words(may.lang);
    let report = to_write(may, at).await?;
    let standing = report.written.as_ref().ok_or(Nope::Changed)?;
    let stale = Stale {
        by: standing.by.clone(),
        at: dates::moment(standing.at, may.lang),
        differences: differences(lines(typed, w), &lines(&standing.texts, w)),
    };
    let form = WordsForm { version: standing.version.to_string(), ..form };
    let page = EditPage { stale: Some(stale), ..page_of(may, report, form, Problems::default()) };
    page::with_status(StatusCode::CONFLICT, &page)
}

async fn to_write(may: &May<ReadFigures>, (scope, quarter): (Scope, Quarter)) -> Result<Report, Nope> {
    if !access::writes(&may.account, scope) {
        return Err(Nope::NotFound);
    }
    opened(may, (scope, quarter)).await
}

fn page_of<'a>(
    may: &'a May<ReadFigures>,
    report: Report,
    form: WordsForm,
    problems: Problems,
) -> EditPage<'a> {
    let here = address(report.scope, report.quarter);
    EditPage { ui: &may.ui, w: words(may.lang), report, here, form, problems, stale: None }
}
