use std::io::BufRead;

use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use serde_json::{Map, Value};

use super::fields::Fields;
use super::lines::{Line, Lines};
use super::reason::{Notice, Reason};
use super::source::SourceError;
use super::{service, structure};
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
    /// Whether it also says what a territory knows: then that is replaced too.
    pub has_own: bool,
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
pub fn structures<R: BufRead>(source: R, context: Context<'_>) -> Rows<'_, R, Organization> {
    Rows { lines: Lines::new(source), context, read: structure::read }
}

/// Services, one a line.
pub fn services<R: BufRead>(source: R, context: Context<'_>) -> Rows<'_, R, Resource> {
    Rows { lines: Lines::new(source), context, read: service::read }
}

/// Rows as they are read: blank lines are passed over, a refused row stops nothing, and a source
/// that breaks gives one last `Err`.
#[derive(Debug)]
pub struct Rows<'c, R, T> {
    lines: Lines<R>,
    context: Context<'c>,
    read: fn(&mut Fields<'_>, &Context<'_>) -> Option<T>,
}

impl<R: BufRead, T> Rows<'_, R, T> {
    /// The source, for its progress.
    pub fn source(&self) -> &R {
        self.lines.source()
    }
}

impl<R: BufRead, T> Iterator for Rows<'_, R, T> {
    type Item = Result<Row<T>, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let after = self.lines.number();
            let row = match self.lines.next_line() {
                Err(error) => {
                    self.lines.stop();
                    return Some(Err(SourceError::Broken { after, error }));
                }
                Ok(None) => return None,
                Ok(Some(Line::TooLong)) => Err((None, vec![Reason::LineTooLong])),
                Ok(Some(Line::Bytes(bytes))) if bytes.trim_ascii().is_empty() => continue,
                Ok(Some(Line::Bytes(bytes))) => read_row(bytes, &self.context, self.read),
            };
            let line = after + 1;
            return Some(Ok(match row {
                Ok((value, notices, has_own)) => Ok(Valid { line, value, notices, has_own }),
                Err((id, reasons)) => Err(Refused { line, id, reasons }),
            }));
        }
    }
}

type ReadRow<T> = Result<(T, Vec<Notice>, bool), (Option<String>, Vec<Reason>)>;

fn read_row<T>(
    bytes: &[u8],
    context: &Context<'_>,
    read: fn(&mut Fields<'_>, &Context<'_>) -> Option<T>,
) -> ReadRow<T> {
    let row = object(bytes).map_err(|reason| (None, vec![reason]))?;
    let mut fields = Fields::of(&row);
    match read(&mut fields, context) {
        Some(value) if fields.reasons.is_empty() => {
            let has_own = fields.has_own();
            Ok((value, fields.notices, has_own))
        }
        _ => {
            let id = row.get("id").and_then(Value::as_str).map(str::to_owned);
            Err((id, fields.reasons))
        }
    }
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>, Reason> {
    // Some editors begin a UTF-8 file with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
    match serde_json::from_str(text) {
        Ok(Value::Object(row)) => Ok(row),
        Ok(_) => Err(Reason::NotAnObject),
        Err(error) => Err(Reason::NotJson { column: error.column() }),
    }
}
