//! The call sheet of a campaign: those without an address, or all who have not answered.

use kernel::id::CampaignId;
use platform::paper;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Nope, Path, Query};
use serde::Deserialize;

use super::address;
use crate::campaign::acts::started_on;
use crate::campaign::model::{Asked, Way};
use crate::campaign::{rules, sql};
use crate::territory::Territory;
use crate::verification::{self, CALLS, Calls, Link, SheetFrame};
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
    let (territory, calls) = to_make(&may, id, &wanted).await?;
    let (w, page) = (words(may.lang), address(id));
    let (all, label, file) = match wanted.is_all() {
        true => ("", w.campaign_sheet_calls(), "feuille.pdf?tous=1"),
        false => ("?tous=1", w.campaign_sheet_all(), "feuille.pdf"),
    };
    let frame = SheetFrame {
        other: Some(Link { href: format!("{page}/feuille{all}"), label }),
        file: format!("{page}/{file}"),
        back: Link { href: page, label: w.campaign_title(territory.name()) },
    };
    calls.page(&may.ui, frame)
}

pub(in crate::campaign) async fn sheet_file(
    may: May<VerifyDirectory>,
    paper: paper::Wanted,
    Path(id): Path<CampaignId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (_, calls) = to_make(&may, id, &wanted).await?;
    paper.handed(&CALLS, calls.filled(&may.ui), &may.ui).await
}

impl Wanted {
    fn is_all(&self) -> bool {
        !self.tous.is_empty()
    }
}

async fn to_make(
    may: &May<VerifyDirectory>,
    id: CampaignId,
    wanted: &Wanted,
) -> Result<(Territory, Calls), Nope> {
    let mut tx = may.app().db().read().await?;
    let campaign = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    let territory = Territory::from_code(&campaign.territory).ok_or(Nope::NotFound)?;
    let standees = verification::standings(&mut tx, &territory).await?;
    let left = rules::remaining(&standees, started_on(&campaign));
    let asked = sql::asked(&mut tx, id).await?;
    let is_called = |one: &Asked| {
        left.contains_key(one.organization.as_str()) && (wanted.is_all() || one.way == Way::Telephone)
    };
    let to_call: Vec<_> = asked.into_iter().filter(is_called).map(|one| one.organization).collect();
    let calls = Calls::to(&mut tx, &may.ui, &to_call).await?;
    Ok((territory, calls))
}
