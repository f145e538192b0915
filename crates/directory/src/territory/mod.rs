//! A territory on one page: what exists in a commune, an EPCI or a département, what is missing,
//! and a guide of it on paper.
//!
//! Who reads: anybody; a coordination that wants to see its gaps, a town hall that prints the guide.
//! Words: a *territory* is one of those three, by its official code; its *inventory* says what there
//! is of what people ask for (levers, themes, access, languages), which is *missing* where nothing
//! within reach answers it: what is offered from a distance only is told apart.
//! Invariants: the numbers are the finder's own, and around a commune each has the link that finds
//! them.

pub(crate) mod guide;
mod inventory;
mod model;
mod named;
mod page;
#[cfg(test)]
mod tests;

pub(crate) use inventory::{Counted, Inventory};
pub(crate) use model::{Territory, is_whole};
pub(crate) use named::named;
pub(crate) use page::{MOST_READ, REACH_KM, address};

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/territoires/{code}", get(page::show))
        .route("/territoires/{code}/guide", get(guide::show))
        .route("/territoires/{code}/guide.pdf", get(guide::file))
}
