//! How entries come in from other directories and go back out.

pub mod data_inclusion;

use axum::Router;
use platform::app::App;

pub(crate) fn routes() -> Router<App> {
    data_inclusion::routes()
}
