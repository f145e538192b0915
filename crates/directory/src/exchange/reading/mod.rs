//! Files as rows, whatever shape they lie in: JSON lines, a JSON list, CSV, a workbook, HSDS nested
//! or as a package of tables.
//!
//! Who reads: whoever brings a file, which is rarely the one we would have written; so its shape is
//! recognised by what it holds, and what was passed over or made up for is said in a [`Remark`].
//! Words: an [`Item`] is a row or a remark; a row is an [`Object`] with data·inclusion's fields,
//! judged further by [`data_inclusion`](super::data_inclusion); a [`Mapping`] tells which column
//! of a table is which field.
//! Invariants: memory is bounded whatever the file holds; a row that cannot be read stops nothing;
//! nothing in a file is ever run: of a formula the value last stored is read, and said.

mod archive;
mod cells;
mod csv_rows;
mod field;
pub(super) mod hsds;
mod latin;
mod lines;
mod list;
mod mapping;
mod package;
mod remark;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod unfit;
mod workbook;

use std::io::{self, BufRead, Cursor, Read};

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::data_inclusion::{File, Reason, SourceError};
use archive::Archive;
use lines::{Line, Lines};
use shape::Shape;

pub(crate) use cells::parts;
pub(crate) use field::{Field, Kind, field, fields};
pub use mapping::{Mapping, Reads};
pub(crate) use mapping::{guess, known_code};
pub use remark::Remark;
pub(crate) use table::{Column, Preview};
pub use unfit::Unfit;

/// The fields of a row, by data·inclusion's names.
pub(crate) type Object = Map<String, Value>;

/// One thing found in a file.
#[derive(Debug)]
pub(crate) enum Item {
    Row {
        /// From 1: the line of a text, the row of a table, the rank in a list.
        line: u64,
        row: Result<Object, Reason>,
    },
    Remark(Remark),
}

/// What a file holds, in its order; an `Err` is the last.
pub(crate) type Items<'s> = Box<dyn Iterator<Item = Result<Item, SourceError>> + Send + 's>;

/// Reads a file whose shape is not known yet.
pub(crate) fn items<'s, R: BufRead + Send + 's>(
    mut source: R,
    file: File,
    mapping: Option<Mapping>,
    today: Date,
) -> Items<'s> {
    let head = match head(&mut source) {
        Ok(head) => head,
        Err(error) => return failed(SourceError::after(0, error)),
    };
    let shape = shape::of(&head);
    let whole = Cursor::new(head).chain(source);
    let publisher = mapping.as_ref().map(|mapping| mapping.source.clone());
    match shape {
        Err(unfit) => failed(SourceError::Unfit(unfit)),
        Ok(Shape::Lines) => hsds::translated(lines(whole), file, publisher, today),
        Ok(Shape::List { wrapped }) => hsds::translated(list::items(whole, wrapped), file, publisher, today),
        Ok(Shape::Text { separator }) => table::items(csv_rows::rows(whole, separator), file, mapping),
        Ok(Shape::Archive) => match Archive::read(whole) {
            Ok(archive) if package::is_one(&archive) => {
                hsds::translated(package::items(&archive, file), file, publisher, today)
            }
            Ok(archive) => workbook_items(archive, file, mapping),
            Err(error) => failed(error),
        },
    }
}

fn workbook_items<'s>(archive: Archive, file: File, mapping: Option<Mapping>) -> Items<'s> {
    match workbook::rows(archive, file) {
        Ok((rows, remarks)) => {
            let said = remarks.into_iter().map(|remark| Ok(Item::Remark(remark)));
            Box::new(said.chain(table::items(rows, file, mapping)))
        }
        Err(error) => failed(error),
    }
}

/// Whether it is a package of HSDS's tables, which holds organizations and services both.
pub(crate) fn is_package(bytes: &[u8]) -> bool {
    matches!(shape::of(bytes), Ok(Shape::Archive))
        && Archive::read(bytes).is_ok_and(|archive| package::is_one(&archive))
}

/// The first rows of a table, to match its columns with fields; `None` when it is no table.
///
/// # Errors
/// [`SourceError`] when it cannot be read so far.
pub(crate) fn preview<R: BufRead + Send>(mut source: R, file: File) -> Result<Option<Preview>, SourceError> {
    let head = head(&mut source).map_err(|error| SourceError::after(0, error))?;
    let shape = shape::of(&head).map_err(SourceError::Unfit)?;
    let whole = Cursor::new(head).chain(source);
    match shape {
        Shape::Lines | Shape::List { .. } => Ok(None),
        Shape::Text { separator } => table::preview(csv_rows::rows(whole, separator)).map(Some),
        Shape::Archive => {
            let archive = Archive::read(whole)?;
            let is_table = !package::is_one(&archive);
            is_table.then(|| table::preview(workbook::rows(archive, file)?.0)).transpose()
        }
    }
}

/// JSON objects, one a line.
pub(crate) fn lines<'s, R: BufRead + Send + 's>(source: R) -> Items<'s> {
    let mut lines = Lines::new(source);
    Box::new(std::iter::from_fn(move || {
        loop {
            let after = lines.number();
            let row = match lines.next_line() {
                Err(error) => {
                    lines.stop();
                    return Some(Err(SourceError::after(after, error)));
                }
                Ok(None) => return None,
                Ok(Some(Line::TooLong)) => Err(Reason::LineTooLong),
                Ok(Some(Line::Bytes(bytes))) if bytes.trim_ascii().is_empty() => continue,
                Ok(Some(Line::Bytes(bytes))) => object(bytes),
            };
            return Some(Ok(Item::Row { line: after + 1, row }));
        }
    }))
}

fn failed<'s>(error: SourceError) -> Items<'s> {
    Box::new(std::iter::once(Err(error)))
}

fn head<R: BufRead>(source: &mut R) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    source.take(shape::ENOUGH).read_to_end(&mut head)?;
    Ok(head)
}

fn object(bytes: &[u8]) -> Result<Object, Reason> {
    // Some editors begin a UTF-8 file with a byte order mark.
    let bytes = bytes.strip_prefix(latin::MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
    match serde_json::from_str(text) {
        Ok(Value::Object(row)) => Ok(row),
        Ok(_) => Err(Reason::NotAnObject),
        Err(error) => Err(Reason::NotJson { column: error.column() }),
    }
}
