//! Asking, and what became of each request.

use askama::Template;
use kernel::id::StudyId;
use kernel::text::{TextError, bounded};
use platform::accounts::Reauthenticated;
use platform::db::{DbError, Tx};
use platform::web::may::{AnswerForData, May};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::study::access::Opened;
use crate::study::acts::exporting;
use crate::study::export::{StudyExport, here, leaving};
use crate::study::model::Study;
use crate::study::{following, sql};
use crate::takes_two::{LONGEST_REASON, State, Told};
use crate::words::{Words, words};
use measure::anonymity::K;

#[derive(Template)]
#[template(path = "study/pages/exports/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    study: Study,
    /// Whether this account may ask.
    asks: bool,
    /// Too few let their answers be used: nothing leaves.
    is_too_small: bool,
    least: i64,
    reason: String,
    problems: Problems,
    lines: Vec<Line>,
}

/// A request as its reader sees it.
struct Line {
    export: StudyExport,
    told: Told,
    may_decide: bool,
    may_take: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    once: String,
    reason: String,
}

pub(super) async fn show(may: May<AnswerForData>, Path(id): Path<StudyId>) -> Answer {
    page::show(&drawn(&may, id, String::new(), Problems::default()).await?)
}

pub(super) async fn ask(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(id): Path<StudyId>,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words(may.lang);
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let opened = Opened::by(&mut tx, &may, id).await?;
    let site = opened.coordinated_by(&may).ok_or(Nope::NotFound)?;
    let mut problems = Problems::default();
    let reason = problems.keep("reason", bounded(&typed.reason, LONGEST_REASON), |error| match error {
        TextError::Empty => w.study_export_reason_needed(),
        TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
    });
    let Some(reason) = reason else {
        drop(tx);
        return page::with_problems(&drawn(&may, id, typed.reason, problems).await?);
    };
    exporting::ask(&mut tx, &acting, (&opened.study, site), reason).await?;
    once::commit(tx, &typed.once, Some(may.id()), &here(id), acting.now).await
}

async fn drawn(
    may: &May<AnswerForData>,
    id: StudyId,
    reason: String,
    problems: Problems,
) -> Result<ListPage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let opened = Opened::by(&mut tx, may, id).await?;
    let mut lines = Vec::new();
    for export in sql::exports::of_study(&mut tx, id).await? {
        lines.push(line(&mut tx, may, &opened, export).await?);
    }
    let participants = following::of_study(&mut tx, &opened.study).await?;
    Ok(ListPage {
        ui: &may.ui,
        w: words(may.lang),
        asks: opened.coordinated_by(may).is_some(),
        is_too_small: leaving(&participants).len() < K,
        least: i64::try_from(K).unwrap_or_default(),
        study: opened.study,
        reason,
        problems,
        lines,
    })
}

async fn line(
    tx: &mut Tx,
    may: &May<AnswerForData>,
    opened: &Opened,
    export: StudyExport,
) -> Result<Line, DbError> {
    let now = may.app().clock().now();
    let told = Told::of(tx, &export.request, now, may.lang).await?;
    let is_asked = export.request.state(now) == State::Asked;
    Ok(Line {
        told,
        may_decide: is_asked && exporting::deciders(tx, &export).await?.contains(&may.id()),
        may_take: export.request.may_be_taken(may.id(), now) && opened.coordinated_by(may).is_some(),
        export,
    })
}
