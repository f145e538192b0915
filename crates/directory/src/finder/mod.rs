//! Finding what can be joined, for visitors, prescribers, link workers and other services.
//!
//! Words: a [`Snapshot`] is the directory at one moment, in memory; a [`Query`] is what is looked
//! for; an [`Entry`] that answers it is a [`Hit`].
//! Invariants: the same query on the same snapshot gives the same hits in the same order; pages
//! cut that list without loss or overlap. Zones, distances, filters and order are those of
//! data·inclusion's `/search/services`; text, levers and access are ours.
//!
//! The search is a plain scan, which says what is meant: any index to come answers to it.

mod communes;
mod entry;
mod filters;
mod form;
mod held;
mod page;
#[cfg(test)]
mod page_tests;
mod query;
mod routes;
mod scan;
mod snapshot;
#[cfg(test)]
mod tests;
mod text;

pub use entry::Entry;
pub use filters::Filters;
pub(crate) use form::FinderForm;
pub use held::{Finder, SnapshotError, current};
pub use query::{Near, Order, Page, Placing, Query};
pub(crate) use routes::{navigation, routes};
pub use scan::{Found, Hit};
pub use snapshot::Snapshot;
