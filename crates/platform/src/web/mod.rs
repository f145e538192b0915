//! Answering: the frame of every page, who may do what, forms, and the way out when something fails.
//!
//! A handler begins with its [`guard`] ([`may::May`], [`link::Held`], [`guard::Open`] for a page
//! anyone may see), parses its form at
//! the edge, calls its capability in one transaction, and returns a [`page`] or a redirect, or a
//! [`nope::Nope`], which becomes a page in the visitor's language.

pub mod client;
pub mod dates;
pub mod form;
pub mod guard;
mod health;
pub mod layers;
pub mod link;
pub mod may;
pub mod navigation;
pub mod nope;
pub mod once;
pub mod page;
pub mod pager;
pub mod path;
mod problem;
mod public_files;
pub mod qr;
pub mod routes;
pub mod session;
mod shedding;
mod speak;
pub mod thread;
pub mod ui;
mod upload;
pub mod visits;

pub use form::{Form, Problems, Query};
pub use guard::Open;
pub use link::Held;
pub use may::May;
pub use nope::Nope;
pub use page::Answer;
pub use path::Path;
pub(crate) use speak::inside;
pub use ui::Ui;
pub use upload::Upload;

use self::routes::{Routes, get, post};

pub fn routes() -> Routes {
    Routes::new()
        .route(health::HEALTH, get(health::show))
        .route("/assets/{file}", get(public_files::serve))
        .route("/langue", post(speak::choose))
}
