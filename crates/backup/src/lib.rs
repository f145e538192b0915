//! A store as a file that either engine gives and takes: copied while it is used, brought back, moved,
//! and each time proven equal.
//!
//! For whoever keeps an installation, and sleeps better. Words: a *backup* is one file; its
//! [`Inventory`] says which tables and migrations it is of, its [`Totals`] what all of its rows say
//! together; a *recipient* is a public key it is sealed to, an *identity* the private key that opens
//! it again.
//!
//! A backup is a line that names the format, then parts, then a digest of every byte before it:
//!
//! ```text
//! maillage backup 1⏎
//! H  inventory                  (JSON)
//! R  rows of one table  … R … R (at least 64 KiB each, but for a table's last)
//! T  totals                     (JSON)
//! SHA-256
//! ```
//!
//! Each part is compressed by itself, and ends where the key of a row says so: what has not changed
//! gives the same bytes again, so that a tool that keeps each piece once keeps little more for each
//! night. A sealed backup is an age file around all of it, and every byte of it differs each time.
//!
//! Reading order: [`make`] (a store into a file), [`open`] and [`check`] (a file read again), [`Filling`]
//! (rows into an empty store), [`move_over`] (from store to store); then `part`, `row`, `writer`,
//! `reader` for the format.
//!
//! Invariants: one picture of the store, taken in one transaction; a file has its name only once it
//! was read back whole, and never takes another's place; nothing of a file that is not whole gets
//! into a store; rows are read and written one batch after the other, whatever their number.

mod draft;
mod error;
mod filling;
mod inventory;
mod make;
mod moving;
mod part;
mod reader;
mod row;
mod seal;
mod source;
#[cfg(test)]
mod tests;
mod writer;

pub use error::BackupError;
pub use filling::Filling;
pub use inventory::{Inventory, Totals};
pub use make::{Made, make};
pub use moving::{Moved, bring_back, bring_back_as_it_was, move_over};
pub use reader::{Batch, Reader, check};
pub use seal::{Identities, Recipient, recipient};
pub use source::{Source, open};
