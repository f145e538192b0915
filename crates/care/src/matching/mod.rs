//! Finding, with one person, what to join: each resource with its reasons, in an order anybody can
//! check.
//!
//! For the link worker, who looks with the person beside them. Words: a *profile* is what is known
//! of the person that matters to a place; a *candidate* is a resource seen for them; a *limit*
//! sets it aside, a *term* is one reason and its points; the *weights* are a file everybody may
//! read at `/ponderation`.
//!
//! ```text
//! candidate ─▶ out of reach: counted
//!           ─▶ set aside, by the first limit it meets
//!           ─▶ in the list: the sum of its terms, then the nearer, then the name
//! ```
//!
//! Invariants: nothing is learnt, nothing is random: the same directory, person and weights give
//! the same list; a score is the sum of the terms shown; a resource that differs only by being
//! nearer never comes later; what is set aside is shown with its reason. The home address is never
//! used: distances start from the commune's centre, the only place that appears in an address.
//!
//! Tables owned: none; reads those of [`crate::connection`].

#[cfg(test)]
mod builders;
mod excluded;
mod found;
mod lines;
pub mod model;
mod pages;
#[cfg(test)]
mod property_tests;
pub mod reasons;
pub mod rules;
#[cfg(test)]
mod rules_tests;
mod search;
mod sql;
#[cfg(test)]
mod tests;
mod weights;

pub use found::best_for;
pub use lines::Line;
pub use model::{Match, Profile, Ranking};
pub(crate) use rules::themes_of;
pub(crate) use sql::asked;
pub use weights::{Weights, shipped};

pub(crate) use pages::routes;
