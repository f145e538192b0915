//! Styles, scripts and fonts, served from the binary under names that change with their content.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::nope::Nope;

pub(super) async fn serve(Path(file): Path<String>) -> Result<Response, Nope> {
    let asset = assets::get(&format!("/assets/{file}")).ok_or(Nope::NotFound)?;
    let headers =
        [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes).into_response())
}
