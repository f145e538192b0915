//! Freezing: each day, what has become ripe.

use care::cost::{self, Costs};
use care::figures;
use jiff::Timestamp;
use kernel::id::SiteId;
use platform::accounts::sites;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::jobs::{JobKind, JobResult};

use super::model::Scope;
use super::quarter::Quarter;
use super::span::{Span, Year};
use super::sql;
use crate::told::Numbers;

pub(crate) const FREEZE: &str = "observatory.freeze";
pub(crate) const JOB: JobKind = JobKind { name: FREEZE, run };

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let (today, now) = (app.clock().today(), app.clock().now());
        let last = Year::last_ripe(today);
        // A server that stood still looks back at two years, and at every quarter of theirs.
        let first = last.before();
        let quarters = std::iter::successors(Some(Quarter::last_ripe(today)), |last| Some(last.before()));
        for quarter in quarters.take_while(|quarter| quarter.year >= first.0) {
            freeze_quarter(tx, quarter, now).await?;
        }
        freeze_year(tx, first, now).await?;
        Ok(freeze_year(tx, last, now).await?)
    })
}

/// All teams and their sum, or nothing where that was done.
async fn freeze_quarter(tx: &mut Tx, quarter: Quarter, now: Timestamp) -> Result<(), DbError> {
    let span = Span::Quarter(quarter);
    if sql::is_frozen(tx, span).await? {
        return Ok(());
    }
    let mut counted = Vec::new();
    for site in sites::all(tx).await? {
        let numbers = count(tx, &[site.id], quarter).await?;
        if !numbers.all.is_empty() {
            sql::insert(tx, (Scope::Team(site.id), span), (&numbers, None), now).await?;
            counted.push(site.id);
        }
    }
    if counted.is_empty() {
        return Ok(());
    }
    let together = count(tx, &counted, quarter).await?;
    sql::insert(tx, (Scope::All, span), (&together, None), now).await
}

async fn count(tx: &mut Tx, sites: &[SiteId], quarter: Quarter) -> Result<Numbers, DbError> {
    Ok(Numbers::of(&figures::of_sites(tx, sites, quarter.cohort()).await?))
}

/// What the quarters of a year say, added up, and what its courses of support cost; nothing where that was
/// done or no quarter was frozen.
async fn freeze_year(tx: &mut Tx, year: Year, now: Timestamp) -> Result<(), DbError> {
    let span = Span::Year(year);
    if sql::is_frozen(tx, span).await? {
        return Ok(());
    }
    for scope in sql::scopes_of(tx, year).await? {
        let mut quarters = Vec::new();
        for quarter in year.quarters() {
            let frozen = sql::find(tx, scope, Span::Quarter(quarter)).await?;
            quarters.extend(frozen.map(|frozen| frozen.numbers));
        }
        let costs = costs(tx, scope, year).await?;
        sql::insert(tx, (scope, span), (&Numbers::sum(&quarters), Some(costs)), now).await?;
    }
    Ok(())
}

/// Of all together: of the teams that some quarter was frozen with.
async fn costs(tx: &mut Tx, scope: Scope, year: Year) -> Result<Costs, DbError> {
    let sites = match scope {
        Scope::Team(site) => vec![site],
        Scope::All => sql::scopes_of(tx, year).await?.into_iter().filter_map(Scope::site).collect(),
    };
    cost::closed(tx, &sites, Span::Year(year).cohort().sent).await
}
