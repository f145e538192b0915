//! The words a team adds to a report: versions, only ever added to.

mod form;
mod model;
mod pages;
mod sql;

pub(super) use model::Written;
pub(super) use pages::{edit, save};
pub(super) use sql::latest;
