//! Taking a study from step to step, asking teams, answering for one's own.

use kernel::id::{SiteId, StudyId};
use platform::accounts::sites;
use platform::web::may::{May, ReadFigures, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, once};
use serde::Deserialize;

use super::show;
use crate::act::Acting;
use crate::study::access::Opened;
use crate::study::acts::{setting_up, teams};
use crate::study::address;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Step {
    once: String,
    to: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    once: String,
    site: String,
    answer: String,
}

pub(super) async fn step(
    may: May<ShareTheLoad>,
    reader: May<ReadFigures>,
    Path(id): Path<StudyId>,
    Form(typed): Form<Step>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let opened = Opened::by(&mut tx, &may, id).await?;
    if !opened.is_led_by(&may) {
        return Err(Nope::NotFound);
    }
    let stage = opened.study.stage;
    let to = match typed.to.as_str() {
        "open" => stage.opened(acting.now, opened.taking_part()),
        "close" => stage.closed(acting.now),
        "end" => stage.ended(acting.now),
        _ => return Err(Nope::Unreadable),
    };
    match setting_up::step(&mut tx, &acting, &opened.study, to).await? {
        Ok(()) => once::commit(tx, &typed.once, Some(may.id()), &address(id), acting.now).await,
        Err(refusal) => {
            drop(tx);
            show::refused(&reader, id, refusal).await
        }
    }
}

pub(super) async fn invite(
    may: May<ShareTheLoad>,
    Path(id): Path<StudyId>,
    Form(typed): Form<Asked>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let opened = Opened::by(&mut tx, &may, id).await?;
    if !opened.is_led_by(&may) {
        return Err(Nope::NotFound);
    }
    let site: SiteId = typed.site.parse().map_err(|_| Nope::Unreadable)?;
    sites::find(&mut tx, site).await?.ok_or(Nope::NotFound)?;
    if opened.study.stage.ended_at().is_some() || opened.has(site) {
        return page::see(&address(id));
    }
    teams::invite(&mut tx, &acting, &opened.study, site).await?;
    once::commit(tx, &typed.once, Some(may.id()), &address(id), acting.now).await
}

pub(super) async fn answer(
    may: May<ShareTheLoad>,
    Path(id): Path<StudyId>,
    Form(typed): Form<Asked>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let opened = Opened::by(&mut tx, &may, id).await?;
    let site: SiteId = typed.site.parse().map_err(|_| Nope::Unreadable)?;
    let is_asked = opened.to_answer(&may).any(|team| team.site == site);
    let is_taking_part = match typed.answer.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Nope::Unreadable),
    };
    if !is_asked {
        return Err(Nope::NotFound);
    }
    teams::answer(&mut tx, &acting, (id, site), is_taking_part).await?;
    let next = if is_taking_part { address(id) } else { crate::study::HERE.to_owned() };
    once::commit(tx, &typed.once, Some(may.id()), &next, acting.now).await
}
