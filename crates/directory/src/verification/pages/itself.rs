//! « Votre organisation »: behind a signed link, what the directory says of whoever holds it.

use askama::Template;
use axum::http::StatusCode;
use kernel::text;
use platform::audit::Who;
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Ui, once};

use super::behind::{Behind, Link};
use super::correcting::{Frame, refused};
use super::dispute::{Dispute, disputes};
use crate::address;
use crate::organization::{self, Organization, OrganizationRow};
use crate::report::{Subject, Wrong};
use crate::verification::acts;
use crate::verification::field::Field;
use crate::verification::form::{LONGEST_NOTE, YES};
use crate::verification::itself_form::TypedItself;
use crate::verification::model::{Saying, Speaker};
use crate::verification::{acts_itself, saying, sql};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "verification/pages/itself.html")]
struct ItselfPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    frame: Frame,
    name: String,
    /// The hours as they are said now.
    when: Option<String>,
    /// What the source says anew since a correction.
    disputes: Vec<Dispute>,
    typed: TypedItself,
    problems: Problems,
    has_changed: bool,
}

pub(in crate::verification) async fn show_itself(link: Link, ui: Ui) -> Answer {
    show_again(&ui, &link, None).await
}

pub(in crate::verification) async fn correct_itself(
    link: Link,
    ui: Ui,
    Form(typed): Form<TypedItself>,
) -> Answer {
    let now = ui.app.clock().now();
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, None).await? {
        return Ok(earlier);
    }
    let behind = Behind::open(&mut tx, &link).await?;
    let mut problems = Problems::default();
    let Some(told) = typed.read(&behind.organization, &mut problems, ui.lang) else {
        drop(tx);
        return show_again(&ui, &link, Some((typed, problems, StatusCode::UNPROCESSABLE_ENTITY))).await;
    };
    let saying = Saying { speaker: Speaker::Organization, who: Who::LinkHolder, now };
    if let Err(error) = acts_itself::say(&mut tx, saying, typed.version, told).await {
        let status = refused(error)?;
        drop(tx);
        return show_again(&ui, &link, Some((typed, problems, status))).await;
    }
    if let Ok(Some(other)) = text::optional(&typed.autre, LONGEST_NOTE) {
        let about = Subject::Organization(behind.organization.id);
        acts::pass_on(&mut tx, saying, about, Wrong::Other, other).await?;
    }
    sql::answered(&mut tx, behind.request.id, now).await?;
    once::commit(tx, &typed.once, None, &format!("/verification/{}?merci=1", link.token), now).await
}

async fn show_again(ui: &Ui, link: &Link, again: Option<(TypedItself, Problems, StatusCode)>) -> Answer {
    let mut tx = ui.app.db().read().await?;
    let id = Behind::open(&mut tx, link).await?.organization.id;
    let row = organization::row(&mut tx, &id).await?.ok_or(Nope::ExpiredLink)?;
    let frame = Frame {
        action: address::verification_itself(&link.token),
        back: format!("/verification/{}", link.token),
        call: None,
        is_team: false,
    };
    drawn_itself(ui, &row, frame, again)
}

/// The form: as the organization is said, or as it was typed and what is wrong with it.
pub(super) fn drawn_itself(
    ui: &Ui,
    row: &OrganizationRow,
    frame: Frame,
    again: Option<(TypedItself, Problems, StatusCode)>,
) -> Answer {
    let (source, organization) = (row.sourced()?, row.read()?);
    let value = |field: Field, of: &Organization| saying::value_itself(field, of, ui.lang);
    let (typed, problems, status) = again.unwrap_or_else(|| {
        (TypedItself::of(&organization, row.changed_version), Problems::default(), StatusCode::OK)
    });
    let disputed = row.corrections()?.disputed(&source);
    let shown = ItselfPage {
        ui,
        w: words(ui.lang),
        frame,
        when: value(Field::Schedule, &organization),
        disputes: disputes(ui, disputed, (&organization, &source), value, &typed.suivre),
        name: organization.name,
        typed,
        problems,
        has_changed: status == StatusCode::CONFLICT,
    };
    page::with_status(status, &shown)
}

impl ItselfPage<'_> {
    fn days(&self) -> Vec<(&'static str, &'static str, &str)> {
        self.typed.semaine.days(self.ui.lang)
    }

    fn yes(&self) -> &'static str {
        YES
    }

    fn moves_all(&self) -> bool {
        self.typed.activites == YES
    }
}
