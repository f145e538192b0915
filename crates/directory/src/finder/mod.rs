//! Finding what can be joined, for visitors, prescribers, link workers and other services.
//!
//! Words: a [`View`] is the directory at one moment, in memory; a [`Query`] is what is looked for;
//! what answers it is a [`Hit`], by identifier, which [`entries`] reads from the store.
//! Invariants: the same query on the same view gives the same hits in the same order; pages cut
//! that list without loss or overlap. Zones, distances, lists and order are those of
//! data·inclusion's `/search/services`; text, levers and access are ours.
//!
//! Reading order: what is asked ([`query`], [`filters`], [`text`]), what it means
//! ([`reference`]), how it is answered fast ([`index`]), and how that follows the store ([`held`]).

mod chips;
mod choices;
mod communes;
mod embed;
mod entry;
mod explain;
mod facet;
mod files;
mod filters;
mod form;
mod held;
#[cfg(test)]
mod held_tests;
mod index;
mod listed;
mod once;
mod page;
#[cfg(test)]
mod page_tests;
mod public_text;
mod query;
mod reference;
mod routes;
mod saved_index;
#[cfg(test)]
mod shared_tests;
#[cfg(test)]
mod tests;
mod text;
mod travel;
mod view;
mod wanted;

pub use entry::Entry;
pub use explain::{Answering, Explained};
pub use facet::{Access, Counts, Facet, Family};
pub(crate) use files::{MOST, MOST_IN_CALENDAR};
pub use filters::Filters;
pub(crate) use form::{FinderForm, LONGEST_TEXT, around, near, tiles_near};
pub use held::{Finder, ViewError, current};
pub use listed::{Listed, listed};
pub use once::Clusters;
pub use public_text::PublicText;
pub use query::{Near, Order, Page, Placing, Query};
pub use reference::Reference;
pub(crate) use routes::{navigation, routes};
pub use travel::Means;
pub(crate) use travel::journey;
pub(crate) use view::FoundHere;
pub use view::{Found, Hit, NoIndex, View};
pub(crate) use wanted::Wanted;
