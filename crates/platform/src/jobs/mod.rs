//! Coming back later: a table of what is to be done and when, worked off with the injected clock.
//!
//! A capability schedules a job in the transaction of the act that calls for it, and names a
//! handler in its [`crate::app::Module`]. A handler runs in one transaction with the job's own
//! row: either its effect and « done » are both kept, or neither.
//!
//! Upkeep (`upkeep`) is the one job no act calls for: the server plans it.
//!
//! Invariants: a job runs at most once to its end; a failing one is tried again three times with
//! growing pauses, then kept with its error for the administrator.

mod queue;
#[cfg(test)]
mod tests;
mod worker;

use std::future::Future;
use std::pin::Pin;

use crate::app::App;
use crate::db::{DbError, Tx};

#[cfg(any(test, feature = "testing"))]
pub use queue::waiting;
pub use queue::{Standing, done_between, given_up, late, schedule, standing};
pub(crate) use queue::{UPKEEP, bring_back, forget_done, schedule_one};
pub use worker::{RunReport, run_due, work_forever};

/// What a handler answers with.
pub type JobResult<'a> = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>>;

/// A kind of job and the function that does it.
#[derive(Clone, Copy, Debug)]
pub struct JobKind {
    pub name: &'static str,
    pub run: for<'a> fn(&'a App, &'a mut Tx, &'a str) -> JobResult<'a>,
}

#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error("unreadable payload")]
    Payload,
    #[error("nobody does jobs of this kind")]
    Unknown,
    #[error("{0}")]
    Other(String),
}
