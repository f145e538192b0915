//! Freezing: each day, what has become ripe.

use care::figures;
use jiff::Timestamp;
use kernel::id::SiteId;
use platform::accounts::sites;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::jobs::{JobKind, JobResult};

use super::calendar::Quarter;
use super::model::Scope;
use super::sql;
use crate::told::Numbers;

pub(crate) const FREEZE: &str = "observatory.freeze";
pub(crate) const JOB: JobKind = JobKind { name: FREEZE, run };

/// Quarters looked back at, for a server that stood still: two years.
const BACK: usize = 8;

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let today = app.clock().today();
        let ripe = std::iter::successors(Some(Quarter::last_ripe(today)), |last| Some(last.before()));
        for quarter in ripe.take(BACK) {
            freeze(tx, quarter, app.clock().now()).await?;
        }
        Ok(())
    })
}

/// All teams and their sum, or nothing where that was done.
async fn freeze(tx: &mut Tx, quarter: Quarter, now: Timestamp) -> Result<(), DbError> {
    if sql::is_frozen(tx, quarter).await? {
        return Ok(());
    }
    let mut counted = Vec::new();
    for site in sites::all(tx).await? {
        let numbers = count(tx, &[site.id], quarter).await?;
        if !numbers.all.is_empty() {
            sql::insert(tx, (Scope::Team(site.id), quarter), &numbers, now).await?;
            counted.push(site.id);
        }
    }
    if counted.is_empty() {
        return Ok(());
    }
    let together = count(tx, &counted, quarter).await?;
    sql::insert(tx, (Scope::All, quarter), &together, now).await
}

async fn count(tx: &mut Tx, sites: &[SiteId], quarter: Quarter) -> Result<Numbers, DbError> {
    Ok(Numbers::of(&figures::of_sites(tx, sites, quarter.cohort()).await?))
}
