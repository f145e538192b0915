use std::borrow::Cow;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::unfit::Unfit;
use crate::exchange::data_inclusion::SourceError;

/// Bytes of the file itself: it has to be in memory as a whole, its list of parts stands at its end.
const LARGEST: u64 = 50 << 20;
/// Bytes of all its parts unpacked.
pub(super) const LARGEST_UNPACKED: u64 = 200 << 20;
const MOST_PARTS: usize = 2_000;
const MEBIBYTE: u64 = 1 << 20;

/// A zip archive in memory, of a bearable weight: a workbook or a package of tables.
pub(super) struct Archive {
    pub(super) bytes: Vec<u8>,
    /// Of its parts.
    pub(super) names: Vec<String>,
}

impl Archive {
    pub(super) fn read(source: impl Read) -> Result<Archive, SourceError> {
        let mut bytes = Vec::new();
        let read = source.take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| SourceError::after(0, error))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
            return Err(SourceError::TooLarge { after: 0 });
        }
        let names = weighed(&bytes).map_err(SourceError::Unfit)?;
        Ok(Archive { bytes, names })
    }
}

/// Unpacks every part into nothing, to know what it really holds: the sizes an archive states are
/// whatever its author wished.
fn weighed(bytes: &[u8]) -> Result<Vec<String>, Unfit> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_PARTS {
        return Err(heavy());
    }
    let mut left = LARGEST_UNPACKED;
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        names.push(part.name().map(Cow::into_owned).unwrap_or_default());
        let unpacked =
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| damaged(&error))?;
        left = left.checked_sub(unpacked).ok_or_else(heavy)?;
    }
    Ok(names)
}

pub(super) fn heavy() -> Unfit {
    Unfit::HeavyWorkbook { most: LARGEST_UNPACKED / MEBIBYTE }
}

pub(super) fn damaged(error: &dyn std::fmt::Display) -> Unfit {
    let fault = error.to_string().chars().filter(|c| !c.is_control()).take(100).collect();
    Unfit::BadWorkbook { fault }
}
