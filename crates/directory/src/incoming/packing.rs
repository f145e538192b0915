//! Bytes as texts any engine stores.

use std::io::{Cursor, Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use platform::web::Nope;

use crate::exchange::data_inclusion::Source;

/// Characters of a stored text.
const LONGEST: usize = 512 * 1024;
/// Bytes of a file brought to a page, unpacked.
const LARGEST_UNPACKED: u64 = 256 << 20;

/// Packed, in texts to be put after one another.
pub(super) fn packed(bytes: &[u8]) -> Result<Vec<String>, Nope> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let zipped = encoder.write_all(bytes).and_then(|()| encoder.finish());
    let zipped = zipped.map_err(|error| Nope::Broken(error.to_string()))?;
    let text = STANDARD_NO_PAD.encode(zipped);
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (part, after) = rest.split_at(rest.len().min(LONGEST));
        parts.push(part.to_owned());
        rest = after;
    }
    Ok(parts)
}

/// What was packed.
pub(super) fn unpacked(parts: &[String]) -> Result<Vec<u8>, Nope> {
    let damaged = |error: &dyn std::fmt::Display| Nope::Broken(format!("damaged file: {error}"));
    let zipped = STANDARD_NO_PAD.decode(parts.concat()).map_err(|error| damaged(&error))?;
    let mut bytes = Vec::new();
    let read = flate2::read::GzDecoder::new(zipped.as_slice()).read_to_end(&mut bytes);
    read.map_err(|error| damaged(&error))?;
    Ok(bytes)
}

/// A file to read rows from.
pub(super) fn source(bytes: Vec<u8>) -> Result<Source, Nope> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Source::bounded(Cursor::new(bytes), size, LARGEST_UNPACKED)
        .map_err(|error| Nope::Broken(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        let mut state = 1_u64;
        let mut next = |_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..2_000_000).map(&mut next).collect();
        let parts = packed(&bytes).unwrap();
        assert!(parts.len() > 1 && parts.iter().all(|part| part.len() <= LONGEST));
        assert_eq!(unpacked(&parts).unwrap(), bytes);
        assert!(unpacked(&parts[1..]).is_err());
    }
}
