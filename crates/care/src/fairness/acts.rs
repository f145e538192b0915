//! Counting what is shown.

use directory::resource::{self, Resource};
use jiff::civil::Date;
use kernel::id::SiteId;
use platform::db::{DbError, Tx};

use super::model::{Size, Tally};
use super::sql;

/// Counts the resources that stand on one page of a site's list, in the month of that day.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn count(
    tx: &mut Tx,
    site: SiteId,
    shown: &[&Resource],
    today: Date,
) -> Result<(), DbError> {
    if shown.is_empty() {
        return Ok(());
    }
    let tally = tallied(tx, shown).await?;
    sql::add(tx, site, &month(today), &tally).await
}

/// Each of these once, with the size of its organization.
pub(super) async fn tallied(tx: &mut Tx, resources: &[&Resource]) -> Result<Tally, DbError> {
    let organizations: Vec<&str> = resources.iter().map(|resource| resource.organization.as_str()).collect();
    let offered = resource::count_offered(tx, &organizations).await?;
    let mut tally = Tally::default();
    for resource in resources {
        let offered = offered.get(resource.organization.as_str()).copied().unwrap_or_default();
        tally.add(resource, Size::of(offered));
    }
    Ok(tally)
}

pub(super) fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}
