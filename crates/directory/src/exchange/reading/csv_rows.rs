use std::io::BufRead;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::latin::{MARK, decoded};
use super::lines::Lines;
use super::table::{MOST_COLUMNS, Raw, RawRows};
use crate::exchange::data_inclusion::SourceError;

/// Rows of a text whose cells are separated by that byte; no more than one row in memory.
pub(super) fn rows<'s, R: BufRead + Send + 's>(source: R, separator: u8) -> RawRows<'s> {
    let mut records = Records {
        source,
        reader: ReaderBuilder::new().delimiter(separator).build(),
        output: vec![0; Lines::<R>::LONGEST],
        ends: vec![0; MOST_COLUMNS + 1],
        line: 1,
        is_over: false,
    };
    Box::new(std::iter::from_fn(move || records.next().transpose()))
}

struct Records<R> {
    source: R,
    reader: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    /// The next one to be read, from 1.
    line: u64,
    is_over: bool,
}

impl<R: BufRead> Records<R> {
    fn next(&mut self) -> Result<Option<Raw>, SourceError> {
        if self.is_over {
            return Ok(None);
        }
        let read = self.record();
        self.is_over = !matches!(read, Ok(Some(_)));
        read
    }

    fn record(&mut self) -> Result<Option<Raw>, SourceError> {
        let broken = |line: u64, error| SourceError::after(line.saturating_sub(1), error);
        self.pass_blank_lines()?;
        let line = self.line;
        let (mut written, mut ended, mut is_too_long) = (0, 0, false);
        loop {
            let input = self.source.fill_buf().map_err(|error| broken(self.line, error))?;
            let output = self.output.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(ended..).unwrap_or_default();
            let (result, consumed, wrote, ends_wrote) = self.reader.read_record(input, output, ends);
            let passed = input.get(..consumed).unwrap_or_default();
            self.line += u64::try_from(passed.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(0);
            self.source.consume(consumed);
            written += wrote;
            ended += ends_wrote;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    (written, ended, is_too_long) = (0, 0, true);
                }
                ReadRecordResult::Record if is_too_long || ended > MOST_COLUMNS => {
                    return Ok(Some(Raw::TooLong { line }));
                }
                ReadRecordResult::Record => return Ok(Some(self.cells(line, ended))),
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    /// Empty lines belong to no row, and the mark before the first row to no cell.
    fn pass_blank_lines(&mut self) -> Result<(), SourceError> {
        loop {
            let after = self.line.saturating_sub(1);
            let input = self.source.fill_buf().map_err(|error| SourceError::after(after, error))?;
            let blank = match input.first() {
                Some(b'\n' | b'\r') => 1,
                Some(_) if self.line == 1 && input.starts_with(MARK) => MARK.len(),
                _ => return Ok(()),
            };
            self.line += u64::from(input.first() == Some(&b'\n'));
            self.source.consume(blank);
        }
    }

    fn cells(&self, line: u64, count: usize) -> Raw {
        let mut is_latin = false;
        let mut from = 0;
        let ends = self.ends.iter().take(count);
        let cells = ends
            .map(|end| {
                let (text, is_other) = decoded(self.output.get(from..*end).unwrap_or_default());
                is_latin |= is_other;
                from = *end;
                text.into_owned()
            })
            .collect();
        Raw::Cells { line, cells, is_latin }
    }
}
