//! What a team's work comes to, counted: for the pages of figures (`observatory`), which read
//! nothing else of care.
//!
//! Words: the *cohort* of a period is every referral sent in it, whatever became of it; each one's
//! *path* is followed to this day; a *step* is one of the knots it passes; a *leak* is where it
//! ended without one.
//!
//! Invariants: everything but consultations and today's load is counted of one cohort, so that a
//! step never counts more than the one before; a later step implies the earlier ones; no name of a
//! person and no identifier of a case leaves this folder; the number of queries depends on the
//! number of sites alone. Counts are exact: which of them may be published is the reader's to
//! decide (`measure::small_numbers`).
//!
//! Tables owned: none; it reads those of the other slices.

mod model;
mod rules;
mod sql;

pub use model::{Change, Figures, Load, LostConnections, Period, Source, Step, WAITED};

use kernel::id::SiteId;
use platform::db::{DbError, Tx};

/// The figures of some sites together, over one period.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_sites(tx: &mut Tx, sites: &[SiteId], period: Period) -> Result<Figures, DbError> {
    let mut found = model::Found::default();
    for site in sites {
        sql::collect(tx, *site, period, &mut found).await?;
    }
    Ok(rules::figures(&found))
}
