use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use platform::db::{Db, DbError, Tx};

use super::reason::{Notice, Reason};
use super::rows::{Context, Refused, Row, services, structures};
use super::source::{Source, SourceError};
use crate::gazetteer::Gazetteer;
use crate::organization::Organization;
use crate::resource::Resource;
use crate::stored::{self, Content, Known, Outcome};
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
        notice: &'e Notice,
    },
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub structures: Counts,
    pub services: Counts,
}

/// Rows of one file: `read = created + updated + unchanged + refused`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub read: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub refused: u64,
    /// Stored entries that a source of this file no longer lists, marked by this run.
    pub gone: u64,
    /// Kept with coordinates too far from their commune.
    pub flagged: u64,
}

/// `R read, C created, U updated, S unchanged, X refused`.
impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { read, created, updated, unchanged, refused, .. } = self;
        write!(
            f,
            "{read} read, {created} created, {updated} updated, {unchanged} unchanged, {refused} refused"
        )
    }
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
/// returns. Sources that neither file names are left alone, and so is a row that was refused:
/// its last good version stays.
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
    stored::lock(&mut tx).await?;
    let context = Context { today: kernel::clock::in_france(now).date(), centre_of: &centre_of };
    let structures = import_structures(&mut tx, now, structure_rows, context, tell).await?;
    let services = import_services(&mut tx, now, service_rows, context, tell).await?;
    let report = Report { structures, services };
    if report.changed() {
        tx.commit().await?;
    }
    Ok(report)
}

impl Report {
    /// Whether the directory is another than before.
    pub fn changed(&self) -> bool {
        let changed = |counts: Counts| counts.created + counts.updated + counts.gone > 0;
        changed(self.structures) || changed(self.services)
    }
}

fn centre_of(code: &CommuneCode) -> Option<Option<Point>> {
    Gazetteer::load().current(code).map(|commune| commune.centre)
}

async fn import_structures(
    tx: &mut Tx,
    now: Timestamp,
    source: Source,
    context: Context<'_>,
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Counts, ImportError> {
    let mut pass = Pass::new(File::Structures, organization::known(tx).await?);
    let mut rows = structures(source, context);
    while let Some(row) = rows.next() {
        let row = row.map_err(|error| ImportError::Source { file: File::Structures, error })?;
        let row = pass.check(row, |organization: &Organization| organization.id.as_str(), |_| None);
        pass.tell(&row, rows.source(), tell);
        if let Ok(valid) = row {
            let organization = valid.value;
            let content = Content::of(&organization, "organization", organization.id.as_str())?;
            let outcome = pass.count(organization.id.as_str(), &organization.source, &content);
            organization::write(tx, &organization, &content, outcome, now).await?;
        }
    }
    for id in pass.gone() {
        organization::mark_gone(tx, &id, now).await?;
    }
    Ok(pass.counts)
}

async fn import_services(
    tx: &mut Tx,
    now: Timestamp,
    source: Source,
    context: Context<'_>,
    tell: &mut (dyn FnMut(Event<'_>) + Send),
) -> Result<Counts, ImportError> {
    let mut pass = Pass::new(File::Services, resource::known(tx).await?);
    let organizations = organization::known(tx).await?;
    let orphan = |resource: &Resource| {
        let id = resource.organization.as_str();
        let present = organizations.get(id).is_some_and(|known| known.gone_since.is_none());
        (!present).then(|| Reason::NoSuchStructure { id: id.to_owned() })
    };
    let mut rows = services(source, context);
    while let Some(row) = rows.next() {
        let row = row.map_err(|error| ImportError::Source { file: File::Services, error })?;
        let row = pass.check(row, |resource: &Resource| resource.id.as_str(), orphan);
        pass.tell(&row, rows.source(), tell);
        if let Ok(valid) = row {
            let resource = valid.value;
            let content = Content::of(&resource, "resource", resource.id.as_str())?;
            let outcome = pass.count(resource.id.as_str(), &resource.source, &content);
            resource::write(tx, &resource, &content, outcome, now).await?;
        }
    }
    for id in pass.gone() {
        resource::mark_gone(tx, &id, now).await?;
    }
    Ok(pass.counts)
}

/// One file being laid over what is stored.
struct Pass {
    file: File,
    known: HashMap<String, Known>,
    /// Identifiers kept so far, and where.
    kept: HashMap<String, u64>,
    /// Identifiers of refused rows: their sources still list them.
    refused: HashSet<String>,
    sources: HashSet<String>,
    counts: Counts,
}

impl Pass {
    fn new(file: File, known: HashMap<String, Known>) -> Pass {
        Pass {
            file,
            known,
            kept: HashMap::new(),
            refused: HashSet::new(),
            sources: HashSet::new(),
            counts: Counts::default(),
        }
    }

    /// Refuses what only the file as a whole can show to be wrong.
    fn check<T>(
        &mut self,
        row: Row<T>,
        id_of: impl Fn(&T) -> &str,
        objection: impl Fn(&T) -> Option<Reason>,
    ) -> Row<T> {
        self.counts.read += 1;
        let refuse =
            |line, id: &str, reason| Refused { line, id: Some(id.to_owned()), reasons: vec![reason] };
        let row = row.and_then(|valid| {
            let id = id_of(&valid.value);
            match self.kept.get(id) {
                Some(&first_line) => Err(refuse(valid.line, id, Reason::Repeated { first_line })),
                None => match objection(&valid.value) {
                    Some(reason) => Err(refuse(valid.line, id, reason)),
                    None => Ok(valid),
                },
            }
        });
        match &row {
            Ok(valid) => {
                self.kept.insert(id_of(&valid.value).to_owned(), valid.line);
            }
            Err(refused) => self.refused.extend(refused.id.clone()),
        }
        row
    }

    fn tell<T>(&mut self, row: &Row<T>, source: &Source, tell: &mut (dyn FnMut(Event<'_>) + Send)) {
        let file = self.file;
        tell(Event::Read { file, bytes: source.consumed(), of: source.size() });
        match row {
            Err(refused) => {
                self.counts.refused += 1;
                tell(Event::Refused { file, row: refused });
            }
            Ok(valid) => {
                for notice in &valid.notices {
                    self.counts.flagged += u64::from(matches!(notice, Notice::FarFromCommune { .. }));
                    tell(Event::Noticed { file, line: valid.line, notice });
                }
            }
        }
    }

    fn count(&mut self, id: &str, source: &str, content: &Content) -> Outcome {
        if !self.sources.contains(source) {
            self.sources.insert(source.to_owned());
        }
        let outcome = Outcome::of(self.known.get(id), &content.fingerprint);
        match outcome {
            Outcome::Created => self.counts.created += 1,
            Outcome::Updated => self.counts.updated += 1,
            Outcome::Unchanged => self.counts.unchanged += 1,
        }
        outcome
    }

    /// What the sources of this file listed before and list no longer.
    fn gone(&mut self) -> Vec<String> {
        let missing = |(id, known): &(&String, &Known)| {
            let listed = self.kept.contains_key(*id) || self.refused.contains(*id);
            known.gone_since.is_none() && self.sources.contains(&known.source) && !listed
        };
        let mut gone: Vec<String> = self.known.iter().filter(missing).map(|(id, _)| id.clone()).collect();
        gone.sort_unstable();
        self.counts.gone = u64::try_from(gone.len()).unwrap_or(u64::MAX);
        gone
    }
}
