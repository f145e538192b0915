use std::collections::{BTreeSet, HashSet};

use super::cells;
use super::field::{Field, field, fields};
use super::mapping::Mapping;
use super::remark::Remark;
use super::unfit::Unfit;
use super::{Item, Items, Object};
use crate::exchange::data_inclusion::{File, Reason, SourceError};

/// Columns beyond which a table is refused.
pub(super) const MOST_COLUMNS: usize = 500;
/// Columns said to be left out, at most: more would hide the rest.
const MOST_SAID: usize = 20;
/// Rows that may stand before the titles.
const MOST_BEFORE: usize = 10;

/// A row of a table, before its cells mean anything.
pub(super) enum Raw {
    Cells { line: u64, cells: Vec<String>, is_latin: bool },
    TooLong { line: u64 },
}

pub(super) type RawRows<'s> = Box<dyn Iterator<Item = Result<Raw, SourceError>> + Send + 's>;

/// A table's titles, and what stands below them.
#[derive(Debug)]
pub(crate) struct Preview {
    pub(crate) columns: Vec<Column>,
}

#[derive(Debug, Default)]
pub(crate) struct Column {
    pub(crate) title: String,
    /// Different values, in the order they come.
    pub(crate) values: Vec<String>,
    /// Whether there are more of them.
    pub(crate) has_more: bool,
}

/// Rows of a table as objects: by its titles, else as somebody has matched them.
pub(super) fn items<'s>(mut rows: RawRows<'s>, file: File, mapping: Option<Mapping>) -> Items<'s> {
    let titles = match titles(&mut rows) {
        Ok(titles) => titles,
        Err(error) => return Box::new(std::iter::once(Err(error))),
    };
    // Without a column matched, it is a source's name alone.
    let (reading, left) = match mapping.filter(|mapping| !mapping.columns.is_empty()) {
        Some(mapping) => Reading::mapped(titles, mapping, file),
        None => match Reading::titled(&titles, file) {
            Ok(reading) => reading,
            Err(unfit) => return Box::new(std::iter::once(Err(SourceError::Unfit(unfit)))),
        },
    };
    let said =
        left.into_iter().take(MOST_SAID).map(|column| Ok(Item::Remark(Remark::ColumnLeftOut { column })));
    let mut table = Table { reading, waiting: Vec::new(), said: HashSet::new(), given: HashSet::new() };
    let read = rows.flat_map(move |row| table.read(row));
    Box::new(said.chain(read))
}

/// Titles and some values of each column, of the first rows.
pub(super) fn preview(mut rows: RawRows<'_>) -> Result<Preview, SourceError> {
    const MOST_ROWS: usize = 2_000;
    const MOST_VALUES: usize = 60;
    const LONGEST: usize = 80;
    let titles = titles(&mut rows)?;
    let mut columns: Vec<Column> =
        titles.into_iter().map(|title| Column { title, ..Column::default() }).collect();
    for row in rows.take(MOST_ROWS) {
        let Raw::Cells { cells, .. } = row? else { continue };
        for (column, cell) in columns.iter_mut().zip(cells) {
            let value = cell.trim();
            if value.is_empty() || column.values.iter().any(|known| known == value) {
                continue;
            }
            if column.values.len() == MOST_VALUES || value.chars().count() > LONGEST {
                column.has_more = true;
            } else {
                column.values.push(value.to_owned());
            }
        }
    }
    Ok(Preview { columns })
}

/// The first row with two texts at least: others may stand above it.
fn titles(rows: &mut RawRows<'_>) -> Result<Vec<String>, SourceError> {
    for row in rows.take(MOST_BEFORE) {
        match row? {
            Raw::TooLong { .. } => {
                return Err(SourceError::Unfit(Unfit::TooManyColumns { most: MOST_COLUMNS }));
            }
            Raw::Cells { cells, .. } if cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1 => {
                return Ok(cells.iter().map(|cell| cell.trim().to_owned()).collect());
            }
            Raw::Cells { .. } => {}
        }
    }
    Err(SourceError::Unfit(Unfit::NoTable))
}

/// What each column is.
enum Reading {
    Titled(Vec<Option<Field>>),
    Mapped { titles: Vec<String>, mapping: Box<Mapping>, file: File },
}

impl Reading {
    /// With the titles nothing of ours corresponds to.
    fn titled(titles: &[String], file: File) -> Result<(Reading, Vec<String>), Unfit> {
        let columns: Vec<Option<Field>> =
            titles.iter().map(|title| field(file, &title.to_lowercase())).collect();
        let there: BTreeSet<&str> = columns.iter().flatten().map(|field| field.name).collect();
        let required = fields(file).iter().filter(|field| field.is_required).map(|field| field.name);
        let missing: Vec<&'static str> = required.filter(|name| !there.contains(name)).collect();
        if !missing.is_empty() {
            return Err(Unfit::Columns { missing });
        }
        let left =
            titles.iter().zip(&columns).filter(|(title, column)| column.is_none() && !title.is_empty());
        let left = left.map(|(title, _)| title.clone()).collect();
        Ok((Reading::Titled(columns), left))
    }

    fn mapped(titles: Vec<String>, mapping: Mapping, file: File) -> (Reading, Vec<String>) {
        let is_left = |title: &&String| !title.is_empty() && !mapping.columns.contains_key(*title);
        let left = titles.iter().filter(is_left).cloned().collect();
        (Reading::Mapped { titles, mapping: Box::new(mapping), file }, left)
    }
}

struct Table {
    reading: Reading,
    waiting: Vec<Remark>,
    said: HashSet<&'static str>,
    /// Structures found beside activities, each given once.
    given: HashSet<String>,
}

impl Table {
    /// The row, after what is to be said of the file because of it.
    fn read(&mut self, row: Result<Raw, SourceError>) -> Vec<Result<Item, SourceError>> {
        let row = match row {
            Err(error) => return vec![Err(error)],
            Ok(Raw::TooLong { line }) => Some(Item::Row { line, row: Err(Reason::LineTooLong) }),
            Ok(Raw::Cells { line, cells, is_latin }) => {
                if is_latin {
                    self.say("latin", Remark::Windows1252);
                }
                let is_blank = cells.iter().all(|cell| cell.trim().is_empty());
                let object = if is_blank { None } else { self.object(&cells) };
                object.map(|row| Item::Row { line, row: Ok(row) })
            }
        };
        self.waiting.drain(..).map(Item::Remark).chain(row).map(Ok).collect()
    }

    fn object(&mut self, cells: &[String]) -> Option<Object> {
        let named: Vec<(Field, String)> = match &self.reading {
            Reading::Titled(columns) => {
                let named = columns.iter().zip(cells);
                named.filter_map(|(field, cell)| Some(((*field)?, cell.clone()))).collect()
            }
            Reading::Mapped { titles, mapping, file } => mapping.fields_of(titles, cells, *file),
        };
        let mut object = Object::new();
        for (field, cell) in named {
            if let Some((value, is_padded)) = cells::value(field, &cell) {
                object.insert(field.name.to_owned(), value);
                if is_padded {
                    self.say(field.name, Remark::Padded { field: field.name });
                }
            }
        }
        let is_derived =
            matches!(&self.reading, Reading::Mapped { mapping, file, .. } if mapping.derives(*file));
        let mut is_new = || self.given.insert(object.get("id").map(ToString::to_string).unwrap_or_default());
        (!is_derived || is_new()).then_some(object)
    }

    fn say(&mut self, about: &'static str, remark: Remark) {
        if self.said.insert(about) {
            self.waiting.push(remark);
        }
    }
}
