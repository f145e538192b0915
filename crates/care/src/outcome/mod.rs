//! Looking back together, and ending a course of support.
//!
//! For the person and their link worker, who ask the first questions again and see how far they
//! came; for whoever reads figures later, who must see whom nobody could ask again. Words: a
//! *review* is a day one looks back; a *path* is what one instrument said at first and says now; a
//! *closing* is an outcome and, if there is more to say, a word.
//!
//! ```text
//! active ─▶ reviewed ─▶ reviewed again … ─▶ closed(outcome)
//!    └──────────────────────────────────────▶ closed(outcome), counted as never reviewed
//! ```
//!
//! Invariants: a path shows the values themselves, both days, and that before and after prove no
//! cause; what cannot be compared is said not to be; closing without a review is possible, said on
//! the page, and counted; a closing ends everything of the case in one transaction: its
//! connections, its referral, and its prescriber is told.
//!
//! Owns no table: a review is a screening of [`crate::screening`] and a line of the thread, a
//! closing is written on the case by [`crate::caseload`].

pub mod acts;
#[cfg(test)]
mod builders;
pub mod model;
mod pages;
pub mod path;
pub mod rules;
pub mod sql;
#[cfg(test)]
mod tests;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/bilan", get(pages::review::show).post(pages::review::save))
        .route("/personnes/{case}/cloture", get(pages::closing::show).post(pages::closing::save))
        .route("/personnes/{case}/cloture/lettre", get(pages::farewell::show))
        .route("/personnes/{case}/cloture/lettre.pdf", get(pages::farewell::paper))
}
