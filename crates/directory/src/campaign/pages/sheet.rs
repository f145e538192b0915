//! The telephone sheet: on paper, one organization after the other, the same fields with boxes to
//! tick.

use askama::Template;
use kernel::id::CampaignId;
use platform::db::Tx;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Query, Ui, dates};
use serde::Deserialize;

use super::address;
use crate::campaign::acts::started_on;
use crate::campaign::model::{Asked, Campaign, Way};
use crate::campaign::{rules, sql};
use crate::facts;
use crate::territory::Territory;
use crate::verification::{self, Line};
use crate::words::{Words, words};

/// Organizations on one print: an afternoon of calls.
const MOST: usize = 40;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::campaign) struct Wanted {
    /// With those who were written to and stay silent.
    tous: String,
}

#[derive(Template)]
#[template(path = "campaign/pages/sheet.html")]
struct SheetPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    campaign: Campaign,
    name: &'static str,
    organizations: Vec<Called>,
    left_out: usize,
    is_all: bool,
}

struct Called {
    name: String,
    phone: Option<String>,
    entries: Vec<(String, Vec<Line>)>,
}

pub(in crate::campaign) async fn sheet(
    may: May<VerifyDirectory>,
    Path(id): Path<CampaignId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let is_all = !wanted.tous.is_empty();
    let mut tx = may.app().db().read().await?;
    let campaign = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    let territory = Territory::from_code(&campaign.territory).ok_or(Nope::NotFound)?;
    let standees = verification::standings(&mut tx, &territory).await?;
    let left = rules::remaining(&standees, started_on(&campaign));
    let asked = sql::asked(&mut tx, id).await?;
    let to_call: Vec<&Asked> = asked
        .iter()
        .filter(|one| left.contains_key(one.organization.as_str()) && (is_all || one.way == Way::Telephone))
        .collect();
    let mut organizations = Vec::new();
    for one in to_call.iter().take(MOST) {
        organizations.extend(called(&mut tx, &may.ui, one).await?);
    }
    drop(tx);
    page::show(&SheetPage {
        left_out: to_call.len().saturating_sub(MOST),
        name: territory.name(),
        w: words(may.lang),
        ui: &may.ui,
        organizations,
        campaign,
        is_all,
    })
}

async fn called(tx: &mut Tx, ui: &Ui, one: &Asked) -> Result<Option<Called>, Nope> {
    let Some(organization) = verification::listed(tx, &one.organization).await? else { return Ok(None) };
    let mut phone = facts::phone(&organization.contact);
    let mut entries = Vec::new();
    for row in verification::offered(tx, &organization.id).await? {
        let resource = row.read()?;
        phone = phone.or_else(|| facts::phone(&resource.contact));
        let lines = verification::lines(&resource, ui.today(), ui.lang);
        entries.push((resource.name, lines));
    }
    Ok(Some(Called { name: organization.name, phone: phone.map(|phone| phone.spoken), entries }))
}

impl SheetPage<'_> {
    fn back(&self) -> String {
        address(self.campaign.id)
    }

    fn other(&self) -> String {
        let sheet = format!("{}/feuille", self.back());
        if self.is_all { sheet } else { format!("{sheet}?tous=1") }
    }

    fn printed_on(&self) -> String {
        dates::plain(self.ui.today(), self.ui.lang)
    }
}
