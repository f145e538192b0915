//! Looking for duplicates in the whole directory, and keeping what was found.

use std::collections::HashMap;

use platform::db::{Db, DbError, Tx};

use super::compare::{BadScales, Scales, Sketch};
use super::entry::{EntryId, Kind};
use super::merged::Merged;
use super::model::Pair;
use super::offers::Offers;
use super::proposals::proposals;
use super::rules::{Change, changes};
use super::{showing, sql};
use crate::organization::{self, OrganizationRow};

/// What a search did, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub organizations: usize,
    /// Those that were compared: of organizations that are one, or may be.
    pub resources: usize,
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

/// Compares every organization with those it may be the same as, then what is offered by those that
/// are one or may be, and brings the proposals up to date. What people decide meanwhile stands:
/// readers and writers wait for the writing only.
///
/// # Errors
/// [`SearchError`]; nothing of the kind being searched is changed then.
pub async fn search(db: &Db) -> Result<Report, SearchError> {
    let scales = Scales::shipped()?;
    let mut report = Report::default();
    for kind in Kind::ALL {
        of_kind(db, *kind, scales, &mut report).await?;
    }
    Ok(report)
}

async fn of_kind(db: &Db, kind: Kind, scales: Scales, report: &mut Report) -> Result<(), SearchError> {
    let mut tx = db.read().await?;
    let rows = Rows::read(&mut tx, kind).await?;
    let merged = showing::merged(&mut tx, kind).await?;
    let known = sql::all(&mut tx, kind).await?;
    drop(tx);
    // Seconds of work for a whole country's directory: not among the requests being answered.
    let plan = tokio::task::spawn_blocking(move || plan(&rows, known, &merged, scales)).await??;
    let mut tx = db.begin().await?;
    for (change, departement) in &plan.changes {
        write(&mut tx, kind, change, departement.as_deref()).await?;
    }
    tx.commit().await?;
    plan.add_to(kind, report);
    Ok(())
}

enum Rows {
    Organizations(Vec<OrganizationRow>),
    Resources(Offers),
}

impl Rows {
    async fn read(tx: &mut Tx, kind: Kind) -> Result<Rows, DbError> {
        Ok(match kind {
            Kind::Organization => Rows::Organizations(organization::present_rows(tx).await?),
            Kind::Resource => Rows::Resources(Offers::read(tx).await?),
        })
    }

    fn sketches(&self, scales: Scales) -> Result<Vec<Sketch>, DbError> {
        match self {
            Rows::Organizations(rows) => {
                rows.iter().map(|row| Ok(Sketch::of(&row.read()?, scales.lexicon))).collect()
            }
            Rows::Resources(offers) => offers.sketches(scales),
        }
    }
}

struct Plan {
    compared: usize,
    /// Each with the département its pair is of.
    changes: Vec<(Change, Option<String>)>,
}

impl Plan {
    fn add_to(&self, kind: Kind, report: &mut Report) {
        match kind {
            Kind::Organization => report.organizations += self.compared,
            Kind::Resource => report.resources += self.compared,
        }
        for (change, _) in &self.changes {
            match change {
                Change::Propose { .. } => report.proposed += 1,
                Change::Renew { .. } => report.renewed += 1,
                Change::Withdraw { .. } => report.withdrawn += 1,
            }
        }
    }
}

fn plan(rows: &Rows, known: Vec<Pair>, merged: &Merged, scales: Scales) -> Result<Plan, DbError> {
    let sketches = rows.sketches(scales)?;
    let compared = sketches.len();
    let departements = departements(&sketches);
    let found = proposals(sketches, scales, scales.weights.thresholds.propose);
    let changes = changes(known, &found, merged, scales.weights).into_iter();
    let placed = |change: Change| {
        let departement = match &change {
            Change::Propose { first, second, .. } => departements.get(first).or(departements.get(second)),
            Change::Renew { .. } | Change::Withdraw { .. } => None,
        };
        let departement = departement.cloned();
        (change, departement)
    };
    Ok(Plan { compared, changes: changes.map(placed).collect() })
}

async fn write(tx: &mut Tx, kind: Kind, change: &Change, departement: Option<&str>) -> Result<(), DbError> {
    match change {
        Change::Propose { first, second, likeness } => {
            sql::propose(tx, kind, (first, second), departement, likeness).await
        }
        Change::Renew { pair, likeness } => sql::renew(tx, pair, likeness).await,
        Change::Withdraw { pair } => sql::withdraw(tx, pair).await,
    }
}

fn departements(sketches: &[Sketch]) -> HashMap<EntryId, String> {
    let departement = |sketch: &Sketch| {
        let commune = sketch.commune.as_ref()?;
        Some((sketch.id.clone(), commune.departement().to_owned()))
    };
    sketches.iter().filter_map(departement).collect()
}
