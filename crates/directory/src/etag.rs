//! The mark of an answer's bytes, by which who asks again is told that nothing has changed.

use axum::http::HeaderMap;
use axum::http::header::IF_NONE_MATCH;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Weak, as answers are compressed on their way.
pub(crate) fn of(bytes: &[u8]) -> String {
    format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(bytes)))
}

/// Whether who asks has the answer of that mark.
pub(crate) fn is_known(headers: &HeaderMap, mark: &str) -> bool {
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|list| list.split(',')).any(|known| known.trim() == mark)
}
