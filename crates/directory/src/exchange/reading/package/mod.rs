//! HSDS as flat tables that point at one another, in one archive: `organizations.csv`,
//! `services.csv`, `locations.csv`… or the same as JSON lists. They are put together into the
//! nested objects that [`hsds`](super::hsds) reads.
//!
//! Invariants: what is put together is bounded by a weight, whatever the tables hold; a row that
//! points at nothing is passed over.
//!
//! Source: Human Services Data Specification 3.1, « tabular data package ».

mod tables;
#[cfg(test)]
mod tests;

use serde_json::Value;

use self::tables::{ByOwner, Row, Rows, Tables};
use super::archive::Archive;
use super::remark::Remark;
use super::unfit::Unfit;
use super::{Item, Items, Object};
use crate::exchange::data_inclusion::{File, Reason, SourceError};

/// Whether it holds a table of organizations or of services, and is no workbook.
pub(super) fn is_one(archive: &Archive) -> bool {
    let begins = |name: &String| matches!(tables::name_of(name), Some("organizations" | "services"));
    archive.names.iter().any(begins) && !archive.names.iter().any(|name| name.starts_with("xl/"))
}

/// Its organizations or its services, each with what points at it.
pub(super) fn items<'s>(archive: &Archive, file: File) -> Items<'s> {
    let mut tables = match Tables::read(archive) {
        Ok(tables) => tables,
        Err(unfit) => return Box::new(std::iter::once(Err(SourceError::Unfit(unfit)))),
    };
    let said = Some(std::mem::take(&mut tables.left)).filter(|left| !left.is_empty());
    let said = said.map(|left| Ok(Item::Remark(Remark::Tables { left })));
    let rows = match file {
        File::Structures => Ok(organizations(&mut tables)),
        File::Services => services(&mut tables),
    };
    match rows {
        Err(unfit) => Box::new(std::iter::once(Err(SourceError::Unfit(unfit)))),
        Ok(rows) => {
            let rows = rows.into_iter().map(|Row { line, row }| Ok(Item::Row { line, row }));
            Box::new(said.into_iter().chain(rows))
        }
    }
}

fn organizations(tables: &mut Tables) -> Rows {
    locate(tables);
    let mut rows = tables.take("organizations");
    for (field, table, column) in [
        ("locations", "locations", "organization_id"),
        ("phones", "phones", "organization_id"),
        ("organization_identifiers", "organization_identifiers", "organization_id"),
        ("attributes", "attributes", "link_id"),
    ] {
        adopt(&mut rows, field, tables.by(table, column));
    }
    rows
}

fn services(tables: &mut Tables) -> Result<Rows, Unfit> {
    locate(tables);
    point(tables, "service_at_locations", ("location", "location_id"), "locations")?;
    point(tables, "service_capacities", ("unit", "unit_id"), "units")?;
    let mut rows = tables.take("services");
    for (field, table, column) in [
        ("service_at_locations", "service_at_locations", "service_id"),
        ("phones", "phones", "service_id"),
        ("schedules", "schedules", "service_id"),
        ("languages", "languages", "service_id"),
        ("capacities", "service_capacities", "service_id"),
        ("attributes", "attributes", "link_id"),
    ] {
        adopt(&mut rows, field, tables.by(table, column));
    }
    Ok(rows)
}

/// Gives locations their addresses.
fn locate(tables: &mut Tables) {
    let addresses = tables.by("addresses", "location_id");
    let mut locations = tables.take("locations");
    adopt(&mut locations, "addresses", addresses);
    tables.put("locations", locations);
}

/// Gives each row of a table the one of another that it points at.
fn point(
    tables: &mut Tables,
    from: &'static str,
    (field, column): (&str, &str),
    to: &str,
) -> Result<(), Unfit> {
    let targets = tables.by(to, "id");
    let mut rows = tables.take(from);
    for row in rows.iter_mut().filter_map(|row| row.row.as_mut().ok()) {
        if let Some(target) = text(row, column).and_then(|id| targets.get(id)?.first()) {
            row.insert(field.to_owned(), tables.another(target)?);
        }
    }
    tables.put(from, rows);
    Ok(())
}

/// Lists under each row what points at it; two rows of one identifier are one too many, and the
/// first has it.
fn adopt(rows: &mut Rows, field: &str, mut by_owner: ByOwner) {
    for row in rows.iter_mut().filter_map(|row| row.row.as_mut().ok()) {
        if let Some(owned) = text(row, "id").and_then(|id| by_owner.remove(id)) {
            row.insert(field.to_owned(), Value::Array(owned));
        }
    }
}

fn text<'r>(row: &'r Object, field: &str) -> Option<&'r str> {
    row.get(field).and_then(Value::as_str)
}

/// A row of any table, or why it is none.
type Read = Result<Object, Reason>;
