//! One entry behind the organization's link: corrected, or said to be no more.

use axum::http::StatusCode;
use kernel::text;
use platform::audit::Who;
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, Problems, Ui, once};
use serde::Deserialize;

use super::behind::{Behind, Link};
use super::correcting::{Frame, drawn, refused};
use crate::address;
use crate::report::{Subject, Wrong};
use crate::resource::ResourceId;
use crate::verification::acts;
use crate::verification::form::{LONGEST_NOTE, Typed};
use crate::verification::model::{Saying, Speaker};
use crate::verification::sql;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::verification) struct Gone {
    once: String,
}

pub(in crate::verification) async fn show_entry(
    link: Link,
    ui: Ui,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    show_again(&ui, &link, &id, None).await
}

pub(in crate::verification) async fn correct(
    link: Link,
    ui: Ui,
    Path((_, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut problems = Problems::default();
    let Some(told) = typed.read(&mut problems, ui.today(), ui.lang) else {
        return show_again(&ui, &link, &id, Some((typed, problems, StatusCode::UNPROCESSABLE_ENTITY))).await;
    };
    let saying = saying(&ui);
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, None).await? {
        return Ok(earlier);
    }
    let behind = Behind::open(&mut tx, &link).await?;
    let id = ResourceId::parse(&id).map_err(|_| Nope::NotFound)?;
    behind.entry(&id)?;
    if let Err(error) = acts::say_right(&mut tx, saying, &id, typed.version, Some(told)).await {
        let status = refused(error)?;
        drop(tx);
        return show_again(&ui, &link, id.as_str(), Some((typed, problems, status))).await;
    }
    if let Ok(Some(other)) = text::optional(&typed.autre, LONGEST_NOTE) {
        acts::pass_on(&mut tx, saying, Subject::Resource(id.clone()), Wrong::Other, other).await?;
    }
    sql::answered(&mut tx, behind.request.id, saying.now).await?;
    once::commit(tx, &typed.once, None, &format!("/verification/{}?merci=1", link.token), saying.now).await
}

/// It exists no more: the team hears of it, and takes it out at its source.
pub(in crate::verification) async fn say_gone(
    link: Link,
    ui: Ui,
    Path((_, id)): Path<(String, String)>,
    Form(gone): Form<Gone>,
) -> Answer {
    let saying = saying(&ui);
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &gone.once, None).await? {
        return Ok(earlier);
    }
    let behind = Behind::open(&mut tx, &link).await?;
    let id = ResourceId::parse(&id).map_err(|_| Nope::NotFound)?;
    behind.entry(&id)?;
    acts::pass_on(&mut tx, saying, Subject::Resource(id.clone()), Wrong::Gone, String::new()).await?;
    sql::answered(&mut tx, behind.request.id, saying.now).await?;
    once::commit(tx, &gone.once, None, &format!("/verification/{}?merci=1", link.token), saying.now).await
}

fn saying(ui: &Ui) -> Saying {
    Saying { speaker: Speaker::Organization, who: Who::LinkHolder, now: ui.app.clock().now() }
}

async fn show_again(ui: &Ui, link: &Link, id: &str, again: Option<(Typed, Problems, StatusCode)>) -> Answer {
    let mut tx = ui.app.db().read().await?;
    let behind = Behind::open(&mut tx, link).await?;
    let id = ResourceId::parse(id).map_err(|_| Nope::NotFound)?;
    let frame = Frame {
        action: address::verification_entry(&link.token, &id),
        back: format!("/verification/{}", link.token),
        call: None,
        is_team: false,
    };
    drawn(&mut tx, ui, behind.entry(&id)?, frame, again).await
}
