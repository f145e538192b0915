//! Saying what an hour costs.

use kernel::clock::in_france;
use kernel::id::{CostRateId, SiteId};
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::cost::model::NewRate;
use crate::cost::rules::{self, NotAdded};
use crate::cost::sql;

/// Adds what an hour costs a team from a day on; what was said before stays, and stays to be read.
///
/// # Errors
/// [`NotAdded`] inside; the store's outside.
pub async fn add_rate(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    new: &NewRate,
) -> Result<Result<(), NotAdded>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let known = sql::rates::of_site(tx, site).await?;
    let days = known.iter().map(|rate| rate.new.valid_from);
    if let Err(refused) = rules::may_begin(new.valid_from, in_france(acting.now).date(), days) {
        return Ok(Err(refused));
    }
    sql::rates::insert(tx, (CostRateId::new(), site), new, (by, acting.now)).await?;
    acting.trace(tx, Action::Changed, site, site).await?;
    Ok(Ok(()))
}
