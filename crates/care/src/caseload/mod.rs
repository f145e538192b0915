//! The link worker's caseload: courses of support from the first call to the closing.
//!
//! ```text
//! awaiting contact ─▶ in assessment ─▶ active ◀─▶ paused
//!        └──────────────────┴────────────┴──────────┴──▶ closed(outcome)
//! ```
//!
//! For link workers, who open « Ma journée » every morning, and coordinators, who share the load.
//! Invariants: a case is opened by accepting a referral and by nothing else; every change of it
//! leaves an event in its thread and an entry in the trail, in one transaction; a closed case is
//! not changed; an update names the version it was made from.
//!
//! Tables owned: `case_file`, `case_event`, `contact_attempt`.

pub mod acts;
pub mod event;
pub mod model;
pub mod rules;
pub mod sql;

pub use event::EventKind;
pub use model::{Case, Outcome, Refusal, State};
