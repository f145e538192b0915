use std::io::BufRead;

use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use serde_json::{Map, Value};

use super::fields::Fields;
use super::reason::{Notice, Reason};
use super::source_error::SourceError;
use super::{service, structure};
use crate::exchange::reading::{self, Item, Items, Remark};
use crate::organization::Organization;
use crate::resource::Resource;

/// What a row is judged against.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    pub today: Date,
    /// The centre of a commune, as far as it is known; `None` when no commune has that code.
    pub centre_of: &'c (dyn Fn(&CommuneCode) -> Option<Option<Point>> + Send + Sync),
}

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Context({})", self.today)
    }
}

/// One line of the file.
pub type Row<T> = Result<Valid<T>, Refused>;

/// A row that may be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Valid<T> {
    /// From 1.
    pub line: u64,
    pub value: T,
    pub notices: Vec<Notice>,
    /// What it also says of what a territory knows, field by field: these replace what is held,
    /// and no others.
    pub own: Option<Map<String, Value>>,
}

/// A row that may not, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// From 1.
    pub line: u64,
    /// When it could be read.
    pub id: Option<String>,
    /// At least one.
    pub reasons: Vec<Reason>,
}

/// Structures, one a line.
pub fn structures<'c, R: BufRead + Send + 'c>(source: R, context: Context<'c>) -> Rows<'c, Organization> {
    structures_of(reading::lines(source), context)
}

/// Services, one a line.
pub fn services<'c, R: BufRead + Send + 'c>(source: R, context: Context<'c>) -> Rows<'c, Resource> {
    services_of(reading::lines(source), context)
}

/// Structures, whatever shape their file has.
pub(crate) fn structures_of<'c>(items: Items<'c>, context: Context<'c>) -> Rows<'c, Organization> {
    Rows { items, context, read: structure::read, remarks: Vec::new() }
}

/// Services, whatever shape their file has.
pub(crate) fn services_of<'c>(items: Items<'c>, context: Context<'c>) -> Rows<'c, Resource> {
    Rows { items, context, read: service::read, remarks: Vec::new() }
}

/// Rows as they are read: blank lines are passed over, a refused row stops nothing, and a source
/// that breaks gives one last `Err`.
pub struct Rows<'c, T> {
    items: Items<'c>,
    context: Context<'c>,
    read: fn(&mut Fields<'_>, &Context<'_>) -> Option<T>,
    remarks: Vec<Remark>,
}

impl<T> Rows<'_, T> {
    /// What is worth saying of the file itself since this was last asked.
    pub fn take_remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }
}

impl<T> std::fmt::Debug for Rows<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rows({:?})", self.context)
    }
}

impl<T> Iterator for Rows<'_, T> {
    type Item = Result<Row<T>, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.items.next()? {
                Err(error) => return Some(Err(error)),
                Ok(Item::Remark(remark)) => self.remarks.push(remark),
                Ok(Item::Row { line, row: Err(reason) }) => {
                    return Some(Ok(Err(Refused { line, id: None, reasons: vec![reason] })));
                }
                Ok(Item::Row { line, row: Ok(row) }) => {
                    return Some(Ok(read_row(line, &row, &self.context, self.read)));
                }
            }
        }
    }
}

fn read_row<T>(
    line: u64,
    row: &reading::Object,
    context: &Context<'_>,
    read: fn(&mut Fields<'_>, &Context<'_>) -> Option<T>,
) -> Row<T> {
    let mut fields = Fields::of(row);
    match read(&mut fields, context) {
        Some(value) if fields.reasons.is_empty() => {
            let own = fields.said_own();
            Ok(Valid { line, value, notices: fields.notices, own })
        }
        _ => {
            let id = row.get("id").and_then(Value::as_str).map(str::to_owned);
            Err(Refused { line, id, reasons: fields.reasons })
        }
    }
}
