use std::io::{self, BufRead};

/// Reads line by line without ever holding more than one allowed line.
#[derive(Debug)]
pub(super) struct Lines<R> {
    source: R,
    line: Vec<u8>,
    number: u64,
    stopped: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Bytes(&'a [u8]),
    TooLong,
}

impl<R: BufRead> Lines<R> {
    /// 1 MiB: the schema's longest row, every text at its limit, stays under 100 KiB.
    pub(super) const LONGEST: usize = 1 << 20;

    pub(super) fn new(source: R) -> Self {
        Self { source, line: Vec::new(), number: 0, stopped: false }
    }

    /// Nothing more is read: a broken source would break again for ever.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    /// The number of the last line given, from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The next line without its end; `None` after the last.
    ///
    /// # Errors
    /// What the source says; the reading cannot go on.
    pub(super) fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        if self.stopped {
            return Ok(None);
        }
        self.line.clear();
        let mut too_long = false;
        let mut begun = false;
        loop {
            let available = match self.source.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                available => available?,
            };
            if available.is_empty() {
                break;
            }
            begun = true;
            let end = available.iter().position(|byte| *byte == b'\n');
            let taken = available.get(..end.unwrap_or(available.len())).unwrap_or_default();
            too_long = too_long || self.line.len() + taken.len() > Self::LONGEST;
            if !too_long {
                self.line.extend_from_slice(taken);
            }
            let consumed = taken.len() + usize::from(end.is_some());
            self.source.consume(consumed);
            if end.is_some() {
                break;
            }
        }
        if !begun {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(if too_long { Line::TooLong } else { Line::Bytes(&self.line) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn all(bytes: &[u8]) -> Vec<Option<Vec<u8>>> {
        let mut lines = Lines::new(BufReader::with_capacity(7, bytes));
        let mut read = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            read.push(match line {
                Line::Bytes(bytes) => Some(bytes.to_vec()),
                Line::TooLong => None,
            });
        }
        assert_eq!(lines.number(), u64::try_from(read.len()).unwrap());
        read
    }

    #[test]
    fn lines_are_cut_at_their_ends_wherever_the_buffer_is_cut() {
        assert_eq!(all(b""), Vec::<Option<Vec<u8>>>::new());
        assert_eq!(
            all(b"one\n\nthe third line\n"),
            [&b"one"[..], b"", b"the third line"].map(|l| Some(l.to_vec()))
        );
        assert_eq!(all(b"no end"), [Some(b"no end".to_vec())]);
    }

    #[test]
    fn a_line_one_byte_too_long_is_skipped_and_the_next_one_read() {
        let mut bytes = vec![b'x'; Lines::<&[u8]>::LONGEST];
        bytes.extend_from_slice(b"\n");
        bytes.extend(vec![b'y'; Lines::<&[u8]>::LONGEST + 1]);
        bytes.extend_from_slice(b"\nz");
        let read = all(&bytes);
        assert_eq!(read[0].as_ref().map(Vec::len), Some(Lines::<&[u8]>::LONGEST));
        assert_eq!(read[1..], [None, Some(b"z".to_vec())]);
    }
}
