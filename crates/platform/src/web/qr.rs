//! A square an application photographs (QR code, ISO/IEC 18004), drawn as SVG.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// White around it, in modules: the standard asks for four.
const QUIET: i32 = 4;

/// What an SVG path draws, and the side of its square.
#[derive(Clone, Debug)]
pub struct Picture {
    pub path: String,
    pub side: i32,
}

impl Picture {
    /// On its own, as a file.
    pub fn svg(&self) -> String {
        let Picture { path, side } = self;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>"#
        )
    }
}

/// None for a text longer than a square can hold.
pub fn of(text: &str) -> Option<Picture> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for (x, y) in (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y))) {
        if code.get_module(x, y) {
            write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET).ok()?;
        }
    }
    Some(Picture { path, side: code.size() + 2 * QUIET })
}
