//! Looking for duplicates in the whole directory, and keeping what was found.

use std::collections::HashMap;

use platform::db::{Db, DbError, Tx};

use super::compare::{BadScales, Scales};
use super::merged::Merged;
use super::model::Pair;
use super::proposals::proposals;
use super::rules::{Change, changes};
use super::{showing, sql};
use crate::organization::{self, Organization, OrganizationId, OrganizationRow};

/// What a search did, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub organizations: usize,
    /// Pairs found for the first time.
    pub proposed: usize,
    /// Pairs to be looked at again, as what is known of them has changed.
    pub renewed: usize,
    /// Proposals nothing speaks for any longer.
    pub withdrawn: usize,
}

/// Why nothing was looked for.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Scales(#[from] BadScales),
    /// The application is stopping, or the comparing panicked.
    #[error(transparent)]
    Stopped(#[from] tokio::task::JoinError),
}

/// Compares every entry with those it may be the same as, and brings the proposals up to date.
/// What people decide meanwhile stands: readers and writers wait for the writing only.
///
/// # Errors
/// [`SearchError`]; nothing is changed then.
pub async fn search(db: &Db) -> Result<Report, SearchError> {
    let mut tx = db.read().await?;
    let rows = organization::present_rows(&mut tx).await?;
    let merged = showing::merged(&mut tx).await?;
    let known = sql::all(&mut tx).await?;
    drop(tx);
    let scales = Scales::shipped()?;
    // Seconds of work for a whole country's directory: not among the requests being answered.
    let plan = tokio::task::spawn_blocking(move || plan(&rows, known, &merged, scales)).await??;
    let mut tx = db.begin().await?;
    for change in &plan.changes {
        write(&mut tx, change, &plan.departements).await?;
    }
    tx.commit().await?;
    Ok(plan.report())
}

struct Plan {
    organizations: usize,
    changes: Vec<Change>,
    departements: HashMap<OrganizationId, String>,
}

impl Plan {
    fn report(&self) -> Report {
        let count = |is: fn(&Change) -> bool| self.changes.iter().filter(|change| is(change)).count();
        Report {
            organizations: self.organizations,
            proposed: count(|change| matches!(change, Change::Propose { .. })),
            renewed: count(|change| matches!(change, Change::Renew { .. })),
            withdrawn: count(|change| matches!(change, Change::Withdraw { .. })),
        }
    }
}

fn plan(
    rows: &[OrganizationRow],
    known: Vec<Pair>,
    merged: &Merged,
    scales: Scales,
) -> Result<Plan, DbError> {
    let organizations: Vec<Organization> =
        rows.iter().map(OrganizationRow::read).collect::<Result<_, _>>()?;
    let entries: Vec<&Organization> = organizations.iter().collect();
    let found = proposals(&entries, scales, scales.weights.thresholds.propose);
    let changes = changes(known, &found, merged, scales.weights);
    let departements = organizations.iter().filter_map(departement).collect();
    Ok(Plan { organizations: organizations.len(), changes, departements })
}

fn departement(entry: &Organization) -> Option<(OrganizationId, String)> {
    let commune = entry.place.commune.as_ref()?;
    Some((entry.id.clone(), commune.departement().to_owned()))
}

async fn write(
    tx: &mut Tx,
    change: &Change,
    departements: &HashMap<OrganizationId, String>,
) -> Result<(), DbError> {
    match change {
        Change::Propose { first, second, likeness } => {
            let departement = departements.get(first).or_else(|| departements.get(second));
            sql::propose(tx, (first, second), departement.map(String::as_str), likeness).await
        }
        Change::Renew { pair, likeness } => sql::renew(tx, pair, likeness).await,
        Change::Withdraw { pair } => sql::withdraw(tx, pair).await,
    }
}
