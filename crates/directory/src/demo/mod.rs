//! The demo territory (Bron, Vénissieux, Saint-Fons): for whoever tries the product.
//!
//! Organizations and resources of `data/demo` are invented, as that folder's README says; the
//! three town halls are real, taken from the gazetteer.
//! Invariant: loading twice changes nothing.

mod files;
#[cfg(test)]
mod tests;
mod town_halls;

use jiff::Timestamp;
use platform::db::{Db, DbError};
use platform::web::Nope;

use crate::organization::OrganizationId;
use crate::stored::Outcome;
use crate::{neighbourhood, organization, resource, verification};

/// Organizations that confirmed their entries.
const CONFIRMED: [&str; 3] =
    ["demo--voix-voisines", "demo--ccas-de-bron", "demo--mediatheque-des-heures-claires"];

/// INSEE codes of the territory's communes.
pub const COMMUNES: [&str; 3] = ["69029", "69259", "69199"];

/// What is in the directory once the territory is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    pub organizations: usize,
    pub resources: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file of `data/demo` that does not hold what its README says.
    #[error("data/demo/{file}: {fault}")]
    File { file: &'static str, fault: String },
    #[error(transparent)]
    Store(#[from] DbError),
}

/// Three organizations confirm, by their own link, what is said of them: as pages then show it.
///
/// # Errors
/// The store's.
pub async fn confirm(db: &Db, now: Timestamp) -> Result<(), Nope> {
    let mut tx = db.begin().await?;
    for id in CONFIRMED {
        let id = OrganizationId::parse(id).map_err(|_| Nope::NotFound)?;
        verification::confirm_all(&mut tx, &id, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Writes the territory's organizations and resources, in one transaction.
///
/// # Errors
/// [`LoadError`]; nothing is then changed.
pub async fn load(db: &Db, now: Timestamp) -> Result<Loaded, LoadError> {
    let mut organizations = files::organizations()?;
    let mut resources = files::resources(&organizations)?;
    let (halls, counters) = town_halls::all();
    organizations.extend(halls);
    resources.extend(counters);

    let quarters = files::neighbourhoods()?;
    let mut tx = db.begin().await?;
    let mut changed = neighbourhood::bring(&mut tx, &quarters, now).await? > 0;
    for organization in &organizations {
        changed |= organization::put(&mut tx, organization, now).await? != Outcome::Unchanged;
    }
    for resource in &resources {
        changed |= resource::put(&mut tx, resource, now).await? != Outcome::Unchanged;
    }
    if changed {
        tx.commit().await?;
    }
    Ok(Loaded { organizations: organizations.len(), resources: resources.len() })
}
