//! One campaign: how far it is, who remains, and stopping it.

use askama::Template;
use kernel::clock::in_france;
use kernel::id::CampaignId;
use platform::audit::{self, Action};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Ui, dates, once};
use serde::Deserialize;

use super::address;
use crate::campaign::acts::started_on;
use crate::campaign::model::{Campaign, Way};
use crate::campaign::rules::{self, Progress};
use crate::campaign::sql;
use crate::organization::OrganizationId;
use crate::territory::Territory;
use crate::verification;
use crate::words::{Words, words};

/// Remaining organizations listed here; the sheet has the calls to make.
const SHOWN: usize = 200;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::campaign) struct Said {
    once: String,
    version: i64,
}

#[derive(Template)]
#[template(path = "campaign/pages/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    campaign: Campaign,
    name: String,
    progress: Progress,
    remaining: Vec<Remaining>,
}

struct Remaining {
    name: String,
    href: String,
    how: String,
    entries: usize,
}

pub(in crate::campaign) async fn show(may: May<VerifyDirectory>, Path(id): Path<CampaignId>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let campaign = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    let territory = Territory::from_code(&campaign.territory).ok_or(Nope::NotFound)?;
    let standees = verification::standings(&mut tx, &territory).await?;
    let asked = sql::asked(&mut tx, id).await?;
    let ids: Vec<&str> = asked.iter().map(|one| one.organization.as_str()).collect();
    let resting = verification::resting(&mut tx, &ids, may.app().clock().now()).await?;
    drop(tx);
    let left = rules::remaining(&standees, started_on(&campaign));
    let name_of = |id: &OrganizationId| {
        standees.iter().find(|one| one.organization == id.as_str()).map(|one| one.organization_name.clone())
    };
    let remaining = asked.iter().filter_map(|one| {
        let entries = *left.get(one.organization.as_str())?;
        let how = match (one.way, one.written_at, one.reminded_at) {
            (Way::Telephone, ..) => w.campaign_to_call(),
            (Way::Letter, None, _) => match resting.get(one.organization.as_str()) {
                Some(until) => w.campaign_to_write_on(dates::plain(in_france(*until).date(), may.lang)),
                None => w.campaign_to_write(),
            },
            (Way::Letter, Some(_), None) => w.campaign_written(),
            (Way::Letter, Some(_), Some(_)) => w.campaign_reminded(),
        };
        let href = crate::address::organization(&one.organization);
        Some(Remaining { name: name_of(&one.organization)?, href, how, entries })
    });
    let page = ShowPage {
        name: territory.name().to_owned(),
        progress: Progress::of(&asked, &left),
        remaining: remaining.take(SHOWN).collect(),
        ui: &may.ui,
        w,
        campaign,
    };
    page::show(&page)
}

pub(in crate::campaign) async fn stop(
    may: May<VerifyDirectory>,
    Path(id): Path<CampaignId>,
    Form(said): Form<Said>,
) -> Answer {
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &said.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let campaign = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    if campaign.version != said.version {
        return Err(Nope::Changed);
    }
    let campaign = campaign.stopped(now).map_err(|_| Nope::Changed)?;
    if !sql::stop(&mut tx, &campaign).await? {
        return Err(Nope::Changed);
    }
    audit::note(&mut tx, may.who(), Action::Changed, id, None, now).await?;
    once::commit(tx, &said.once, Some(may.id()), &address(id), now).await
}

impl ShowPage<'_> {
    fn path(&self) -> String {
        address(self.campaign.id)
    }

    fn started(&self) -> String {
        dates::plain(started_on(&self.campaign), self.ui.lang)
    }
}
