use std::fs::File as DiskFile;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;
use jiff::civil::Date;

use super::import::File;
use super::source_error::SourceError;
use crate::exchange::reading::{self, Items, Mapping};

/// Where rows are read from: a file or bytes, plain or gzip, recognised by its first two bytes.
pub struct Source {
    reader: Box<dyn BufRead + Send>,
    progress: Progress,
    mapping: Option<Mapping>,
}

/// How far a source has been read.
#[derive(Clone, Debug)]
pub struct Progress {
    consumed: Arc<AtomicU64>,
    size: u64,
}

impl Source {
    /// Bytes after unpacking: five times France's own file.
    pub const LARGEST: u64 = 4 << 30;

    /// # Errors
    /// [`SourceError`] when the file cannot be opened.
    pub fn open(path: &Path) -> Result<Source, SourceError> {
        let file = DiskFile::open(path).map_err(SourceError::Unopened)?;
        let size = file.metadata().map_err(SourceError::Unopened)?.len();
        Source::new(file, size).map_err(SourceError::Unopened)
    }

    /// # Errors
    /// What reading the first bytes says.
    pub fn new(raw: impl Read + Send + 'static, size: u64) -> io::Result<Source> {
        Source::bounded(raw, size, Source::LARGEST)
    }

    /// The same, where no more than `most` bytes are read, unpacked: a small archive may hold a
    /// large file, and some readers never end.
    ///
    /// # Errors
    /// What reading the first bytes says.
    pub fn bounded(raw: impl Read + Send + 'static, size: u64, most: u64) -> io::Result<Source> {
        const GZIP: &[u8] = &[0x1f, 0x8b];
        let progress = Progress { consumed: Arc::default(), size };
        let mut raw = BufReader::new(Counted { raw, consumed: Arc::clone(&progress.consumed) });
        let zipped = raw.fill_buf()?.starts_with(GZIP);
        let reader: Box<dyn BufRead + Send> = if zipped {
            Box::new(BufReader::new(Bounded { reader: MultiGzDecoder::new(raw), left: most }))
        } else {
            Box::new(BufReader::new(Bounded { reader: raw, left: most }))
        };
        Ok(Source { reader, progress, mapping: None })
    }

    /// A file without a row.
    pub fn nothing() -> Source {
        let progress = Progress { consumed: Arc::default(), size: 0 };
        Source { reader: Box::new(Cursor::new([])), progress, mapping: None }
    }

    /// Read as a table whose columns somebody has matched to fields.
    #[must_use]
    pub fn mapped(self, mapping: Mapping) -> Source {
        Source { mapping: Some(mapping), ..self }
    }

    /// How far it has been read, also once its rows are being read.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// Its rows, whatever shape they lie in.
    pub(crate) fn items(mut self, file: File, today: Date) -> Items<'static> {
        let mapping = self.mapping.take();
        reading::items(self, file, mapping, today)
    }
}

impl Progress {
    /// Bytes of the file, for a progress bar.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How many of them have been read so far.
    pub fn consumed(&self) -> u64 {
        self.consumed.load(Ordering::Relaxed)
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Source({} of {} bytes)", self.progress.consumed(), self.progress.size())
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer)
    }
}

impl BufRead for Source {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.reader.consume(amount);
    }
}

struct Counted<R> {
    raw: R,
    consumed: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.raw.read(buffer)?;
        self.consumed.fetch_add(u64::try_from(read).unwrap_or_default(), Ordering::Relaxed);
        Ok(read)
    }
}

/// Ends in an error rather than for ever.
struct Bounded<R> {
    reader: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let left = self.left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX));
        self.left = left.ok_or_else(|| io::Error::from(io::ErrorKind::FileTooLarge))?;
        Ok(read)
    }
}
