//! The person accompanied: what they are called, where they live, how they wish to be reached.
//!
//! Two persons may turn out to be one: candidates are shown, a human being merges them, and the
//! merged record keeps pointing to the one that stays.
//!
//! Table owned: `person`.

mod held;
pub mod model;
pub mod rules;
pub mod said;
mod sql;

pub(crate) use held::HELD;
pub use sql::{Stored, correct, find, insert, maybe_like, merge_into, stored};

pub use model::{Civility, Person, addressed};
