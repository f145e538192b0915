//! `/droits/{person}/geler` and `/droits/{person}/degeler`.

use askama::Template;
use kernel::id::PersonId;
use kernel::text::{TextError, bounded};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, once};
use serde::Deserialize;

use super::{Stands, coordinated};
use crate::act::Acting;
use crate::person;
use crate::rights::acts;
use crate::rights::model::LONGEST_REASON;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "rights/pages/freeze.html")]
struct FreezePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    id: PersonId,
    name: String,
    reason: String,
    problems: Problems,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::rights) struct Typed {
    once: String,
    reason: String,
}

pub(in crate::rights) async fn show(may: May<ShareTheLoad>, Path(id): Path<PersonId>) -> Answer {
    page::show(&asked(&may, id, String::new(), Problems::default()).await?)
}

pub(in crate::rights) async fn freeze(
    may: May<ShareTheLoad>,
    Path(id): Path<PersonId>,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words(may.lang);
    let mut problems = Problems::default();
    let reason = problems.keep("reason", bounded(&typed.reason, LONGEST_REASON), |error| match error {
        TextError::Empty => w.rights_freeze_reason_needed(),
        TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
    });
    let Some(reason) = reason else {
        return page::with_problems(&asked(&may, id, typed.reason, problems).await?);
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let here = format!("/droits/{id}");
    match coordinated(&mut tx, &may, id).await? {
        Stands::Open(site) => acts::freeze(&mut tx, &acting, (id, site), &reason).await?,
        Stands::Frozen(_) => return page::see(&here),
    }
    once::commit(tx, &typed.once, Some(may.id()), &here, acting.now).await
}

pub(in crate::rights) async fn thaw(
    may: May<ShareTheLoad>,
    Path(id): Path<PersonId>,
    Form(typed): Form<Typed>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let here = format!("/droits/{id}");
    match coordinated(&mut tx, &may, id).await? {
        Stands::Open(_) => return page::see(&here),
        Stands::Frozen(frozen) => acts::thaw(&mut tx, &acting, &frozen).await?,
    }
    once::commit(tx, &typed.once, Some(may.id()), &here, acting.now).await
}

async fn asked(
    may: &May<ShareTheLoad>,
    id: PersonId,
    reason: String,
    problems: Problems,
) -> Result<FreezePage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let Stands::Open(_) = coordinated(&mut tx, may, id).await? else { return Err(Nope::NotFound) };
    let name = person::find(&mut tx, id).await?.ok_or(Nope::NotFound)?.addressed();
    Ok(FreezePage { ui: &may.ui, w: words(may.lang), id, name, reason, problems })
}
