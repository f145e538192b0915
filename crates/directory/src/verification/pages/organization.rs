//! « Vos activités dans l’annuaire »: behind a signed link, all that is said of what one offers.

use askama::Template;
use axum::http::StatusCode;
use platform::audit::Who;
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Query, Ui, once};
use serde::Deserialize;

use super::behind::{Behind, Link};
use crate::facts::Fact;
use crate::resource::{ResourceId, ResourceRow};
use crate::verification::acts;
use crate::verification::acts_itself;
use crate::verification::itself_form::ToldItself;
use crate::verification::model::{Saying, Speaker};
use crate::verification::saying::{self, Line};
use crate::verification::sql;
use crate::words::{Words, words};
use crate::{address, organization};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::verification) struct Asked {
    /// That something has just been said.
    merci: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::verification) struct Said {
    once: String,
    /// The version of what is said of itself, as it was shown.
    organisation: i64,
    /// Each entry as it was shown: its version, a space, its identifier.
    fiche: Vec<String>,
}

#[derive(Template)]
#[template(path = "verification/pages/organization.html")]
struct OrganizationPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    token: &'a str,
    name: String,
    /// What is said of itself.
    itself: Vec<Fact>,
    version: i64,
    entries: Vec<Shown>,
    is_thanked: bool,
    has_changed: bool,
}

/// One entry, as it is said.
struct Shown {
    id: String,
    version: i64,
    name: String,
    lines: Vec<Line>,
    /// Where referrals go, which nobody else reads.
    referrals: Option<String>,
    correct: String,
    /// Whether it was said to be right since the link was sent.
    is_checked: bool,
}

pub(in crate::verification) async fn show(link: Link, ui: Ui, Query(asked): Query<Asked>) -> Answer {
    drawn(&ui, &link, !asked.merci.is_empty(), StatusCode::OK).await
}

/// « Tout est juste »: all entries, as they were shown.
pub(in crate::verification) async fn confirm(link: Link, ui: Ui, Form(said): Form<Said>) -> Answer {
    let now = ui.app.clock().now();
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &said.once, None).await? {
        return Ok(earlier);
    }
    let behind = Behind::open(&mut tx, &link).await?;
    let saying = Saying { speaker: Speaker::Organization, who: Who::LinkHolder, now };
    for shown in &said.fiche {
        let (version, id) = read(shown).ok_or(Nope::Unreadable)?;
        behind.entry(&id)?;
        match acts::say_right(&mut tx, saying, &id, version, None).await {
            Err(Nope::Changed) => {
                drop(tx);
                return drawn(&ui, &link, false, StatusCode::CONFLICT).await;
            }
            said => said?,
        }
    }
    let itself = ToldItself { organization: behind.organization, moves_all: false, followed: Vec::new() };
    match acts_itself::say(&mut tx, saying, said.organisation, itself).await {
        Err(Nope::Changed) => {
            drop(tx);
            return drawn(&ui, &link, false, StatusCode::CONFLICT).await;
        }
        said => said?,
    }
    sql::answered(&mut tx, behind.request.id, now).await?;
    once::commit(tx, &said.once, None, &format!("/verification/{}?merci=1", link.token), now).await
}

fn read(shown: &str) -> Option<(i64, ResourceId)> {
    let (version, id) = shown.split_once(' ')?;
    Some((version.parse().ok()?, ResourceId::parse(id).ok()?))
}

async fn drawn(ui: &Ui, link: &Link, is_thanked: bool, status: StatusCode) -> Answer {
    let mut tx = ui.app.db().read().await?;
    let behind = Behind::open(&mut tx, link).await?;
    let mut entries = Vec::new();
    for row in &behind.offered {
        let id = ResourceId::parse(&row.id).map_err(|_| Nope::NotFound)?;
        let checked = sql::find(&mut tx, &id).await?.and_then(|known| known.checked_at);
        let since_sent = behind.request.ends_at - acts::LINK_LIFE;
        entries.push(entry(ui, &link.token, row, checked.is_some_and(|at| at >= since_sent))?);
    }
    let version = organization::version(&mut tx, &behind.organization.id).await?;
    let page = OrganizationPage {
        ui,
        version: version.ok_or(Nope::ExpiredLink)?,
        w: words(ui.lang),
        token: &link.token,
        itself: organization::facts(&behind.organization, ui.lang),
        name: behind.organization.name,
        entries,
        is_thanked,
        has_changed: status == StatusCode::CONFLICT,
    };
    page::with_status(status, &page)
}

fn entry(ui: &Ui, token: &str, row: &ResourceRow, is_checked: bool) -> Result<Shown, Nope> {
    let resource = row.read()?;
    Ok(Shown {
        id: row.id.clone(),
        version: row.changed_version,
        lines: saying::lines(&resource, ui.today(), ui.lang),
        referrals: resource.ties.referral_email.as_ref().map(|email| email.as_str().to_owned()),
        correct: address::verification_entry(token, &resource.id),
        name: resource.name,
        is_checked,
    })
}

impl OrganizationPage<'_> {
    fn itself_href(&self) -> String {
        address::verification_itself(self.token)
    }

    fn path(&self) -> String {
        format!("/verification/{}", self.token)
    }
}
