//! `/equipe/urgences`: who opened whose file, why, and until when.

use askama::Template;
use kernel::coded::Coded;
use kernel::id::EventId;
use platform::audit::{Action, Kind};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Ui, dates, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::emergency::sql::{self, Opening};
use crate::person::{Civility, addressed};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "emergency/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    openings: Vec<Opening>,
}

impl ListPage<'_> {
    fn addressed(&self, opening: &Opening) -> String {
        addressed(opening.civility.as_deref().and_then(Civility::from_code), &opening.name)
    }

    fn when(&self, second: &i64) -> String {
        dates::moment(*second, self.ui.lang)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::emergency) struct Ended {
    once: String,
}

pub(in crate::emergency) async fn show(may: May<ShareTheLoad>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let openings = sql::of_teams(&mut tx, may.id()).await?;
    acting.trace_list(&mut tx, Kind::Case, may.sites()).await?;
    tx.commit().await?;
    page::show(&ListPage { ui: &may.ui, w: words(may.lang), openings })
}

pub(in crate::emergency) async fn end(
    may: May<ShareTheLoad>,
    Path(id): Path<EventId>,
    Form(ended): Form<Ended>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &ended.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let (case, site) = sql::of_team(&mut tx, may.id(), id).await?.ok_or(Nope::NotFound)?;
    sql::end(&mut tx, id, acting.now).await?;
    acting.trace(&mut tx, Action::Changed, case, site).await?;
    once::commit(tx, &ended.once, Some(may.id()), "/equipe/urgences", acting.now).await
}
