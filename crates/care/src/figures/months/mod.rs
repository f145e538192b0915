//! Sheets kept: what became of the referrals of thirty days each, read in place of the tables they were made
//! from.
//!
//! The database itself leaves word of each change (`derived_change`, by triggers of the migration), so that no
//! act has to know of figures. A month of which there is word is read from the tables, until a job has made its
//! sheet again.
//!
//! Invariants: figures are the same with sheets and without; reading writes nothing; a sheet names nobody,
//! and goes at once when a referral of its month is erased or frozen.
//!
//! Tables owned: `derived_month`, `derived_change`. What is derived is in no backup.

mod refresh;
mod sql;
#[cfg(test)]
mod tests;

use kernel::id::SiteId;
use platform::db::{DbError, Tx};

use super::journey::Journeys;
use super::model::Period;
use super::sql::{journeys, moments};

pub(crate) use refresh::{JOBS, REFRESH};
pub use refresh::{forget, refresh};

/// Journeys, or a sheet that holds some.
#[derive(Debug)]
pub(super) enum Piece {
    Read(Journeys),
    /// As it was kept.
    Sheet(Vec<u8>),
}

impl Piece {
    /// # Errors
    /// [`DbError::Impossible`] for a sheet that this program did not write.
    pub(super) fn journeys(self) -> Result<Journeys, DbError> {
        match self {
            Piece::Read(journeys) => Ok(journeys),
            Piece::Sheet(bytes) => sql::opened(&bytes),
        }
    }
}

/// Seconds that one sheet is of.
const MONTH: i64 = 30 * 86_400;

/// All that became of what a site was sent in a period; of its first and last month, kept sheets tell of other
/// days, too.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn read(tx: &mut Tx, site: SiteId, sent: Period) -> Result<Vec<Piece>, DbError> {
    let (mut from, before) = moments(sent);
    let mut all = Vec::new();
    for (month, kept) in sql::kept(tx, site, (from, before)).await? {
        let (begins, ends) = (month.saturating_mul(MONTH), month.saturating_add(1).saturating_mul(MONTH));
        if from < begins {
            all.push(Piece::Read(journeys(tx, site, (from, begins)).await?));
        }
        all.push(Piece::Sheet(kept));
        from = ends;
    }
    if from < before {
        all.push(Piece::Read(journeys(tx, site, (from, before)).await?));
    }
    Ok(all)
}
