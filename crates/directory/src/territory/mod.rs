//! A territory on one page: what exists in a commune, an EPCI or a département, what is missing,
//! and a guide of it on paper.
//!
//! Who reads: anybody; a coordination that wants to see its gaps, a town hall that prints the guide.
//! Words: a *territory* is one of those three, by its official code; a *lever* is missing where
//! nothing within reach pulls it.
//! Invariants: the numbers are the finder's own, and around a commune each has the link that finds
//! them.

pub(crate) mod guide;
mod model;
mod named;
mod page;
#[cfg(test)]
mod tests;

pub(crate) use model::{Territory, is_whole};
pub(crate) use named::named;
pub(crate) use page::{MOST_READ, address};

use axum::Router;
use axum::routing::get;
use platform::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/territoires/{code}", get(page::show))
        .route("/territoires/{code}/guide", get(guide::show))
}
