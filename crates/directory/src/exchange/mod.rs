//! How entries come in from other directories and go back out.

pub mod data_inclusion;

use axum::Router;
use axum::routing::get;
use platform::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/api/v1/search/services", get(data_inclusion::answer))
}
