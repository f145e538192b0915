//! Making sheets again, a few at a time.

use jiff::SignedDuration;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::jobs::{self, JobKind, JobResult};

use super::{MONTH, sql};
use crate::figures::sql::journeys;

pub(crate) const REFRESH: &str = "care.figures";
pub(crate) const JOBS: [JobKind; 1] = [JobKind { name: REFRESH, run }];

/// Months made in one transaction: on SQLite nobody else writes meanwhile.
const AT_ONCE: i64 = 4;
/// How long what is changed today is read from the tables, and how long others may write between two turns.
const REST: SignedDuration = SignedDuration::from_mins(10);
const BREATH: SignedDuration = SignedDuration::from_secs(2);

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let pause = if refresh(tx).await? { BREATH } else { REST };
        Ok(jobs::schedule(tx, REFRESH, "", app.clock().now() + pause).await?)
    })
}

/// Lets every sheet be made again: until then figures are read from the tables.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn forget(tx: &mut Tx) -> Result<(), DbError> {
    sql::forget_all(tx).await
}

/// Makes some sheets again; whether others wait for it.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn refresh(tx: &mut Tx) -> Result<bool, DbError> {
    sql::forget_others(tx).await?;
    let changed = sql::take_changes(tx, AT_ONCE).await?;
    for (site, month) in &changed {
        let sent = (month.saturating_mul(MONTH), month.saturating_add(1).saturating_mul(MONTH));
        let made = journeys(tx, *site, sent).await?;
        sql::keep(tx, *site, *month, &made).await?;
    }
    Ok(i64::try_from(changed.len()).is_ok_and(|count| count >= AT_ONCE))
}
