use std::io::Cursor;

use calamine::{DataRef, DataType, ExcelDateTime, Reader, Xlsx};
use kernel::text::fold;

use super::archive::{Archive, LARGEST_UNPACKED, damaged, heavy};
use super::remark::Remark;
use super::table::{MOST_COLUMNS, Raw, RawRows};
use super::unfit::Unfit;
use crate::exchange::data_inclusion::{File, SourceError};

type Book = Xlsx<Cursor<Vec<u8>>>;

/// Rows of the sheet that is about that file, else of the first one, and what is to be said of it.
pub(super) fn rows<'s>(archive: Archive, file: File) -> Result<(RawRows<'s>, Vec<Remark>), SourceError> {
    read_whole(archive.bytes, file).map_err(SourceError::Unfit)
}

fn read_whole<'s>(bytes: Vec<u8>, file: File) -> Result<(RawRows<'s>, Vec<Remark>), Unfit> {
    let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let (sheet, left) = choose(&book.sheet_names(), file).ok_or(Unfit::NoTable)?;
    let mut remarks = Vec::new();
    let rows = read_sheet(&mut book, &sheet, &mut remarks)?;
    if !left.is_empty() {
        remarks.push(Remark::Sheet { read: sheet, left });
    }
    Ok((Box::new(rows.into_iter().map(Ok)), remarks))
}

/// « Structures » in a workbook of both; the others are said to be left out.
fn choose(names: &[String], file: File) -> Option<(String, Vec<String>)> {
    let words: &[&str] = match file {
        File::Structures => &["structure", "organisation", "organization"],
        File::Services => &["service", "activite"],
    };
    let is_about = |name: &&String| words.iter().any(|word| fold(name).contains(word));
    let chosen = names.iter().find(is_about).or_else(|| names.first())?;
    Some((chosen.clone(), names.iter().filter(|name| *name != chosen).cloned().collect()))
}

fn read_sheet(book: &mut Book, sheet: &str, remarks: &mut Vec<Remark>) -> Result<Vec<Raw>, Unfit> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| damaged(&error))?;
    let mut rows: Vec<Raw> = Vec::new();
    // Of cells' texts too: a text is stored once and may be shown in every cell.
    let mut left = LARGEST_UNPACKED;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| damaged(&error))? {
        let (row, column) = cell.pos;
        if cell.formula.is_some() && !remarks.iter().any(|said| matches!(said, Remark::Formula { .. })) {
            remarks.push(Remark::Formula { cell: name(row, column) });
        }
        let text = text(&cell.value);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if text.is_empty() {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(Unfit::TooManyColumns { most: MOST_COLUMNS });
        }
        let weight = u64::try_from(text.len() + size_of::<String>()).unwrap_or(u64::MAX);
        left = left.checked_sub(weight).ok_or_else(heavy)?;
        left = put(&mut rows, u64::from(row) + 1, column, text, left)?;
    }
    Ok(rows)
}

/// Puts a text into its row, the last one or a new one, with empty cells before it as needed.
fn put(rows: &mut Vec<Raw>, line: u64, column: usize, text: String, left: u64) -> Result<u64, Unfit> {
    if !matches!(rows.last(), Some(Raw::Cells { line: last, .. }) if *last == line) {
        rows.push(Raw::Cells { line, cells: Vec::new(), is_latin: false });
    }
    let Some(Raw::Cells { cells, .. }) = rows.last_mut() else { return Ok(left) };
    let missing = (column + 1).saturating_sub(cells.len());
    let weight = u64::try_from(missing * size_of::<String>()).unwrap_or(u64::MAX);
    let left = left.checked_sub(weight).ok_or_else(heavy)?;
    cells.resize(cells.len() + missing, String::new());
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
    Ok(left)
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::DateTime(moment) => moment_text(*moment),
        // Whole numbers stand without the point they are stored with.
        DataRef::Float(number) => number.to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
        other => other.as_string().unwrap_or_default(),
    }
}

/// A day as ISO writes it; hours are dropped, no field has any.
fn moment_text(moment: ExcelDateTime) -> String {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    if moment.is_duration() { moment.as_f64().to_string() } else { format!("{year:04}-{month:02}-{day:02}") }
}

/// « B3 ».
fn name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{}", letters.into_iter().collect::<String>(), row.saturating_add(1))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_cell_is_named_as_spreadsheets_do() {
        for (column, name) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")] {
            assert_eq!(super::name(0, column), name);
        }
    }
}
