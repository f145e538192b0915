//! The trail as a chain: whoever changes, takes out, adds or moves an entry breaks every seal after
//! it.
//!
//! Words: an entry is *sealed* when it has its number and a seal, which is a digest of the entry
//! and of the seal before; the *head* is the last of them; an *anchor* is a head that was written
//! down elsewhere.
//! Entries are written with the act they tell about, and sealed a few seconds later by whoever
//! serves: sealing in the act itself would make every act of a PostgreSQL store wait for the one
//! before. Nobody gains by these seconds: without an anchor who may change rows may also seal them
//! again, all of them, and with one they are found out.
//! What was kept long enough goes from the beginning, and the chain says so itself (`forget`).
//! Tables: `audit_entry`'s number and seal, `audit_head`.

mod forgetting;
mod leaving;
mod sealed;
mod sealing;
mod sql;
#[cfg(test)]
mod tests;
mod verifying;

pub(crate) use forgetting::forget;
pub(crate) use leaving::leave;
pub use leaving::left_in;
pub use sealed::{Anchor, BadAnchor};
pub use sealing::seal;
pub(crate) use sql::head;
pub use verifying::{Broken, Verified, verify};
