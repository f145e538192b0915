//! Three CSV files in one archive.

use std::io::{Cursor, Write};

use platform::csv;
use platform::web::Nope;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Cell, Files};

/// # Errors
/// [`Nope::Broken`] when it cannot be written.
pub(in crate::study) fn zipped(files: &Files) -> Result<Vec<u8>, Nope> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The same data give the same bytes: no moment of its own.
    let as_usual = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, rows) in
        [("data.csv", &files.data), ("dictionary.csv", &files.dictionary), ("flow.csv", &files.flow)]
    {
        archive.start_file(name, as_usual).map_err(|error| Nope::Broken(error.to_string()))?;
        let text = csv::written(&rows.iter().map(|row| row.iter().map(text).collect()).collect::<Vec<_>>());
        archive.write_all(text.as_bytes()).map_err(|error| Nope::Broken(error.to_string()))?;
    }
    let written = archive.finish().map_err(|error| Nope::Broken(error.to_string()))?;
    Ok(written.into_inner())
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text.clone(),
    }
}
