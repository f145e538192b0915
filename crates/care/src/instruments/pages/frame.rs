//! A frame as a file, for whoever prefers to write in it.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use measure::FRAMES;
use platform::web::may::{May, ShareTheLoad};
use platform::web::{Nope, Path};

pub(in crate::instruments) async fn show(
    _: May<ShareTheLoad>,
    Path(code): Path<String>,
) -> Result<Response, Nope> {
    let frame = FRAMES.iter().find(|frame| frame.code == code).ok_or(Nope::NotFound)?;
    let disposition = format!("attachment; filename=\"{}.toml\"", frame.code);
    let headers = [(CONTENT_TYPE, "application/toml".to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, frame.toml).into_response())
}
