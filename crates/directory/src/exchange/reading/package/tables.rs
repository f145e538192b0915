use std::collections::{BTreeMap, HashMap};
use std::io::{BufReader, Cursor, Read as _};

use serde_json::Value;
use zip::ZipArchive;

use super::super::archive::{Archive, damaged};
use super::super::shape::{self, Shape};
use super::super::table::{Raw, RawRows};
use super::super::unfit::Unfit;
use super::super::{Item, Items, csv_rows, lines, list};
use super::{Object, Read};
use crate::exchange::data_inclusion::{Reason, SourceError};

/// Tables that are read, by the names versions of the specification give them.
const NAMES: [(&str, &str); 16] = [
    ("organization", "organizations"),
    ("organizations", "organizations"),
    ("service", "services"),
    ("services", "services"),
    ("location", "locations"),
    ("locations", "locations"),
    ("service_at_location", "service_at_locations"),
    ("service_at_locations", "service_at_locations"),
    ("address", "addresses"),
    ("addresses", "addresses"),
    ("phones", "phones"),
    ("schedules", "schedules"),
    ("languages", "languages"),
    ("organization_identifiers", "organization_identifiers"),
    ("attributes", "attributes"),
    ("units", "units"),
];
/// The specification's own file name of it is in the singular.
const CAPACITIES: [&str; 3] = ["service_capacity", "service_capacities", "capacities"];
/// Columns that are numbers.
const NUMBERS: [&str; 6] = ["latitude", "longitude", "minimum_age", "maximum_age", "available", "interval"];
/// What all tables may weigh in memory.
const HEAVIEST: usize = 256 << 20;
/// What a value weighs beside its text, and a row beside its values.
const OF_EACH: usize = 128;

/// A row, and where it stands in its table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) row: Read,
}

pub(super) type Rows = Vec<Row>;

/// Rows by what they point at.
pub(super) type ByOwner = HashMap<String, Vec<Value>>;

/// The tables of a package, by name.
#[derive(Debug, Default)]
pub(super) struct Tables {
    tables: BTreeMap<&'static str, Rows>,
    /// Parts that are not read.
    pub(super) left: Vec<String>,
    /// What may still be put in memory.
    room: usize,
}

/// « hsds/services.csv » is the table of services; `None` for what is none of those read.
pub(super) fn name_of(part: &str) -> Option<&'static str> {
    let file = part.rsplit('/').next()?.to_ascii_lowercase();
    let (name, _) = file.rsplit_once('.').filter(|(_, end)| matches!(*end, "csv" | "json" | "ndjson"))?;
    if CAPACITIES.contains(&name) {
        return Some("service_capacities");
    }
    NAMES.iter().find(|(theirs, _)| *theirs == name).map(|(_, ours)| *ours)
}

impl Tables {
    pub(super) fn read(archive: &Archive) -> Result<Tables, Unfit> {
        let mut parts =
            ZipArchive::new(Cursor::new(archive.bytes.as_slice())).map_err(|error| damaged(&error))?;
        let mut tables = Tables { room: HEAVIEST, ..Tables::default() };
        for (index, name) in archive.names.iter().enumerate().filter(|(_, name)| !name.ends_with('/')) {
            let Some(table) = name_of(name) else {
                tables.leave(name);
                continue;
            };
            let mut bytes = Vec::new();
            let mut part = parts.by_index(index).map_err(|error| damaged(&error))?;
            part.read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
            let rows = tables.tables.entry(table).or_default();
            take(rows, bytes, &mut tables.room)?;
        }
        Ok(tables)
    }

    pub(super) fn take(&mut self, table: &str) -> Rows {
        self.tables.remove(table).unwrap_or_default()
    }

    pub(super) fn put(&mut self, table: &'static str, rows: Rows) {
        self.tables.insert(table, rows);
    }

    /// Rows of a table by what that column says, no longer in it.
    pub(super) fn by(&mut self, table: &str, column: &str) -> ByOwner {
        let mut by = ByOwner::new();
        for row in self.take(table).into_iter().filter_map(|row| row.row.ok()) {
            if let Some(owner) = super::text(&row, column) {
                by.entry(owner.to_owned()).or_default().push(Value::Object(row));
            }
        }
        by
    }

    /// Another of the same, as long as there is room: one place may be pointed at by everything.
    pub(super) fn another(&mut self, value: &Value) -> Result<Value, Unfit> {
        self.room = self.room.checked_sub(weight_of(value) + OF_EACH).ok_or(Unfit::HeavyPackage)?;
        Ok(value.clone())
    }

    /// Notes a part; a few are enough to look into it.
    fn leave(&mut self, name: &str) {
        const MOST: usize = 20;
        if self.left.len() < MOST {
            self.left.push(name.chars().filter(|c| !c.is_control()).take(60).collect());
        }
    }
}

/// Puts a part's rows into a table, as long as there is room.
fn take(rows: &mut Rows, bytes: Vec<u8>, room: &mut usize) -> Result<(), Unfit> {
    let most = usize::try_from(shape::ENOUGH).unwrap_or(usize::MAX).min(bytes.len());
    let shape = shape::of(bytes.get(..most).unwrap_or_default())?;
    let source = BufReader::new(Cursor::new(bytes));
    let items: Items<'_> = match shape {
        Shape::Lines => lines(source),
        Shape::List { wrapped } => list::items(source, wrapped),
        Shape::Text { separator } => titled(csv_rows::rows(source, separator))?,
        Shape::Archive => return Err(Unfit::Binary),
    };
    for item in items {
        let Item::Row { line, row } = item.map_err(unfit)? else { continue };
        let weight = row.as_ref().map_or(OF_EACH, |row| row.iter().map(weight).sum::<usize>() + OF_EACH);
        *room = room.checked_sub(weight).ok_or(Unfit::HeavyPackage)?;
        rows.push(Row { line, row });
    }
    Ok(())
}

/// A table's rows by its first one, which names the columns.
fn titled<'s>(mut rows: RawRows<'s>) -> Result<Items<'s>, Unfit> {
    let titles = match rows.next() {
        Some(Ok(Raw::Cells { cells, .. })) => cells,
        Some(Err(error)) => return Err(unfit(error)),
        Some(Ok(Raw::TooLong { .. })) | None => return Ok(Box::new(std::iter::empty())),
    };
    let object = move |raw: Raw| match raw {
        Raw::TooLong { line } => Item::Row { line, row: Err(Reason::LineTooLong) },
        Raw::Cells { line, cells, .. } => {
            let named =
                titles.iter().zip(cells).filter(|(title, cell)| !title.is_empty() && !cell.is_empty());
            let value = |title: &String, cell: String| {
                let number = cell.trim().parse::<serde_json::Number>().ok();
                let number = number.filter(|_| NUMBERS.contains(&title.as_str()));
                number.map_or(Value::String(cell), Value::Number)
            };
            let row: Object =
                named.map(|(title, cell)| (title.trim().to_owned(), value(title, cell))).collect();
            Item::Row { line, row: Ok(row) }
        }
    };
    Ok(Box::new(rows.map(move |raw| raw.map(&object))))
}

fn weight((name, value): (&String, &Value)) -> usize {
    name.len() + weight_of(value) + OF_EACH
}

fn weight_of(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(values) => values.iter().map(|value| weight_of(value) + OF_EACH).sum(),
        Value::Object(fields) => fields.iter().map(weight).sum(),
        _ => 0,
    }
}

fn unfit(error: SourceError) -> Unfit {
    match error {
        SourceError::Unfit(unfit) => unfit,
        other => damaged(&other),
    }
}
