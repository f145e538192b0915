//! The entries of a territory, the least sure first.

use jiff::Timestamp;
use platform::db::{DbError, Tx};
use platform::web::dates;

use super::rules::Standing;
use super::sql;
use crate::stored;
use crate::territory::Territory;

/// One entry of a territory, and how sure it is.
#[derive(Clone, Debug)]
pub(crate) struct Standee {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The organization it is shown under.
    pub(crate) organization: String,
    pub(crate) organization_name: String,
    pub(crate) standing: Standing,
}

/// Every entry of a territory, the least sure first, then by name.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn standings(tx: &mut Tx, territory: &Territory) -> Result<Vec<Standee>, DbError> {
    let communes: Vec<&str> = territory.communes().map(|commune| commune.code.as_str()).collect();
    let communes = stored::written(&communes, "resource", "commune", "")?;
    let mut standees: Vec<Standee> = sql::standings(tx, &communes).await?.into_iter().map(standee).collect();
    standees.sort_by(|a, b| {
        a.standing
            .order()
            .cmp(&b.standing.order())
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.id.cmp(&b.id))
    });
    Ok(standees)
}

fn standee(row: sql::StandingRow) -> Standee {
    let by_date = row.verified_on.and_then(|day| day.parse().ok());
    let by_moment = row.checked_at.and_then(|second| Timestamp::from_second(second).ok());
    let by_moment = by_moment.map(|moment| dates::day(moment.as_second()));
    Standee {
        id: row.id,
        name: row.name,
        organization: row.organization_id,
        organization_name: row.organization_name,
        standing: Standing { doubts: row.doubts, reports: row.reports, checked_on: by_date.max(by_moment) },
    }
}
