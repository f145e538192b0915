//! The screens of a caseload.

pub(super) mod calls;
pub(super) mod day;
pub(super) mod file;
pub(super) mod letter;
pub(super) mod persons;
pub(crate) mod story;
pub(super) mod team;
pub(super) mod thread_acts;
