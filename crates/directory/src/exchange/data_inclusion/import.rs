use jiff::Timestamp;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use platform::db::{Db, DbError, Tx};

use super::pass::Pass;
use super::reason::{Notice, Reason};
use super::report::{Counts, Report};
use super::rows::{Context, Refused, services, structures};
use super::source::{Source, SourceError};
use crate::duplicate;
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
    (structure_rows, service_rows): (Source, Source),
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Report, ImportError> {
    let mut tx = db.begin().await?;
    let change = Change::begin(&mut tx, now).await?;
    let context = Context { today: kernel::clock::in_france(now).date(), centre_of: &centre_of };
    let structures = import_structures(&mut tx, change, structure_rows, context, tell).await?;
    let services = import_services(&mut tx, change, service_rows, context, tell).await?;
    let report = Report { structures, services };
    if report.changed() {
        duplicate::settle(&mut tx, change).await?;
        tx.commit().await?;
    }
    Ok(report)
}

fn centre_of(code: &CommuneCode) -> Option<Option<Point>> {
    Gazetteer::load().current(code).map(|commune| commune.centre)
}

async fn import_structures(
    tx: &mut Tx,
    change: Change,
    source: Source,
    context: Context<'_>,
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Counts, ImportError> {
    let known = organization::known(tx).await?;
    let mut pass = Pass::new(File::Structures, known, |structure: &Organization| structure.id.as_str());
    let mut rows = structures(source, context);
    while let Some(row) = rows.next() {
        let row = row.map_err(|error| ImportError::Source { file: File::Structures, error })?;
        let row = pass.check(row, |_| None);
        pass.tell(&row, rows.source(), tell);
        if let Ok(valid) = row {
            let organization = valid.value;
            let content = Content::of(&organization, "organization", organization.id.as_str())?;
            let has_new_own = valid.has_own && !organization::has_kind(tx, &organization).await?;
            let id = organization.id.as_str();
            let outcome = pass.count(id, &organization.source, &content, has_new_own);
            organization::write(tx, &organization, &content, outcome, change).await?;
            if has_new_own {
                organization::set_kind(tx, &organization, change).await?;
            }
        }
    }
    for id in pass.gone() {
        organization::mark_gone(tx, &id, change).await?;
    }
    Ok(pass.counts())
}

async fn import_services(
    tx: &mut Tx,
    change: Change,
    source: Source,
    context: Context<'_>,
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Counts, ImportError> {
    let known = resource::known(tx).await?;
    let mut pass = Pass::new(File::Services, known, |service: &Resource| service.id.as_str());
    let organizations = organization::known(tx).await?;
    let orphan = |resource: &Resource| {
        let id = resource.organization.as_str();
        let present = organizations.get(id).is_some_and(|known| known.gone_since.is_none());
        (!present).then(|| Reason::NoSuchStructure { id: id.to_owned() })
    };
    let mut rows = services(source, context);
    while let Some(row) = rows.next() {
        let row = row.map_err(|error| ImportError::Source { file: File::Services, error })?;
        let row = pass.check(row, orphan);
        pass.tell(&row, rows.source(), tell);
        if let Ok(valid) = row {
            let resource = valid.value;
            let content = Content::of(&resource, "resource", resource.id.as_str())?;
            let has_new_own = valid.has_own && !resource::has_ties(tx, &resource).await?;
            let outcome = pass.count(resource.id.as_str(), &resource.source, &content, has_new_own);
            resource::write(tx, &resource, &content, outcome, change).await?;
            if has_new_own {
                resource::set_ties(tx, &resource, change).await?;
            }
        }
    }
    for id in pass.gone() {
        resource::mark_gone(tx, &id, change).await?;
    }
    Ok(pass.counts())
}
