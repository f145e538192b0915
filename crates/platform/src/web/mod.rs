//! Answering: the frame of every page, who may do what, forms, and the way out when something fails.
//!
//! A handler takes a [`may::May`] (or [`ui::Ui`] for a page anyone may see), parses its form at
//! the edge, calls its capability in one transaction, and returns a [`page`] or a redirect, or a
//! [`nope::Nope`], which becomes a page in the visitor's language.

pub mod dates;
pub mod form;
mod health;
pub mod layers;
pub mod link;
pub mod may;
pub mod navigation;
pub mod nope;
pub mod once;
pub mod page;
pub mod path;
mod problem;
mod public_files;
pub mod session;
mod speak;
pub mod thread;
pub mod ui;

pub use form::{Form, Problems, Query};
pub use may::May;
pub use nope::Nope;
pub use page::Answer;
pub use path::Path;
pub(crate) use speak::inside;
pub use ui::Ui;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/healthz", get(health::show))
        .route("/assets/{file}", get(public_files::serve))
        .route("/langue", post(speak::choose))
}
