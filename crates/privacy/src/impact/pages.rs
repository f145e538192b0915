//! `/donnees/analyse` to read, `/donnees/analyse/texte` to add words.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use care::stale::{Stale, differences};
use kernel::coded::Coded;
use platform::accounts::{Membership, Site};
use platform::web::may::{AnswerForData, May};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Query, Ui, dates, once};

use super::form::ImpactForm;
use super::model::{Content, Level, Part, Scale};
use super::parts::{self, Shown};
use super::sql::Version;
use super::{HERE, acts, sql};
use crate::register;
use crate::whose::{self, Asked};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "impact/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    others: Vec<Membership>,
    parts: Vec<Shown>,
    made_on: String,
    /// Who wrote last, and when.
    written: Option<String>,
    was_saved: bool,
}

#[derive(Template)]
#[template(path = "impact/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    form: ImpactForm,
    problems: Problems,
    stale: Option<Stale>,
}

impl EditPage<'_> {
    fn parts(&self) -> impl Iterator<Item = Part> {
        Part::all()
    }

    fn levels(&self) -> impl Iterator<Item = Level> {
        Level::all()
    }

    fn is_chosen(&self, scale: &Scale, level: &Level) -> bool {
        self.form.level(*scale) == level.code()
    }
}

pub(super) async fn show(may: May<AnswerForData>, Query(asked): Query<Asked>) -> Answer {
    let (ui, w) = (&may.ui, words(may.lang));
    let mut tx = may.app().db().read().await?;
    let site = whose::team(&mut tx, &may, &asked.equipe).await?;
    let register = register::of_site(&mut tx, may.app(), &site, may.lang).await?;
    let standing = sql::latest(&mut tx, site.id).await?;
    let written = standing.as_ref().map(|version| written(version, ui, w));
    let content = standing.map(|version| version.content).unwrap_or_default();
    let parts = parts::all(&register, &content, w);
    let others = whose::others(&may, site.id);
    let made_on = dates::plain(may.today(), may.lang);
    let was_saved = asked.fait.is_some();
    page::show(&ShowPage { ui, w, site, others, parts, made_on, written, was_saved })
}

fn written(version: &Version, ui: &Ui, w: &Words) -> String {
    let at = dates::moment(version.written_at, ui.lang);
    w.impact_written(version.number, version.written_by.as_str(), at)
}

pub(super) async fn edit(may: May<AnswerForData>, Query(asked): Query<Asked>) -> Answer {
    let mut tx = may.app().db().read().await?;
    let site = whose::team(&mut tx, &may, &asked.equipe).await?;
    let standing = sql::latest(&mut tx, site.id).await?;
    let form = ImpactForm::showing(standing.as_ref(), site.id.to_string());
    page::show(&page_of(&may, site, form, Problems::default()))
}

pub(super) async fn save(may: May<AnswerForData>, Form(fields): Form<HashMap<String, String>>) -> Answer {
    let form = ImpactForm::typed(fields);
    let mut tx = may.app().db().begin().await?;
    let site = whose::team(&mut tx, &may, &form.site).await?;
    let mut problems = Problems::default();
    let Some(content) = form.read(words(may.lang), &mut problems) else {
        return page::with_problems(&page_of(&may, site, form, problems));
    };
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let now = may.app().clock().now();
    if !acts::write(&mut tx, (may.id(), now), site.id, &content, form.version()).await? {
        drop(tx);
        return beside(&may, site, form, &content).await;
    }
    let here = format!("{HERE}?equipe={}&fait=oui", site.id);
    once::commit(tx, &form.once, Some(may.id()), &here, now).await
}

/// What was typed beside what stands; saving again then writes after the version shown.
async fn beside(may: &May<AnswerForData>, site: Site, form: ImpactForm, typed: &Content) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let standing = sql::latest(&mut tx, site.id).await?.ok_or(Nope::Changed)?;
    let stale = Stale {
        by: standing.written_by,
        at: dates::moment(standing.written_at, may.lang),
        differences: differences(typed.lines(w), &standing.content.lines(w)),
    };
    let form = ImpactForm { version: standing.number.to_string(), ..form };
    let page = EditPage { stale: Some(stale), ..page_of(may, site, form, Problems::default()) };
    page::with_status(StatusCode::CONFLICT, &page)
}

fn page_of<'a>(
    may: &'a May<AnswerForData>,
    site: Site,
    form: ImpactForm,
    problems: Problems,
) -> EditPage<'a> {
    EditPage { ui: &may.ui, w: words(may.lang), site, form, problems, stale: None }
}
