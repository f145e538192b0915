use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use platform::db::{Db, DbError, Tx};
use serde_json::{Map, Value};

use super::own::{self, OwnOfStructure};
use super::pass::Pass;
use super::reason::{Notice, Reason};
use super::report::{Counts, Report};
use super::rows::{Context, Refused, Valid, services_of, structures_of};
use super::source::Source;
use super::source_error::SourceError;
use crate::duplicate;
use crate::exchange::reading::Remark;
use crate::gazetteer::Gazetteer;
use crate::organization::Organization;
use crate::resource::Resource;
use crate::stored::{Change, Content};
use crate::{organization, resource};

/// One of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    Structures,
    Services,
}

/// What whoever waits is told while it runs.
#[derive(Debug)]
pub enum Event<'e> {
    /// So many bytes of the file have been read.
    Read {
        file: File,
        bytes: u64,
        of: u64,
    },
    Refused {
        file: File,
        row: &'e Refused,
    },
    /// Of the file as a whole.
    Remarked {
        file: File,
        remark: &'e Remark,
    },
    /// Kept, with something odd.
    Noticed {
        file: File,
        line: u64,
        id: &'e str,
        notice: &'e Notice,
    },
}

/// Why nothing at all was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{file:?}: {error}")]
    Source {
        file: File,
        #[source]
        error: SourceError,
    },
    #[error(transparent)]
    Store(#[from] DbError),
}

/// Brings the directory up to what two files say, in one transaction: all of it or nothing.
///
/// A source is replaced whole: what it no longer lists is marked gone, and comes back if it
/// returns. Sources that neither file names are left alone. The last good version of a refused row
/// stays; where a refused row's identifier cannot be read, nobody knows whose version that is, and
/// nothing of its file is marked gone.
///
/// # Errors
/// [`ImportError`] when a file cannot be read to its end or the store fails; nothing is changed.
pub async fn import(
    db: &Db,
    now: Timestamp,
    files: (Source, Source),
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Report, ImportError> {
    let mut tx = db.begin().await?;
    let report = import_within(&mut tx, now, files, tell).await?;
    if report.changed() {
        tx.commit().await?;
    }
    Ok(report)
}

/// The same, kept or not with the transaction.
///
/// # Errors
/// As [`import`].
pub async fn import_within(
    tx: &mut Tx,
    now: Timestamp,
    files: (Source, Source),
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Report, ImportError> {
    let change = Change::begin(tx, now).await?;
    let report = lay(tx, Some(change), now, files, tell).await?;
    if report.changed() {
        duplicate::settle(tx, change).await?;
    }
    Ok(report)
}

/// What [`import`] would do, by the same rules; nothing is kept.
///
/// # Errors
/// As [`import`].
pub async fn examine(
    db: &Db,
    now: Timestamp,
    files: (Source, Source),
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Report, ImportError> {
    let mut tx = db.read().await?;
    lay(&mut tx, None, now, files, tell).await
}

/// Lays two files over what is stored; without a change, only to see what would change.
async fn lay(
    tx: &mut Tx,
    change: Option<Change>,
    now: Timestamp,
    (structure_rows, service_rows): (Source, Source),
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Report, ImportError> {
    let today = kernel::clock::in_france(now).date();
    let context = Context { today, centre_of: &centre_of };
    let (structures, present) = lay_structures(tx, change, structure_rows, context, tell).await?;
    let services = lay_services(tx, change, service_rows, &present, context, tell).await?;
    Ok(Report { structures, services })
}

fn centre_of(code: &CommuneCode) -> Option<Option<Point>> {
    Gazetteer::load().current(code).map(|commune| commune.centre)
}

/// The identifiers of those that are then in the directory, too.
async fn lay_structures(
    tx: &mut Tx,
    change: Option<Change>,
    source: Source,
    context: Context<'_>,
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<(Counts, HashSet<String>), ImportError> {
    let file = File::Structures;
    let known = organization::known(tx).await?;
    let known_here = organization::known_here(tx).await?;
    let known_here: HashMap<&str, OwnOfStructure> =
        known_here.iter().map(|one| (one.id.as_str(), OwnOfStructure::of(one))).collect();
    let mut pass = Pass::new(file, known, |structure: &Organization| structure.id.as_str());
    let progress = source.progress();
    let mut rows = structures_of(source.items(file, context.today), context);
    while let Some(row) = rows.next() {
        remark(file, &rows.take_remarks(), tell);
        let row = row.map_err(|error| ImportError::Source { file, error })?;
        let row = pass.check(row, |_| None);
        pass.tell(&row, &progress, tell);
        let Ok(Valid { value: mut organization, own: said, .. }) = row else { continue };
        let known_here = known_here.get(organization.id.as_str());
        let has_new_own = with_own(&mut organization, known_here, said.as_ref())?;
        let content = Content::of(&organization, "organization", organization.id.as_str())?;
        let id = organization.id.as_str();
        let outcome = pass.count(id, &organization.source, &content, has_new_own);
        let Some(change) = change else {
            breathe().await;
            continue;
        };
        organization::write(tx, &organization, &content, outcome, change).await?;
        if has_new_own {
            organization::set_kind(tx, &organization, change).await?;
        }
    }
    remark(file, &rows.take_remarks(), tell);
    let gone = pass.gone();
    if let Some(change) = change {
        for id in &gone {
            organization::mark_gone(tx, id, change).await?;
        }
    }
    Ok((pass.counts(), pass.present(&gone)))
}

async fn lay_services(
    tx: &mut Tx,
    change: Option<Change>,
    source: Source,
    organizations: &HashSet<String>,
    context: Context<'_>,
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Counts, ImportError> {
    let file = File::Services;
    let known = resource::known(tx).await?;
    let mut pass = Pass::new(file, known, |service: &Resource| service.id.as_str());
    let orphan = |resource: &Resource| {
        let id = resource.organization.as_str();
        (!organizations.contains(id)).then(|| Reason::NoSuchStructure { id: id.to_owned() })
    };
    let progress = source.progress();
    let mut rows = services_of(source.items(file, context.today), context);
    while let Some(row) = rows.next() {
        remark(file, &rows.take_remarks(), tell);
        let row = row.map_err(|error| ImportError::Source { file, error })?;
        let row = pass.check(row, orphan);
        pass.tell(&row, &progress, tell);
        let Ok(Valid { value: mut resource, own: said, .. }) = row else { continue };
        let has_new_own = with_ties(tx, &mut resource, said.as_ref()).await?;
        let content = Content::of(&resource, "resource", resource.id.as_str())?;
        let outcome = pass.count(resource.id.as_str(), &resource.source, &content, has_new_own);
        let Some(change) = change else {
            breathe().await;
            continue;
        };
        resource::write(tx, &resource, &content, outcome, change).await?;
        if has_new_own {
            resource::set_ties(tx, &resource, change).await?;
        }
    }
    remark(file, &rows.take_remarks(), tell);
    let gone = pass.gone();
    if let Some(change) = change {
        for id in &gone {
            resource::mark_gone(tx, id, change).await?;
        }
    }
    Ok(pass.counts())
}

/// Gives it what is known of it here, changed where the file says so; whether its kind is new.
fn with_own(
    organization: &mut Organization,
    known_here: Option<&OwnOfStructure>,
    said: Option<&Map<String, Value>>,
) -> Result<bool, DbError> {
    let held = known_here.cloned().unwrap_or_default();
    let own = match said {
        Some(said) => own::over(&held, said).map_err(|_| impossible("organization", &organization.id))?,
        None => held.clone(),
    };
    organization.networks.extend(own.networks);
    organization.kind = own.kind;
    Ok(own.kind != held.kind)
}

/// The same for what makes a first visit possible; whether any of it is new.
async fn with_ties(
    tx: &mut Tx,
    resource: &mut Resource,
    said: Option<&Map<String, Value>>,
) -> Result<bool, DbError> {
    let Some(said) = said else { return Ok(false) };
    let Some(held) = resource::ties(tx, &resource.id).await? else { return Ok(true) };
    resource.ties = own::over(&held, said).map_err(|_| impossible("resource", &resource.id))?;
    Ok(resource.ties != held)
}

fn impossible(table: &'static str, id: &impl ToString) -> DbError {
    DbError::Impossible { table, column: own::FIELD, id: id.to_string() }
}

fn remark(file: File, remarks: &[Remark], tell: &mut (dyn FnMut(Event<'_>) + Send)) {
    for remark in remarks {
        tell(Event::Remarked { file, remark });
    }
}

/// Reading without writing waits for nothing: others get their turn.
async fn breathe() {
    tokio::task::consume_budget().await;
}
