//! The letters at hand, read once.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

pub(crate) struct Fonts {
    pub(crate) all: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = assets::paper_fonts().iter();
    let all: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&all));
    Fonts { all, book }
});

/// Whether any of them draws this sign.
pub(crate) fn draws(sign: char) -> bool {
    FONTS.all.iter().any(|font| font.info().coverage.contains(u32::from(sign)))
}
