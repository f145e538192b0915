//! What a team adds to a report: words, and of a year its accounts. Versions, only ever added to.

mod accounts;
mod form;
mod model;
mod pages;
mod sql;

pub(super) use accounts::Side;
pub(super) use model::{Content, Written};
pub(super) use pages::{edit, save};
pub(super) use sql::latest;
