//! « Signalements »: what waits for an answer, what nobody has seen yet first.

use askama::Template;
use kernel::id::ReportId;
use platform::audit::{self, Action};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page;
use platform::web::{Form, Nope, Path, Query, Ui, dates, once};
use serde::Deserialize;

use super::label;
use crate::report::model::{Answer, Decision, State};
use crate::report::sql::{self, Named};
use crate::vocabulary::Coded;
use crate::words::{Words, words};

const PATH: &str = "/annuaire/signalements";
/// Shown at once.
const PER_PAGE: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::report) struct Asked {
    page: u16,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::report) struct Said {
    once: String,
    reponse: String,
    version: i64,
}

#[derive(Template)]
#[template(path = "report/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    rows: Vec<Row>,
    total: i64,
    /// Which page, from 1.
    page: u16,
}

struct Row {
    action: String,
    name: String,
    href: String,
    wrong: String,
    said: String,
    contact: Option<String>,
    day: String,
    is_seen: bool,
    version: i64,
}

pub(in crate::report) async fn list(may: May<VerifyDirectory>, Query(asked): Query<Asked>) -> page::Answer {
    let page = asked.page.max(1);
    let mut tx = may.app().db().read().await?;
    let rows = sql::open(&mut tx, i64::from(page - 1) * PER_PAGE, PER_PAGE).await?;
    let total = sql::count_open(&mut tx).await?;
    drop(tx);
    let rows = rows.into_iter().map(|named| row(named, &may.ui)).collect();
    page::show(&ListPage { ui: &may.ui, w: words(may.lang), rows, total, page })
}

pub(in crate::report) async fn answer(
    may: May<VerifyDirectory>,
    Path(id): Path<ReportId>,
    Form(said): Form<Said>,
) -> page::Answer {
    let answer = Answer::from_code(&said.reponse).ok_or(Nope::Unreadable)?;
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &said.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let report = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    if report.version != said.version {
        return Err(Nope::Changed);
    }
    let report = report.answered(answer, Decision { by: may.id(), at: now }).map_err(|_| Nope::Changed)?;
    if !sql::answer(&mut tx, &report).await? {
        return Err(Nope::Changed);
    }
    audit::note(&mut tx, may.who(), Action::Answered, id, None, now).await?;
    once::commit(tx, &said.once, Some(may.id()), PATH, now).await
}

fn row(named: Named, ui: &Ui) -> Row {
    let report = named.report;
    Row {
        action: format!("{PATH}/{}", report.id),
        name: named.name,
        href: report.about.href(),
        wrong: label(report.wrong, ui.lang),
        said: report.said,
        contact: report.contact,
        day: dates::day_of(report.said_at.as_second(), ui.lang),
        is_seen: matches!(report.state, State::Answered { answer: Answer::Seen, .. }),
        version: report.version,
    }
}

impl ListPage<'_> {
    fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| format!("{PATH}?page={}", self.page - 1))
    }

    fn next(&self) -> Option<String> {
        let shown = i64::from(self.page) * PER_PAGE;
        (shown < self.total).then(|| format!("{PATH}?page={}", self.page.saturating_add(1)))
    }
}

impl Row {
    /// What may still be said, by code.
    fn answers(&self, w: &Words) -> Vec<(&'static str, String)> {
        let all = [
            (Answer::Seen, w.report_answer_seen()),
            (Answer::Corrected, w.report_answer_corrected()),
            (Answer::Unfounded, w.report_answer_unfounded()),
        ];
        let may_be = |answer: Answer| !(self.is_seen && answer == Answer::Seen);
        all.into_iter()
            .filter(|(answer, _)| may_be(*answer))
            .map(|(answer, label)| (answer.code(), label))
            .collect()
    }
}
