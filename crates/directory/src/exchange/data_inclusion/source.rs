use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;
use kernel::Lang;

/// Where rows are read from: a file or bytes, plain or gzip, recognised by its first two bytes.
pub struct Source {
    reader: Box<dyn BufRead + Send>,
    consumed: Arc<AtomicU64>,
    size: u64,
}

impl Source {
    /// # Errors
    /// [`SourceError`] when the file cannot be opened.
    pub fn open(path: &Path) -> Result<Source, SourceError> {
        let file = File::open(path).map_err(SourceError::Unopened)?;
        let size = file.metadata().map_err(SourceError::Unopened)?.len();
        Source::new(file, size).map_err(SourceError::Unopened)
    }

    /// # Errors
    /// What reading the first bytes says.
    pub fn new(raw: impl Read + Send + 'static, size: u64) -> io::Result<Source> {
        const GZIP: &[u8] = &[0x1f, 0x8b];
        let consumed = Arc::new(AtomicU64::new(0));
        let mut raw = BufReader::new(Counted { raw, consumed: Arc::clone(&consumed) });
        let zipped = raw.fill_buf()?.starts_with(GZIP);
        let reader: Box<dyn BufRead + Send> =
            if zipped { Box::new(BufReader::new(MultiGzDecoder::new(raw))) } else { Box::new(raw) };
        Ok(Source { reader, consumed, size })
    }

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
        write!(f, "Source({} of {} bytes)", self.consumed(), self.size)
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

/// The whole file cannot be read, or not any further.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("the file cannot be opened: {0}")]
    Unopened(#[source] io::Error),
    /// A gzip archive cut short or damaged, or a failing disk.
    #[error("the file cannot be read past line {after}: {error}")]
    Broken {
        /// The last whole line that was read.
        after: u64,
        #[source]
        error: io::Error,
    },
}

impl SourceError {
    pub fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (SourceError::Unopened(error), Lang::Fr) => {
                format!("Le fichier ne peut pas être ouvert\u{a0}: {error}.")
            }
            (SourceError::Unopened(error), Lang::En) => format!("The file cannot be opened: {error}."),
            (SourceError::Broken { after, error }, Lang::Fr) => format!(
                "Le fichier est illisible après la ligne {after}\u{a0}: il est incomplet ou abîmé ({error})."
            ),
            (SourceError::Broken { after, error }, Lang::En) => {
                format!("The file cannot be read past line {after}: it is incomplete or damaged ({error}).")
            }
        }
    }
}
