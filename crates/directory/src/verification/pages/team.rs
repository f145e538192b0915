//! The team, after a telephone call: the same form as the organization's; and its letter.

use axum::http::StatusCode;
use kernel::text;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, Problems, once};
use serde::Deserialize;

use super::LIST;
use super::correcting::{Frame, drawn, refused};
use crate::facts;
use crate::organization::OrganizationId;
use crate::report::{Subject, Wrong};
use crate::resource::{self, Resource, ResourceId};
use crate::verification::acts;
use crate::verification::form::{LONGEST_NOTE, Typed};
use crate::verification::letters;
use crate::verification::mails::Letter;
use crate::verification::model::{Saying, Speaker};
use crate::words::words;
use crate::{address, organization};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::verification) struct Asked {
    once: String,
}

pub(in crate::verification) async fn show_check(may: May<VerifyDirectory>, Path(id): Path<String>) -> Answer {
    show_again(&may, &id, None).await
}

pub(in crate::verification) async fn check(
    may: May<VerifyDirectory>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut problems = Problems::default();
    let Some(told) = typed.read(&mut problems, may.today(), may.lang) else {
        return show_again(&may, &id, Some((typed, problems, StatusCode::UNPROCESSABLE_ENTITY))).await;
    };
    let saying = Saying { speaker: Speaker::Team, who: may.who(), now: may.app().clock().now() };
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let id = ResourceId::parse(&id).map_err(|_| Nope::NotFound)?;
    if let Err(error) = acts::say_right(&mut tx, saying, &id, typed.version, Some(told)).await {
        let status = refused(error)?;
        drop(tx);
        return show_again(&may, id.as_str(), Some((typed, problems, status))).await;
    }
    if let Ok(Some(other)) = text::optional(&typed.autre, LONGEST_NOTE) {
        acts::pass_on(&mut tx, saying, Subject::Resource(id.clone()), Wrong::Other, other).await?;
    }
    once::commit(tx, &typed.once, Some(may.id()), &address::resource(&id), saying.now).await
}

/// Sends the organization its link, unless it had one lately.
pub(in crate::verification) async fn write(
    may: May<VerifyDirectory>,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Answer {
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &asked.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let id = OrganizationId::parse(&id).map_err(|_| Nope::NotFound)?;
    let organization = organization::listed(&mut tx, &id).await?.ok_or(Nope::NotFound)?;
    let id = organization.id.as_str();
    let is_resting = letters::resting(&mut tx, &[id], now).await?.contains_key(id);
    let to = letters::addresses(&mut tx, &[id]).await?.remove(id);
    let outcome = match to {
        Some(to) if !is_resting => {
            acts::ask(&mut tx, may.app(), (&organization, to), Letter::First, may.who()).await?;
            "ecrit"
        }
        Some(_) => "deja",
        None => "sans",
    };
    once::commit(tx, &asked.once, Some(may.id()), &format!("{LIST}?dit={outcome}"), now).await
}

async fn show_again(
    may: &May<VerifyDirectory>,
    id: &str,
    again: Option<(Typed, Problems, StatusCode)>,
) -> Answer {
    let id = ResourceId::parse(id).map_err(|_| Nope::NotFound)?;
    let mut tx = may.app().db().read().await?;
    let row = resource::row(&mut tx, &id).await?.ok_or(Nope::NotFound)?;
    let resource = row.read()?;
    let organization = organization::find(&mut tx, &resource.organization).await?;
    let phone = organization.and_then(|(organization, _)| facts::phone(&organization.contact));
    let frame = Frame {
        action: address::verification(&id),
        back: LIST.to_owned(),
        call: called(&resource, phone, may),
        is_team: true,
    };
    drawn(&mut tx, &may.ui, &row, frame, again).await
}

/// The entry's own number first, then its organization's.
fn called(
    resource: &Resource,
    other: Option<facts::PhoneLine>,
    may: &May<VerifyDirectory>,
) -> Option<String> {
    let phone = facts::phone(&resource.contact).or(other)?;
    Some(words(may.lang).verification_call(phone.spoken))
}
