//! Consent: per purpose and per recipient, dated, worded, withdrawable.
//!
//! The sentence kept is the one the person heard that day. A withdrawal stops the next message:
//! every act that tells somebody something asks [`sql::stands`] first.
//!
//! Table owned: `consent`.

mod held;
pub mod model;
mod sql;

pub(crate) use held::HELD;
pub use sql::{Given, give, move_records, of_person, stands, withdraw};

pub use model::{Purpose, Recipient};
