//! What one person asks for and another grants: much at once takes two.
//!
//! Words: a *request* waits for a *decision*; granted, it may be *taken*, by whoever asked, for a time.
//!
//! Invariants: nobody decides on their own request; one that nobody decides on, and one that was granted and
//! not taken, lapse by themselves; a decision stands.

mod model;
mod rows;
mod told;

pub(crate) use model::{Decision, LONGEST_REASON, Refusal, Request, State, Taken};
pub(crate) use rows::RequestRow;
pub(crate) use told::Told;
