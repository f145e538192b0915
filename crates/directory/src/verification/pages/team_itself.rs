//! The team, after a telephone call with an organization: what is said of itself, in the same form as
//! its own.

use axum::http::StatusCode;
use kernel::text;
use platform::db::Tx;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, Problems, once};

use super::LIST;
use super::correcting::{Frame, refused};
use super::itself::drawn_itself;
use crate::organization::{self, OrganizationId, OrganizationRow};
use crate::report::{Subject, Wrong};
use crate::verification::acts;
use crate::verification::acts_itself;
use crate::verification::form::LONGEST_NOTE;
use crate::verification::itself_form::TypedItself;
use crate::verification::model::{Saying, Speaker};
use crate::words::words;
use crate::{address, facts};

pub(in crate::verification) async fn show_check_itself(
    may: May<VerifyDirectory>,
    Path(id): Path<String>,
) -> Answer {
    show_again(&may, &id, None).await
}

pub(in crate::verification) async fn check_itself(
    may: May<VerifyDirectory>,
    Path(id): Path<String>,
    Form(typed): Form<TypedItself>,
) -> Answer {
    let saying = Saying { speaker: Speaker::Team, who: may.who(), now: may.app().clock().now() };
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let parsed = OrganizationId::parse(&id).map_err(|_| Nope::NotFound)?;
    let shown = row(&mut tx, &parsed).await?.read()?;
    let mut problems = Problems::default();
    let Some(told) = typed.read(&shown, &mut problems, may.lang) else {
        drop(tx);
        return show_again(&may, &id, Some((typed, problems, StatusCode::UNPROCESSABLE_ENTITY))).await;
    };
    if let Err(error) = acts_itself::say(&mut tx, saying, typed.version, told).await {
        let status = refused(error)?;
        drop(tx);
        return show_again(&may, &id, Some((typed, problems, status))).await;
    }
    if let Ok(Some(other)) = text::optional(&typed.autre, LONGEST_NOTE) {
        acts::pass_on(&mut tx, saying, Subject::Organization(parsed.clone()), Wrong::Other, other).await?;
    }
    once::commit(tx, &typed.once, Some(may.id()), &address::organization(&parsed), saying.now).await
}

async fn show_again(
    may: &May<VerifyDirectory>,
    id: &str,
    again: Option<(TypedItself, Problems, StatusCode)>,
) -> Answer {
    let id = OrganizationId::parse(id).map_err(|_| Nope::NotFound)?;
    let row = row(&mut may.app().db().read().await?, &id).await?;
    let phone = facts::phone(&row.read()?.contact);
    let frame = Frame {
        action: address::verification_check(&id),
        back: LIST.to_owned(),
        call: phone.map(|phone| words(may.lang).verification_call(phone.spoken)),
        is_team: true,
    };
    drawn_itself(&may.ui, &row, frame, again)
}

async fn row(tx: &mut Tx, id: &OrganizationId) -> Result<OrganizationRow, Nope> {
    organization::row(tx, id).await?.ok_or(Nope::NotFound)
}
