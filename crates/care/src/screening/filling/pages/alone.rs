//! The person alone, behind a signed link: one question a page, kept as it is answered. Nothing here says
//! who they are, and opening a page changes nothing.

use askama::Template;
use kernel::id::FillingId;
use platform::accounts::{Site, sites};
use platform::audit::{Action, Who};
use platform::db::Tx;
use platform::web::link::Purpose;
use platform::web::page::{self, Answer};
use platform::web::{Form, Held, Nope, Path, Problems, Query, Ui, once};
use serde::Deserialize;

use super::shown::{One, overview, typed_value};
use crate::act::Acting;
use crate::caseload::{self, Case};
use crate::screening::filling::model::{Filling, State};
use crate::screening::filling::{acts, sql};
use crate::screening::pages::sheet::LARGE;
use crate::screening::reading::Typed;
use crate::study;
use crate::words::{Words, words};

/// The address's value for explained words.
const EASY: &str = "simples";

/// A link behind which a person answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answering;

impl Purpose for Answering {
    const NAME: &'static str = "filling.answer";
    type Subject = FillingId;
}

type Link = Held<Answering>;

#[derive(Template)]
#[template(path = "screening/filling/pages/alone.html")]
struct AlonePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    token: &'a str,
    site: Site,
    /// Beginning, one question, the end, or after it.
    stage: Stage,
    comfort: Comfort,
    problems: Problems,
}

enum Stage {
    Beginning { next: usize, of: usize },
    Asking(Box<One>),
    Ending(Vec<(usize, &'static str, Option<&'static str>)>),
    Over,
}

/// How it is read, carried from page to page.
#[derive(Clone, Copy, Debug, Default)]
struct Comfort {
    is_large: bool,
    /// Hard words are explained; the questions stay as they were published.
    is_easy: bool,
}

impl Comfort {
    /// What an address ends with.
    fn query(self) -> &'static str {
        match (self.is_large, self.is_easy) {
            (false, false) => "",
            (true, false) => "?taille=grande",
            (false, true) => "?mots=simples",
            (true, true) => "?taille=grande&mots=simples",
        }
    }

    fn in_other_letters(self) -> &'static str {
        Comfort { is_large: !self.is_large, ..self }.query()
    }

    fn in_other_words(self) -> &'static str {
        Comfort { is_easy: !self.is_easy, ..self }.query()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Wanted {
    taille: String,
    mots: String,
}

impl Wanted {
    fn comfort(&self) -> Comfort {
        Comfort { is_large: self.taille == LARGE, is_easy: self.mots == EASY }
    }
}

/// What a link leads to.
struct Behind {
    filling: Filling,
    case: Case,
    site: Site,
}

pub(super) async fn show(link: Link, ui: Ui, Query(wanted): Query<Wanted>) -> Answer {
    let behind = read(&ui, &link).await?;
    let stage = match behind.filling.state(ui.app.clock().now()) {
        State::Finished => Stage::Over,
        State::Open => Stage::Beginning { next: behind.filling.next(), of: behind.filling.questions().len() },
        State::Dropped | State::Lapsed => return Err(Nope::ExpiredLink),
    };
    page::show(&drawn(&ui, &link, behind.site, stage, wanted.comfort()))
}

pub(super) async fn ask(
    link: Link,
    ui: Ui,
    Path((_, place)): Path<(String, usize)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let behind = read(&ui, &link).await?;
    if behind.filling.state(ui.app.clock().now()) != State::Open {
        return page::see(&format!("/questions/{}", link.token));
    }
    let stage = match One::of(&behind.filling, place, &ui) {
        Some(one) => Stage::Asking(Box::new(one)),
        None => Stage::Ending(overview(&behind.filling, ui.lang)),
    };
    page::show(&drawn(&ui, &link, behind.site, stage, wanted.comfort()))
}

pub(super) async fn answer(
    link: Link,
    ui: Ui,
    Path((_, place)): Path<(String, usize)>,
    Query(wanted): Query<Wanted>,
    Form(typed): Form<Typed>,
) -> Answer {
    let acting = Acting::new(&ui.app, Who::LinkHolder);
    let key = typed.first("once");
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, None).await? {
        return Ok(earlier);
    }
    if !sql::take(&mut tx, link.subject, acting.now).await? {
        return page::see(&format!("/questions/{}", link.token));
    }
    let Behind { filling, case, .. } = behind(&mut tx, &link).await?;
    acts::answer(&mut tx, &filling, place, typed_value(&filling, place, &typed)).await?;
    acting.trace(&mut tx, Action::Answered, case.id, case.site_id).await?;
    let (next, comfort) = (place.saturating_add(1), wanted.comfort().query());
    once::commit(tx, key, None, &format!("/questions/{}/question/{next}{comfort}", link.token), acting.now)
        .await
}

pub(super) async fn send(
    link: Link,
    ui: Ui,
    Query(wanted): Query<Wanted>,
    Form(typed): Form<Typed>,
) -> Answer {
    let acting = Acting::new(&ui.app, Who::LinkHolder);
    let key = typed.first("once");
    let here = format!("/questions/{}{}", link.token, wanted.comfort().query());
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, None).await? {
        return Ok(earlier);
    }
    if !sql::take(&mut tx, link.subject, acting.now).await? {
        return page::see(&here);
    }
    let Behind { filling, case, site } = behind(&mut tx, &link).await?;
    match acts::finish(&mut tx, &acting, &case, &filling, ui.today()).await? {
        Ok(_) => {
            acting.trace(&mut tx, Action::Answered, case.id, case.site_id).await?;
            once::commit(tx, key, None, &here, acting.now).await
        }
        Err(_) => {
            drop(tx);
            let w = words(ui.lang);
            let mut page =
                drawn(&ui, &link, site, Stage::Ending(overview(&filling, ui.lang)), wanted.comfort());
            page.problems.add("questions", w.screening_nothing_answered());
            page::with_problems(&page)
        }
    }
}

/// With an entry in the trail.
async fn read(ui: &Ui, link: &Link) -> Result<Behind, Nope> {
    let acting = Acting::new(&ui.app, Who::LinkHolder);
    let mut tx = ui.app.db().begin().await?;
    let behind = behind(&mut tx, link).await?;
    acting.trace(&mut tx, Action::Read, behind.case.id, behind.case.site_id).await?;
    tx.commit().await?;
    Ok(behind)
}

/// # Errors
/// [`Nope::ExpiredLink`] once the course of support is over, or the person's data are frozen or erased.
async fn behind(tx: &mut Tx, link: &Link) -> Result<Behind, Nope> {
    let filling = sql::find(tx, link.subject).await?.ok_or(Nope::ExpiredLink)?;
    let case = caseload::find(tx, filling.case).await?.ok_or(Nope::ExpiredLink)?;
    if !study::may_be_asked(tx, &case).await? {
        return Err(Nope::ExpiredLink);
    }
    let site = sites::find(tx, case.site_id).await?.ok_or(Nope::ExpiredLink)?;
    Ok(Behind { filling, case, site })
}

fn drawn<'a>(ui: &'a Ui, link: &'a Link, site: Site, stage: Stage, comfort: Comfort) -> AlonePage<'a> {
    let (w, problems) = (words(ui.lang), Problems::default());
    AlonePage { ui, w, token: &link.token, site, stage, comfort, problems }
}
