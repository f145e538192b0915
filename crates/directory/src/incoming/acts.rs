use jiff::SignedDuration;
use kernel::id::IncomingId;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::jobs::{self, JobError, JobResult};
use platform::web::Nope;

use super::findings::Findings;
use super::model::{Incoming, Part};
use super::{packing, sql};
use crate::duplicate;
use crate::exchange::data_inclusion::{self, Event, Source};
use crate::exchange::reading::{Mapping, Reads};

/// The job that forgets what was brought.
pub(super) const FORGET: &str = "directory.forget_incoming";
/// Long enough to look at it, and to ask somebody.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

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

/// Imports it, kept or not with the transaction.
pub(super) async fn import(
    tx: &mut Tx,
    app: &App,
    incoming: &Incoming,
    mapping: Option<Mapping>,
) -> Result<Findings, Nope> {
    let files = files(app, incoming, mapping).await?;
    let mut findings = Findings::default();
    let mut tell = |event: Event<'_>| findings.hear(&event);
    let ended = data_inclusion::import_within(tx, app.clock().now(), files, &mut tell).await;
    let findings = findings.ended(ended)?;
    sql::forget_files(tx, incoming.id).await?;
    Ok(findings)
}

/// Looks for what is now listed twice, while nobody waits.
pub(super) fn look_for_duplicates(app: &App) {
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
        (None, _) => {
            (bytes(app, incoming.id, Part::Structures).await?, bytes(app, incoming.id, Part::Services).await?)
        }
    };
    Ok((read(structures, mapping.clone())?, read(services, mapping)?))
}

fn read(bytes: Option<Vec<u8>>, mapping: Option<Mapping>) -> Result<Source, Nope> {
    let Some(bytes) = bytes else { return Ok(Source::nothing()) };
    let source = packing::source(bytes)?;
    Ok(match mapping {
        Some(mapping) => source.mapped(mapping),
        None => source,
    })
}
