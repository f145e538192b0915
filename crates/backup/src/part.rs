//! A part of a backup: what it is, how long it is compressed and plain, and its bytes, compressed by
//! themselves.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use kernel::coded::Coded;

use crate::BackupError;

/// A gigabyte: more than any row, and less than a lie about a length may ask for.
const LONGEST: u32 = 1 << 30;

kernel::coded! {
    /// What a part holds.
    Holds {
        Inventory = "H",
        Rows = "R",
        Totals = "T",
    }
}

/// The part as it stands in the file.
///
/// # Errors
/// [`BackupError::Unequal`] for one that is too long, or that does not read as it was written.
pub(crate) fn packed(holds: Holds, plain: &[u8]) -> Result<Vec<u8>, BackupError> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(plain).map_err(BackupError::Stream)?;
    let compressed = encoder.finish().map_err(BackupError::Stream)?;
    let mut part = holds.code().as_bytes().to_vec();
    for length in [compressed.len(), plain.len()] {
        let length = u32::try_from(length).ok().filter(|length| *length <= LONGEST);
        part.extend_from_slice(&length.ok_or(BackupError::Unequal)?.to_be_bytes());
    }
    part.extend_from_slice(&compressed);
    Ok(part)
}

/// The next part.
///
/// # Errors
/// [`BackupError::Damaged`] when there is none.
pub(crate) fn read(from: &mut impl Read) -> Result<(Holds, Vec<u8>), BackupError> {
    let [holds] = array::<1>(from)?;
    let code = [holds];
    let holds = std::str::from_utf8(&code).ok().and_then(Holds::from_code).ok_or(BackupError::Damaged)?;
    let compressed = u32::from_be_bytes(array(from)?);
    let plain = u32::from_be_bytes(array(from)?);
    if compressed > LONGEST || plain > LONGEST {
        return Err(BackupError::Damaged);
    }
    // As far as there are bytes: a length alone makes room for nothing.
    let compressed = up_to(from, compressed)?;
    let mut rest = &compressed[..];
    let mut decoder = DeflateDecoder::new(&mut rest);
    let unpacked = up_to(&mut decoder, plain)?;
    let ends = decoder.read(&mut [0]).map_err(BackupError::of_reading)? == 0;
    if ends && rest.is_empty() { Ok((holds, unpacked)) } else { Err(BackupError::Damaged) }
}

/// So many bytes.
fn up_to(from: &mut impl Read, length: u32) -> Result<Vec<u8>, BackupError> {
    let mut bytes = Vec::new();
    let read = from.take(u64::from(length)).read_to_end(&mut bytes).map_err(BackupError::of_reading)?;
    if u32::try_from(read) == Ok(length) { Ok(bytes) } else { Err(BackupError::Damaged) }
}

pub(crate) fn array<const N: usize>(from: &mut impl Read) -> Result<[u8; N], BackupError> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes).map_err(BackupError::of_reading)?;
    Ok(bytes)
}
