use std::fs::{self, File};
use std::io::{self, BufWriter, IoSliceMut, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// First and last bytes of every such file, and the format: to be changed with anything written.
const MAGIC: &[u8; 8] = b"MAILSH01";
/// Where the table begins, its sum, and the format again.
const TAIL: u64 = 20;
/// Bytes of a text's sum.
const SUM: usize = 4;
/// Beyond, an answer is not shelved: none is so long.
const LONGEST: usize = 1 << 24;

/// Texts by the places of an index, in a file: only where each lies is in memory, 8 bytes a place.
///
/// Layout: format, length of the mark, mark; each text and its sum (CRC-32); a table with the start
/// (40 bits) and the length (24 bits) of the text of each place, 0 for none; start and sum of that
/// table, format.
#[derive(Debug)]
pub(super) struct Shelf {
    file: File,
    table: Vec<u64>,
}

impl Shelf {
    /// # Errors
    /// When there is none, or it is damaged, or of another index.
    pub(super) fn open(path: &Path, mark: &str) -> io::Result<Shelf> {
        let file = File::open(path)?;
        let head = head(mark);
        if exactly(&file, head.len(), 0)? != head {
            return Err(damaged());
        }
        let end = file.metadata()?.len().checked_sub(TAIL).ok_or_else(damaged)?;
        let tail = exactly(&file, 20, end)?;
        let (start, rest) = tail.split_first_chunk::<8>().ok_or_else(damaged)?;
        let (sum, magic) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
        let start = u64::from_le_bytes(*start);
        let length = end.checked_sub(start).ok_or_else(damaged)?;
        if magic != MAGIC || !length.is_multiple_of(8) {
            return Err(damaged());
        }
        let table = exactly(&file, usize::try_from(length).map_err(|_| damaged())?, start)?;
        if crc32fast::hash(&table).to_le_bytes() != *sum {
            return Err(damaged());
        }
        let (places, _) = table.as_chunks::<8>();
        Ok(Shelf { file, table: places.iter().map(|place| u64::from_le_bytes(*place)).collect() })
    }

    /// The text of a place; none if there is none, or it does not read back as it was written.
    pub(super) fn read(&self, place: u32) -> Option<Vec<u8>> {
        let (at, length) = self.lies(place)?;
        sound(exactly(&self.file, length, at).ok()?)
    }

    /// The same when it lies in memory; none when the disk would have to be waited for.
    pub(super) fn read_at_once(&self, place: u32) -> Option<Vec<u8>> {
        let (at, length) = self.lies(place)?;
        sound(at_once(&self.file, length, at)?)
    }

    /// Where a text lies, and its length with its sum.
    fn lies(&self, place: u32) -> Option<(u64, usize)> {
        let lies = self.table.get(usize::try_from(place).ok()?).copied().filter(|lies| *lies > 0)?;
        Some((lies >> 24, usize::try_from(lies & 0xff_ffff).ok()? + SUM))
    }
}

/// A text without its sum, if that is right.
fn sound(mut text: Vec<u8>) -> Option<Vec<u8>> {
    let sum = text.split_off(text.len().checked_sub(SUM)?);
    (crc32fast::hash(&text).to_le_bytes() == *sum).then_some(text)
}

/// A shelf while it is made, beside its place: a reader never sees half of one.
#[derive(Debug)]
pub(super) struct Draft {
    out: BufWriter<File>,
    at: u64,
    table: Vec<u64>,
    beside: PathBuf,
    path: PathBuf,
}

impl Draft {
    /// # Errors
    /// When the folder cannot be written.
    pub(super) fn begin(path: &Path, mark: &str, places: usize) -> io::Result<Draft> {
        let beside = path.with_extension("answers-new");
        let mut draft = Draft {
            out: BufWriter::with_capacity(1 << 18, File::create(&beside)?),
            at: 0,
            table: vec![0; places],
            beside,
            path: path.to_owned(),
        };
        draft.write(&head(mark))?;
        Ok(draft)
    }

    /// # Errors
    /// When the disk is full.
    pub(super) fn put(&mut self, place: u32, text: &[u8]) -> io::Result<()> {
        let slot = usize::try_from(place).ok().and_then(|place| self.table.get_mut(place));
        let (Some(slot), Ok(length), true) = (slot, u64::try_from(text.len()), text.len() < LONGEST) else {
            return Ok(());
        };
        *slot = self.at << 24 | length;
        self.write(text)?;
        self.write(&crc32fast::hash(text).to_le_bytes())
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// When the disk is full.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let start = self.at;
        let table: Vec<u8> = self.table.iter().flat_map(|lies| lies.to_le_bytes()).collect();
        self.write(&table)?;
        self.write(&start.to_le_bytes())?;
        self.write(&crc32fast::hash(&table).to_le_bytes())?;
        self.write(MAGIC)?;
        self.out.flush()?;
        fs::rename(&self.beside, &self.path)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += u64::try_from(bytes.len()).unwrap_or_default();
        Ok(())
    }
}

fn head(mark: &str) -> Vec<u8> {
    let length = u32::try_from(mark.len()).unwrap_or_default().to_le_bytes();
    [&MAGIC[..], &length, mark.as_bytes()].concat()
}

fn exactly(file: &File, length: usize, at: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, at)?;
    Ok(bytes)
}

#[cfg(target_os = "linux")]
fn at_once(file: &File, length: usize, at: u64) -> Option<Vec<u8>> {
    use rustix::io::{ReadWriteFlags, preadv2};

    let mut bytes = vec![0; length];
    let read = preadv2(file, &mut [IoSliceMut::new(&mut bytes)], at, ReadWriteFlags::NOWAIT).ok()?;
    (read == length).then_some(bytes)
}

/// Other systems do not say beforehand.
#[cfg(not(target_os = "linux"))]
fn at_once(_: &File, _: usize, _: u64) -> Option<Vec<u8>> {
    None
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "no shelf of this index")
}
