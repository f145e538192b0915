//! Reads what became of a site's referrals out of the tables of the other slices: as many queries, whatever
//! their number.

mod course;
mod journeys;

use kernel::clock::start_of;
use kernel::id::{AccountId, SiteId};
use platform::db::{DbError, Tx};
use uuid::Uuid;

use super::model::{Load, Period};
use crate::screening;

pub(super) use journeys::journeys;

/// Consultations and self-screenings held in a period.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn screened(tx: &mut Tx, site: SiteId, held: Period) -> Result<u32, DbError> {
    Ok(whole(screening::held(tx, site, (held.from, held.before)).await?))
}

/// What each one carries today.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn loads(tx: &mut Tx, site: SiteId) -> Result<Vec<Load>, DbError> {
    let rows: Vec<(Option<Uuid>, Option<String>, i64, i64)> = tx
        .all(
            "SELECT a.id, a.name, k.open, k.waiting
             FROM (SELECT link_worker_id, COUNT(*) AS open, COUNT(CASE WHEN reached_at IS NULL THEN 1 END) AS waiting
                   FROM case_file
                   WHERE site_id = $1 AND state IN ('awaiting_contact', 'in_assessment', 'active', 'paused')
                   GROUP BY link_worker_id) k
             LEFT JOIN account a ON a.id = k.link_worker_id ORDER BY a.name, a.id",
            &[site.into()],
        )
        .await?;
    let load = |(id, link_worker, open, waiting): (Option<Uuid>, _, _, _)| Load {
        account: id.map(AccountId),
        link_worker,
        open: whole(open),
        waiting: whole(waiting),
    };
    Ok(rows.into_iter().map(load).collect())
}

/// The moments (Unix seconds) at which a period begins and has ended.
pub(super) fn moments(period: Period) -> (i64, i64) {
    (start_of(period.from).as_second(), start_of(period.before).as_second())
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
