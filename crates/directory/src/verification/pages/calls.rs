//! The call sheet of the work list: no campaign is needed to telephone.

use platform::paper;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Nope, Query};
use serde::Deserialize;

use super::sheet::{CALLS, Calls, Link, SheetFrame};
use crate::organization::OrganizationId;
use crate::territory::Territory;
use crate::verification::standing::{standings, to_ask};
use crate::verification::{LIST, rules};
use crate::words::words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::verification) struct Wanted {
    /// Its code.
    territoire: String,
}

pub(in crate::verification) async fn calls(
    may: May<VerifyDirectory>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (territory, calls) = to_make(&may, &wanted).await?;
    let label = format!("{} · {}", words(may.lang).verification_list(), territory.name());
    let back = Link { href: format!("{LIST}?territoire={}", territory.code()), label };
    let file = format!("{LIST}/feuille.pdf?territoire={}", territory.code());
    calls.page(&may.ui, SheetFrame { back, other: None, file })
}

pub(in crate::verification) async fn calls_file(
    may: May<VerifyDirectory>,
    paper: paper::Wanted,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (_, calls) = to_make(&may, &wanted).await?;
    paper.handed(&CALLS, calls.filled(&may.ui), &may.ui).await
}

async fn to_make(may: &May<VerifyDirectory>, wanted: &Wanted) -> Result<(Territory, Calls), Nope> {
    let territory = Territory::from_code(&wanted.territoire).ok_or(Nope::NotFound)?;
    let mut tx = may.app().db().read().await?;
    let standees = standings(&mut tx, &territory).await?;
    let ids = to_ask(&standees, rules::stale_before(may.today()));
    let to_call: Vec<OrganizationId> =
        ids.into_iter().filter_map(|id| OrganizationId::parse(id).ok()).collect();
    let calls = Calls::to(&mut tx, &may.ui, &to_call).await?;
    Ok((territory, calls))
}
