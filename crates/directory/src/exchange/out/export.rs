use std::io;
use std::path::Path;

use jiff::Timestamp;
use kernel::Lang;
use kernel::clock::in_france;
use platform::db::{Db, DbError, Tx};

use super::super::sheet::{COLUMNS, Telling, cells};
use super::super::{csv, geojson};
use super::Format;
use super::file::Whole;
use super::{hsds, lines};
use crate::finder::Entry;
use crate::organization::{self, Organization};
use crate::resource;

/// Rows read at a time.
const PAGE: i64 = 2_000;

/// How many were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// 0 in formats that have no file of them.
    pub organizations: u64,
    pub resources: u64,
}

/// Why there is no export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    File(#[from] io::Error),
    /// A value JSON cannot hold.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Writes every listed entry to files of that folder, which must be there.
///
/// # Errors
/// [`ExportError`]; files that were not finished keep the end `.part`.
pub async fn export(db: &Db, format: Format, folder: &Path, now: Timestamp) -> Result<Exported, ExportError> {
    let mut tx = db.read().await?;
    let today = in_france(now).date();
    let telling = Telling { today, lang: Lang::Fr, base: "" };
    match format {
        Format::DataInclusion => export_lines(&mut tx, folder, &lines::OFFICIAL).await,
        Format::Maillage => export_lines(&mut tx, folder, &lines::OURS).await,
        Format::GeoJson => export_points(&mut tx, folder, telling).await,
        Format::Csv => export_table(&mut tx, folder, telling).await,
        Format::Hsds => export_hsds(&mut tx, folder, telling).await,
    }
}

async fn export_lines(tx: &mut Tx, folder: &Path, writing: &lines::Writing) -> Result<Exported, ExportError> {
    let mut structures = Whole::create(folder, "structures.ndjson")?;
    let mut services = Whole::create(folder, "services.ndjson")?;
    each_organization(tx, |one| Ok(structures.one(&(writing.structure)(one)?)?)).await?;
    each_entry(tx, |entry| Ok(services.one(&(writing.service)(entry.resource())?)?)).await?;
    Ok(Exported { organizations: structures.finish()?, resources: services.finish()? })
}

async fn export_points(tx: &mut Tx, folder: &Path, telling: Telling<'_>) -> Result<Exported, ExportError> {
    let mut points = Whole::create(folder, "resources.geojson")?;
    points.text("{\"type\":\"FeatureCollection\",\"features\":[")?;
    each_entry(tx, |entry| match geojson::feature(entry, telling) {
        Some(feature) => Ok(points.item(&feature.to_string())?),
        None => Ok(()),
    })
    .await?;
    points.text("\n]}\n")?;
    Ok(Exported { organizations: 0, resources: points.finish()? })
}

async fn export_table(tx: &mut Tx, folder: &Path, telling: Telling<'_>) -> Result<Exported, ExportError> {
    let mut table = Whole::create(folder, "resources.csv")?;
    table.text(csv::MARK)?;
    table.text(&csv::line(COLUMNS))?;
    each_entry(tx, |entry| {
        let cells = cells(entry, telling);
        Ok(table.one(&csv::line(cells.iter().map(|cell| cell.as_deref().unwrap_or_default())))?)
    })
    .await?;
    Ok(Exported { organizations: 0, resources: table.finish()? })
}

async fn export_hsds(tx: &mut Tx, folder: &Path, telling: Telling<'_>) -> Result<Exported, ExportError> {
    let mut organizations = Whole::create(folder, "organizations.json")?;
    let mut services = Whole::create(folder, "services.json")?;
    organizations.text("[")?;
    services.text("[")?;
    each_organization(tx, |one| Ok(organizations.item(&hsds::organization(one).to_string())?)).await?;
    each_entry(tx, |entry| Ok(services.item(&hsds::service(entry, telling).to_string())?)).await?;
    organizations.text("\n]\n")?;
    services.text("\n]\n")?;
    Ok(Exported { organizations: organizations.finish()?, resources: services.finish()? })
}

async fn each_organization(
    tx: &mut Tx,
    mut write: impl FnMut(&Organization) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let mut last = String::new();
    loop {
        let page = organization::page_after(tx, &last, PAGE).await?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.id.to_string();
        page.iter().try_for_each(&mut write)?;
    }
}

async fn each_entry(
    tx: &mut Tx,
    mut write: impl FnMut(&Entry) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let mut last = String::new();
    loop {
        let page = resource::page_after(tx, &last, PAGE).await?;
        let Some(end) = page.last() else { return Ok(()) };
        last.clone_from(&end.id);
        for row in &page {
            write(&row.entry()?)?;
        }
    }
}
