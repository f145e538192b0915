//! The same three tables as sheets of one workbook.

use platform::web::Nope;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::{Cell, Files};

/// # Errors
/// [`Nope::Broken`] when it cannot be written.
pub(in crate::study) fn workbook(files: &Files) -> Result<Vec<u8>, Nope> {
    written(files).map_err(|error| Nope::Broken(error.to_string()))
}

fn written(files: &Files) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // No moment and no author of its own.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    for (name, rows) in [("data", &files.data), ("dictionary", &files.dictionary), ("flow", &files.flow)] {
        let sheet = book.add_worksheet().set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        fill(sheet, rows)?;
    }
    book.save_to_buffer()
}

/// A text is written as one, never as a formula.
fn fill(sheet: &mut Worksheet, rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Number(text) => match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number)?,
                    Err(_) => sheet.write_string(row, column, text)?,
                },
                Cell::Text(text) => sheet.write_string(row, column, text)?,
            };
        }
    }
    Ok(())
}
