//! Everything a browser receives besides pages: style sheet, scripts, font, icon. For whoever writes
//! a template ([`url`]) and for the one route that serves these files ([`get`]).
//!
//! Words: an asset has a plain *name* (`app.css`) and a *URL* whose file name carries a hash of its
//! content (`/assets/app.QX3EL2BV.css`).
//!
//! Invariants: files are bundled when the crate is built and live in the binary, nothing is fetched
//! when it runs; a URL always gives the same bytes, so it may be cached for ever; nothing here needs
//! more than `default-src 'self'` from the content security policy.

/// Folder under which [`get`] expects to be served.
pub const FOLDER: &str = "/assets/";

/// What to answer for one URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    pub bytes: &'static [u8],
    /// The same bytes, compressed, for a client that accepts `gzip`; text files only.
    pub gzip: Option<&'static [u8]>,
    pub content_type: &'static str,
    /// Whether the URL holds a hash of the content, so that the answer may be kept for a year.
    pub immutable: bool,
}

/// The URL of the asset called `name`: `app.css`, `app.js`, `favicon.svg` or `licences.txt`, the notices
/// of the font and of the map.
///
/// A name that does not exist gives a URL that is not found, after a failed debug assertion: the names
/// are written in the templates, and the tests render every template.
pub fn url(name: &str) -> &'static str {
    let found = TABLE.iter().find(|entry| entry.name == name);
    debug_assert!(found.is_some(), "no asset is called {name}");
    found.map_or("/assets/unknown", |entry| entry.url)
}

/// The asset served at `path`, with or without its folder: `/assets/app.QX3EL2BV.css` or
/// `app.QX3EL2BV.css`. Only hashed file names are served.
pub fn get(path: &str) -> Option<Asset> {
    let file = path.strip_prefix(FOLDER).unwrap_or(path);
    let entry = TABLE.iter().find(|entry| entry.url.strip_prefix(FOLDER) == Some(file))?;
    Some(Asset {
        bytes: entry.bytes,
        gzip: entry.gzip,
        content_type: content_type(entry.name),
        immutable: true,
    })
}

/// The names of all assets, the ones only other assets refer to included.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|entry| entry.name)
}

/// The letters that paper is set in (TTF), not served: those of the pages, then what these lack.
pub fn paper_fonts() -> &'static [&'static [u8]] {
    &FONTS
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

struct Entry {
    name: &'static str,
    url: &'static str,
    bytes: &'static [u8],
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));
include!(concat!(env!("OUT_DIR"), "/fonts.rs"));

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod tests;
