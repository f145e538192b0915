//! data·inclusion's entries, schema 1.0, from a file of any shape ([`reading`](super::reading)).
//!
//! Who reads: whoever keeps the directory, through `maillage import`; so a refused row says in
//! plain words what is wrong and where, and stops nothing else.
//! Words: a *structure* becomes an [`Organization`](crate::organization::Organization), a
//! *service* a [`Resource`](crate::resource::Resource); a *row* is [`Valid`] or [`Refused`].
//! Invariants: memory is bounded by the longest allowed line; every check of the official schema
//! is made; only a source that cannot be read any further ends the reading.
//!
//! Source: PyPI `data-inclusion-schema` 1.0.10, `schema/v1/{structures,services}.py`.
//!
//! Knowingly stricter than that schema, so that what is stored can be stored on both engines and
//! shown safely: identifiers and sources over 300 bytes, empty identifiers, texts holding U+0000,
//! booleans and « nan » as numbers, dates as a number of seconds, e-mail addresses in quoted form.

mod api;
mod fields;
mod given;
mod import;
#[cfg(test)]
mod import_tests;
#[cfg(test)]
mod once_tests;
mod own;
mod params;
mod pass;
mod problem;
mod reason;
mod report;
mod rows;
mod search;
#[cfg(test)]
mod search_tests;
mod service;
mod shelf;
mod source;
mod source_error;
mod structure;
mod territory;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use api::routes;
pub use import::{Event, File, ImportError, examine, import, import_within};
pub use own::OwnOfStructure;
pub use reason::{Expected, Notice, Reason};
pub use report::{Counts, Report};
pub use rows::{Context, Refused, Row, Rows, Valid, services, structures};
pub(crate) use rows::{services_of, structures_of};
pub(crate) use shelf::{Shelves, warm_up};
pub use source::{Progress, Source};
pub use source_error::SourceError;
pub use write::{DetailedService, ScoredService, ScoredStructure, Service, Structure};
