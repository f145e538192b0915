use jiff::{SignedDuration, Timestamp};
use kernel::id::IncomingId;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::jobs::{self, JobError, JobResult};
use platform::web::Nope;

use super::findings::Findings;
use super::model::{Incoming, Part, State};
use super::{packing, sql};
use crate::duplicate;
use crate::exchange::data_inclusion::{self, Event, Source};
use crate::exchange::reading::{self, Mapping, Reads};

/// The job that imports what somebody agreed to.
pub(super) const IMPORT: &str = "directory.import_incoming";
/// The job that forgets what was brought.
pub(super) const FORGET: &str = "directory.forget_incoming";
/// Long enough to look at it, and to ask somebody.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Keeps what was brought, for a day.
pub(super) async fn bring(tx: &mut Tx, incoming: &Incoming, files: Vec<(Part, Vec<u8>)>) -> Result<(), Nope> {
    sql::make_room(tx).await?;
    sql::insert(tx, incoming).await?;
    for (part, bytes) in files {
        let packed = tokio::task::spawn_blocking(move || packing::packed(&bytes)).await;
        let texts = packed.map_err(|error| Nope::Broken(error.to_string()))??;
        sql::put_file(tx, incoming.id, part, &texts).await?;
    }
    jobs::schedule(tx, FORGET, &incoming.id.to_string(), incoming.at + KEPT).await?;
    Ok(())
}

/// What importing it would do.
pub(super) async fn examine(
    app: &App,
    incoming: &Incoming,
    mapping: Option<Mapping>,
) -> Result<Findings, Nope> {
    let files = files(app, incoming, mapping).await?;
    let mut findings = Findings::default();
    let mut tell = |event: Event<'_>| findings.hear(&event);
    let now = app.clock().now();
    let ended = data_inclusion::examine(app.db(), now, files, &mut tell).await;
    Ok(findings.ended(ended)?)
}

/// Notes that somebody agreed; a job imports it.
pub(super) async fn agree(tx: &mut Tx, incoming: Incoming, now: Timestamp) -> Result<(), Nope> {
    let agreed = incoming.agreed().map_err(|_| Nope::Changed)?;
    if !sql::step(tx, &agreed, now).await? {
        return Err(Nope::Changed);
    }
    Ok(jobs::schedule(tx, IMPORT, &agreed.id.to_string(), now).await?)
}

/// How far its job has come; `None` before somebody agreed.
pub(super) async fn standing(tx: &mut Tx, id: IncomingId) -> Result<Option<jobs::Standing>, DbError> {
    jobs::standing(tx, IMPORT, &id.to_string()).await
}

/// Has the job done again, once it was given up.
pub(super) async fn retry(tx: &mut Tx, id: IncomingId, now: Timestamp) -> Result<(), Nope> {
    match standing(tx, id).await? {
        Some(standing) if standing.is_given_up => Ok(jobs::schedule(tx, IMPORT, &id.to_string(), now).await?),
        _ => Err(Nope::Changed),
    }
}

/// Imports it: the directory, what was found and the job's own end in one transaction. A server
/// that stops meanwhile has changed nothing, and finds the job again when it starts.
pub(super) fn import<'a>(app: &'a App, tx: &'a mut Tx, id: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let id: IncomingId = id.parse().map_err(|_| JobError::Payload)?;
        let Some(incoming) = sql::find(tx, id).await? else { return Ok(()) };
        if !matches!(incoming.state, State::Importing(_)) {
            return Ok(());
        }
        import_agreed(tx, app, incoming).await.map_err(|nope| JobError::Other(nope.to_string()))
    })
}

async fn import_agreed(tx: &mut Tx, app: &App, incoming: Incoming) -> Result<(), Nope> {
    let now = app.clock().now();
    let mapping = mapping_of(tx, &incoming).await?;
    let files = files(app, &incoming, mapping).await?;
    let mut findings = Findings::default();
    let mut tell = |event: Event<'_>| findings.hear(&event);
    let ended = data_inclusion::import_within(tx, now, files, &mut tell).await;
    let findings = findings.ended(ended)?;
    if let Some(failure) = findings.failure {
        return Err(Nope::Broken(failure.en));
    }
    sql::forget_files(tx, incoming.id).await?;
    let imported = incoming.imported(findings).map_err(|_| Nope::Changed)?;
    if !sql::step(tx, &imported, now).await? {
        return Err(Nope::Changed);
    }
    look_for_duplicates(app);
    Ok(())
}

/// Looks for what is now listed twice, while nobody waits; it finds the directory as it was when
/// the import is not kept after all.
fn look_for_duplicates(app: &App) {
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = duplicate::search(app.db()).await {
            tracing::warn!(%error, "duplicates were not searched after an import");
        }
    });
}

/// Forgets it, when it was not replaced already.
pub(super) fn forget<'a>(_: &'a App, tx: &'a mut Tx, id: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let id: IncomingId = id.parse().map_err(|_| JobError::Payload)?;
        Ok(sql::forget(tx, id).await?)
    })
}

/// How its table is read, once somebody has said so.
pub(super) async fn mapping_of(tx: &mut Tx, incoming: &Incoming) -> Result<Option<Mapping>, DbError> {
    match incoming.reads {
        Some(reads) => sql::mapping(tx, &incoming.source, reads).await,
        None if incoming.source.is_empty() => Ok(None),
        None => Ok(Some(Mapping::of_source(&incoming.source, Reads::Activities))),
    }
}

/// One file as it was brought; `None` when there is none.
pub(super) async fn bytes(app: &App, id: IncomingId, part: Part) -> Result<Option<Vec<u8>>, Nope> {
    let texts = sql::file(&mut app.db().read().await?, id, part).await?;
    if texts.is_empty() {
        return Ok(None);
    }
    let unpacked = tokio::task::spawn_blocking(move || packing::unpacked(&texts)).await;
    unpacked.map_err(|error| Nope::Broken(error.to_string()))?.map(Some)
}

/// Structures and services: a table gives both, or structures alone.
async fn files(app: &App, incoming: &Incoming, mapping: Option<Mapping>) -> Result<(Source, Source), Nope> {
    let table = bytes(app, incoming.id, Part::Table).await?;
    let (structures, services) = match (table, incoming.reads) {
        (Some(table), Some(Reads::Organizations)) => (Some(table), None),
        (Some(table), _) => (Some(table.clone()), Some(table)),
        (None, _) => pair(
            bytes(app, incoming.id, Part::Structures).await?,
            bytes(app, incoming.id, Part::Services).await?,
        ),
    };
    Ok((read(structures, mapping.clone())?, read(services, mapping)?))
}

/// A package of tables holds both, and is brought once.
fn pair(structures: Option<Vec<u8>>, services: Option<Vec<u8>>) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    match (structures, services) {
        (Some(one), None) | (None, Some(one)) if reading::is_package(&one) => (Some(one.clone()), Some(one)),
        pair => pair,
    }
}

fn read(bytes: Option<Vec<u8>>, mapping: Option<Mapping>) -> Result<Source, Nope> {
    let Some(bytes) = bytes else { return Ok(Source::nothing()) };
    let source = packing::source(bytes)?;
    Ok(match mapping {
        Some(mapping) => source.mapped(mapping),
        None => source,
    })
}
