//! The trail: who opened or changed which person's file, and when.
//!
//! One entry per read and per write, in the same transaction as what it tells about. Entries name
//! identifiers only, and say what kind of doer it was also when it had no account. Nothing
//! changes an entry, and only time takes the oldest away; a chain of seals ([`verify`]) shows whether anybody
//! else did.

mod chain;
pub mod labels;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub use chain::{Anchor, BadAnchor, Broken, Verified, left_in, seal, verify};
pub(crate) use chain::{forget, head, leave};
pub use model::{Action, Actor, Kind, Subject, Who};
pub use pages::{navigation, routes};
#[cfg(any(test, feature = "testing"))]
pub use sql::of_subject;
pub use sql::{Entry, about, last_at, note};
