//! `/donnees/emporter/{export}/accorder` and `…/refuser`.

use askama::Template;
use kernel::id::MassExportId;
use platform::accounts::Reauthenticated;
use platform::web::may::{AnswerForData, May};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Ui, once};
use serde::Deserialize;

use super::found;
use crate::act::Acting;
use crate::mass_export::HERE;
use crate::mass_export::acts;
use crate::mass_export::model::MassExport;
use crate::mass_export::sql;
use crate::takes_two::{Refusal, State, Told};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "mass_export/pages/decide.html")]
struct DecidePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    export: MassExport,
    asked: String,
    /// How many persons there are today.
    persons: i64,
    refusal: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::mass_export) struct Typed {
    once: String,
}

pub(in crate::mass_export) async fn show(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(id): Path<MassExportId>,
) -> Answer {
    let asked = asked(&may, id, None).await?;
    if asked.export.request.state(may.app().clock().now()) != State::Asked {
        return page::see(HERE);
    }
    page::show(&asked)
}

pub(in crate::mass_export) async fn grant(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(id): Path<MassExportId>,
    Form(typed): Form<Typed>,
) -> Answer {
    decide(&may, id, &typed, true).await
}

pub(in crate::mass_export) async fn refuse(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(id): Path<MassExportId>,
    Form(typed): Form<Typed>,
) -> Answer {
    decide(&may, id, &typed, false).await
}

async fn decide(may: &May<AnswerForData>, id: MassExportId, typed: &Typed, is_granted: bool) -> Answer {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let export = found(&mut tx, may, id).await?;
    let w = words(may.lang);
    match acts::decide(&mut tx, &acting, &export, is_granted).await? {
        Ok(()) => once::commit(tx, &typed.once, Some(may.id()), HERE, acting.now).await,
        Err(refusal) => {
            drop(tx);
            let said = match refusal {
                Refusal::Own => w.mass_own(),
                Refusal::NotAskedAnyMore => w.mass_not_asked_any_more(),
            };
            page::with_problems(&asked(may, id, Some(said)).await?)
        }
    }
}

async fn asked(
    may: &May<AnswerForData>,
    id: MassExportId,
    refusal: Option<String>,
) -> Result<DecidePage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let export = found(&mut tx, may, id).await?;
    let asked = Told::asked(&mut tx, &export.request, may.lang).await?;
    let persons = sql::count(&mut tx, export.site).await?;
    Ok(DecidePage { ui: &may.ui, w: words(may.lang), export, asked, persons, refusal })
}
