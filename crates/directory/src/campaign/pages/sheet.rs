//! The call sheet of a campaign: those without an address, or all who have not answered.

use kernel::id::CampaignId;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Nope, Path, Query};
use serde::Deserialize;

use super::address;
use crate::campaign::acts::started_on;
use crate::campaign::model::{Asked, Way};
use crate::campaign::{rules, sql};
use crate::territory::Territory;
use crate::verification::{self, Link, SheetFrame};
use crate::words::words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::campaign) struct Wanted {
    /// With those who were written to and stay silent.
    tous: String,
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
    let is_called =
        |one: &Asked| left.contains_key(one.organization.as_str()) && (is_all || one.way == Way::Telephone);
    let to_call: Vec<_> = asked.into_iter().filter(is_called).map(|one| one.organization).collect();
    let (w, page) = (words(may.lang), address(id));
    let other = match is_all {
        true => Link { href: format!("{page}/feuille"), label: w.campaign_sheet_calls() },
        false => Link { href: format!("{page}/feuille?tous=1"), label: w.campaign_sheet_all() },
    };
    let back = Link { href: page, label: w.campaign_title(territory.name()) };
    verification::call_sheet(&mut tx, &may.ui, SheetFrame { back, other: Some(other) }, &to_call).await
}
