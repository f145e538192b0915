//! The files of `data/gazetteer`, inflated. Made by `cargo xtask data`; what they hold is kept for
//! the life of the process, so that names can be lent instead of copied.

use std::io::Read;

use flate2::read::GzDecoder;

macro_rules! packed {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gazetteer/", $name))
    };
}

pub(super) fn communes() -> &'static str {
    text(packed!("communes.tsv.gz"))
}

pub(super) fn town_halls() -> &'static str {
    text(packed!("townhalls.tsv.gz"))
}

pub(super) fn commune_contours() -> &'static [u8] {
    inflate(packed!("communes.contours.gz"))
}

pub(super) fn departement_contours() -> &'static [u8] {
    inflate(packed!("departements.contours.gz"))
}

fn text(packed: &[u8]) -> &'static str {
    // The files are UTF-8: the tests read them whole.
    std::str::from_utf8(inflate(packed)).unwrap_or_default()
}

fn inflate(packed: &[u8]) -> &'static [u8] {
    let mut bytes = Vec::new();
    // A truncated file would show as missing communes; the tests count them.
    let read = GzDecoder::new(packed).read_to_end(&mut bytes);
    debug_assert!(read.is_ok(), "a file of data/gazetteer is damaged");
    bytes.shrink_to_fit();
    bytes.leak()
}
