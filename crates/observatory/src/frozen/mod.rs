//! Figures counted once, when a cohort was followed long enough, and kept as they were: of quarters, and of
//! years, which are four of them added up.
//!
//! Why: two tables of the same persons, made on two days or of two overlapping periods, can be subtracted,
//! and the difference is few. What leaves a team is therefore cut by the calendar alone, and made once.
//!
//! Words: a quarter's *cohort* is the referrals sent in it, followed to the end of the quarter after; it is
//! *frozen* on the day that has ended; a *span* is a quarter or a year; its *scope* is one team, or all of
//! them together.
//!
//! Invariants: all teams of a span and their sum are frozen in one transaction, and nobody is added later; a
//! frozen row is never changed, but for when it was released; a year says nothing that its quarters do not;
//! what is shown of one of them is decided by all of them ([`crate::told::Allowed`]).
//!
//! Table owned: `frozen_figures`.

mod freeze;
mod kept;
mod model;
mod quarter;
mod span;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use freeze::{FREEZE, JOB};
pub(crate) use model::{Scope, Stamp};
pub(crate) use quarter::Quarter;
pub(crate) use span::{Span, Year};
pub(crate) use sql::{find, frozen_since, release, released, teams_of};
