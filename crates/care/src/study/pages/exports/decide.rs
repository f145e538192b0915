//! Granting or refusing what somebody else asked for.

use askama::Template;
use kernel::id::{StudyExportId, StudyId};
use platform::accounts::Reauthenticated;
use platform::web::may::{AnswerForData, May};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Ui, once};
use serde::Deserialize;

use super::found;
use crate::act::Acting;
use crate::study::acts::exporting;
use crate::study::export::{StudyExport, here, leaving};
use crate::study::following;
use crate::study::model::Study;
use crate::takes_two::{Refusal, State, Told};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/exports/decide.html")]
struct DecidePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    study: Study,
    export: StudyExport,
    asked: String,
    /// How many persons there are today.
    persons: i64,
    refusal: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    once: String,
}

type Which = (StudyId, StudyExportId);

pub(super) async fn show(may: May<AnswerForData>, _: Reauthenticated, Path(which): Path<Which>) -> Answer {
    let asked = drawn(&may, which, None).await?;
    if asked.export.request.state(may.app().clock().now()) != State::Asked {
        return page::see(&here(which.0));
    }
    page::show(&asked)
}

pub(super) async fn grant(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(which): Path<Which>,
    Form(typed): Form<Typed>,
) -> Answer {
    decide(&may, which, &typed, true).await
}

pub(super) async fn refuse(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(which): Path<Which>,
    Form(typed): Form<Typed>,
) -> Answer {
    decide(&may, which, &typed, false).await
}

async fn decide(may: &May<AnswerForData>, which: Which, typed: &Typed, is_granted: bool) -> Answer {
    let (acting, w) = (Acting::by(may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let (_, export) = found(&mut tx, may, which).await?;
    let is_own = export.request.asked_by == may.id();
    // A colleague of the same team is no second look from outside.
    if !is_own && !exporting::deciders(&mut tx, &export).await?.contains(&may.id()) {
        return Err(Nope::NotFound);
    }
    match exporting::decide(&mut tx, &acting, &export, is_granted).await? {
        Ok(()) => once::commit(tx, &typed.once, Some(may.id()), &here(which.0), acting.now).await,
        Err(refusal) => {
            drop(tx);
            let said = match refusal {
                Refusal::Own => w.mass_own(),
                Refusal::NotAskedAnyMore => w.mass_not_asked_any_more(),
            };
            page::with_problems(&drawn(may, which, Some(said)).await?)
        }
    }
}

async fn drawn(
    may: &May<AnswerForData>,
    which: Which,
    refusal: Option<String>,
) -> Result<DecidePage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let (opened, export) = found(&mut tx, may, which).await?;
    let asked = Told::asked(&mut tx, &export.request, may.lang).await?;
    let participants = following::of_study(&mut tx, &opened.study).await?;
    let persons = i64::try_from(leaving(&participants).len()).unwrap_or(i64::MAX);
    Ok(DecidePage { ui: &may.ui, w: words(may.lang), study: opened.study, export, asked, persons, refusal })
}
