//! The shared assessment (le point fait ensemble): what matters to the person, and what makes a place
//! possible for them.
//!
//! Filled in together by the person and their link worker, and read by [`crate::matching`], which
//! looks for places with it. Words: *needs* by domain, *wishes* by the five levers and by topic,
//! *constraints* a place must meet, *slots* (a weekday and a half-day) when they are free, how far
//! they can go and by what *means*.
//!
//! ```text
//! nothing ─▶ saved (version 1: the case becomes active) ─▶ saved again (version n + 1)
//! ```
//!
//! Invariants: sentences are the person's, kept as they were said; everything ticked is of a
//! closed list; a save names the version it was made from, and never writes over another's; the
//! assessment of a closed case is not changed.
//!
//! Table owned: `assessment`.

pub mod acts;
mod form;
mod held;
pub mod labels;
pub mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use held::HELD;
pub use sql::{of_case, save};

pub use model::Assessment;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/personnes/{case}/point", get(pages::show).post(pages::save))
}
