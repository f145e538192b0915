//! Styles, scripts and fonts, served from the binary under names that change with their content.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};

use super::guard::Open;
use super::nope::Nope;
use super::path::Path;

/// Names change with content, so a browser never asks twice.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Compressed at build time for browsers that take gzip, so that the map is not compressed anew
/// for each.
pub(super) async fn serve(_: Open, Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Nope> {
    let asset = assets::get(&file).ok_or(Nope::NotFound)?;
    let kept = [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, FOR_EVER), (VARY, "accept-encoding")];
    match asset.gzip.filter(|_| takes_gzip(&headers)) {
        Some(gzip) => Ok((kept, [(CONTENT_ENCODING, "gzip")], gzip).into_response()),
        None => Ok((kept, asset.bytes).into_response()),
    }
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| coding.trim() == "gzip")
}
