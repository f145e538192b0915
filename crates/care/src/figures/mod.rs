//! What a team's work comes to, counted: for the pages of figures (`observatory`), which read
//! nothing else of care.
//!
//! Words: the *cohort* of a period is every referral sent in it, whatever became of it; each one's
//! *path* is followed to this day; a *step* is one of the knots it passes; a *leak* is where it
//! ended without one.
//!
//! Invariants: everything but consultations and today's load is counted of one cohort, so that a
//! step never counts more than the one before; a later step implies the earlier ones; somebody is counted
//! once, where they were referred, whichever site their file moves to; no name of a person and no
//! identifier of a case leaves this folder; the number of queries depends on the number of sites and months
//! alone. Counts are exact: which of them may be published is the reader's to decide
//! (`measure::small_numbers`).
//!
//! Tables owned: those of [`months`], derived; it reads those of the other slices.

mod day;
mod group;
mod journey;
mod model;
mod months;
mod path;
mod reading;
mod rules;
mod sql;
mod tally;
#[cfg(test)]
mod tests;
pub mod unmet;

pub use group::{AgeClass, Dimension, Group, Part};
pub use model::{Change, Cohort, Figures, Load, LostConnections, Period, Source, Step, WAITED};
pub(crate) use months::{JOBS, REFRESH};
pub use months::{forget, refresh};

use kernel::coded::Coded;
use kernel::id::SiteId;
use measure::Instrument;
use platform::db::{DbError, Tx};

use self::tally::Tally;

/// What the store says of some sites together: read once, counted as a whole and by groups.
#[derive(Debug)]
pub struct Counted(Tally);

/// # Errors
/// [`DbError`] of the store.
pub async fn of_sites(tx: &mut Tx, sites: &[SiteId], cohort: Cohort) -> Result<Counted, DbError> {
    Ok(Counted(reading::tally(tx, sites, cohort).await?))
}

/// The instrument that figures of a site speak of, as its answers were read.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn instrument(
    tx: &mut Tx,
    site: SiteId,
    (code, version): (&str, &str),
) -> Result<Option<&'static Instrument>, DbError> {
    crate::instruments::answered(tx, site, (code, version)).await
}

impl Counted {
    pub fn all(&self) -> Figures {
        rules::figures(&self.0)
    }

    /// Of each dimension each group that somebody is in, measured as the whole is; together they are all.
    pub fn groups(&self, all: &Figures) -> Vec<(Dimension, Vec<Group>)> {
        let main = all.main_change();
        Dimension::all().map(|dimension| (dimension, rules::groups(&self.0, dimension, main))).collect()
    }
}
