//! The plan: one to three goals in the person's words, and what was agreed to do about them.
//!
//! Written by the person and their link worker together, printed for the person to keep. Words: a
//! *goal* is a thing the person wants, as they say it, and keeps its *place* from one measure to
//! the next; a *step* is what somebody will do, and by when; the *review* is the day they look
//! back together.
//!
//! ```text
//! nothing ─▶ agreed (version 1) ─▶ written again (version n + 1) · agreed again, on another day
//! ```
//!
//! Invariants: a goal reworded is the same goal, another one at its place drops it; goals and
//! steps change together under one version, and a save never writes over another's; the plan of a
//! closed case is not changed; the paper names no address but the team's.
//!
//! Tables owned: `plan`, `goal`.

pub mod acts;
mod agreements;
mod form;
mod held;
mod lines;
pub mod model;
mod pages;
mod print;
pub mod rules;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use held::HELD;
pub(crate) use lines::of_case as lines_of_case;
pub use sql::{goals, of_case, review_again};

pub use model::{Goal, Plan, Step};

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/plan", get(pages::show).post(pages::save))
        .route("/personnes/{case}/plan/imprimer", get(print::show))
        .route("/personnes/{case}/plan.pdf", get(print::file))
}
