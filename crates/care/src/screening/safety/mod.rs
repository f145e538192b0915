//! An answer that must not be passed over (« Avant de continuer »): PHQ-9's ninth question above zero,
//! whatever the total, and any other that an instrument's file says.
//!
//! For whoever put the questions, and the coordinators of their team. Words: an answer *rings*; a *check*
//! is open until somebody said what was *done*.
//!
//! Invariants: the check is opened in the transaction that keeps the answer, so that nobody keeps one
//! without the other; who put the questions reads it before any result; while nothing is said it stays
//! before them, and letters go after an hour, then each day for a week, to them and to their
//! coordinators; what was said stands. A letter names nobody and says nothing of the answer.
//!
//! Table owned: `safety_check`.

mod acts;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(super) use acts::open;
pub(crate) use acts::{JOBS, after};
pub(super) use pages::routes;
pub(crate) use sql::count_open;
pub(super) use sql::is_open;
