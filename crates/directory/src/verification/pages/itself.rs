//! « Votre organisation »: behind a signed link, what the directory says of whoever holds it.

use askama::Template;
use axum::http::StatusCode;
use platform::audit::Who;
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates, once};

use super::behind::Behind;
use super::correcting::refused;
use crate::address;
use crate::organization;
use crate::resource::said;
use crate::schedule::WEEK;
use crate::verification::acts::Saying;
use crate::verification::form::{DAYS, YES};
use crate::verification::itself_form::TypedItself;
use crate::verification::model::Speaker;
use crate::verification::{acts_itself, sql};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "verification/pages/itself.html")]
struct ItselfPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    token: &'a str,
    name: String,
    /// The hours as they are said now.
    when: Option<String>,
    typed: TypedItself,
    problems: Problems,
    has_changed: bool,
}

pub(in crate::verification) async fn show_itself(ui: Ui, Path(token): Path<String>) -> Answer {
    drawn(&ui, &token, None).await
}

pub(in crate::verification) async fn correct_itself(
    ui: Ui,
    Path(token): Path<String>,
    Form(typed): Form<TypedItself>,
) -> Answer {
    let now = ui.app.clock().now();
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, None).await? {
        return Ok(earlier);
    }
    let behind = Behind::open(&mut tx, &ui, &token).await?;
    let mut problems = Problems::default();
    let Some(told) = typed.read(&behind.organization, &mut problems, ui.lang) else {
        drop(tx);
        return drawn(&ui, &token, Some((typed, problems, StatusCode::UNPROCESSABLE_ENTITY))).await;
    };
    let saying = Saying { speaker: Speaker::Organization, who: Who::LinkHolder, now };
    if let Err(error) = acts_itself::say(&mut tx, saying, typed.version, told).await {
        let status = refused(error)?;
        drop(tx);
        return drawn(&ui, &token, Some((typed, problems, status))).await;
    }
    sql::answered(&mut tx, behind.request.id, now).await?;
    once::commit(tx, &typed.once, None, &format!("/verification/{token}?merci=1"), now).await
}

async fn drawn(ui: &Ui, token: &str, again: Option<(TypedItself, Problems, StatusCode)>) -> Answer {
    let mut tx = ui.app.db().read().await?;
    let organization = Behind::open(&mut tx, ui, token).await?.organization;
    let version = organization::version(&mut tx, &organization.id).await?.ok_or(Nope::ExpiredLink)?;
    drop(tx);
    let when = organization.opening_hours.as_deref().map(|text| said::hours_in_words(text, ui.lang));
    let (typed, problems, status) = again
        .unwrap_or_else(|| (TypedItself::of(&organization, version), Problems::default(), StatusCode::OK));
    let has_changed = status == StatusCode::CONFLICT;
    let (w, name) = (words(ui.lang), organization.name);
    page::with_status(status, &ItselfPage { ui, w, token, name, when, typed, problems, has_changed })
}

impl ItselfPage<'_> {
    fn action(&self) -> String {
        address::verification_itself(self.token)
    }

    /// Each day: the field, its name, and what stands in it.
    fn days(&self) -> Vec<(&'static str, &'static str, String)> {
        let week = DAYS.into_iter().zip(WEEK).zip(self.typed.week());
        week.map(|((field, day), typed)| (field, dates::weekday(day, self.ui.lang), typed)).collect()
    }

    fn yes(&self) -> &'static str {
        YES
    }

    fn moves_all(&self) -> bool {
        self.typed.activites == YES
    }
}
