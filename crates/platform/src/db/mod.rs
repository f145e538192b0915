//! The store: embedded SQLite or PostgreSQL, one SQL text for both.
//!
//! A query is a static text with `$1`-style places, its values a slice of [`Value`], its result
//! a `#[derive(FromRow)]` struct. Moments are `BIGINT` Unix seconds, days ISO text, identifiers
//! native UUIDs, so that a row reads the same from either engine.
//!
//! Invariants: every statement runs in a [`Tx`]; SQLite has one writer (`BEGIN IMMEDIATE`) with
//! `synchronous=FULL`, and readers that never wait for it; nothing outside this folder knows
//! which engine it talks to.

mod check;
mod hindrance;
pub mod migrations;
mod open;
pub(crate) mod postgres;
mod replica;
pub mod setting;
mod tx;
mod value;
pub mod whole;
mod wiping;

pub use check::{applied, applied_in, damage};
pub use hindrance::Hindrance;
pub use open::{Db, Url};
pub use replica::Reading;
pub use tx::{Engine, Row, Tx};
pub use value::Value;
pub use wiping::wipe;

/// What the store can answer instead of rows.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    #[error(transparent)]
    Engine(#[from] sqlx::Error),
    #[error(transparent)]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row that our own invariants say cannot be.
    #[error("impossible row in {table}, column {column}, id {id}")]
    Impossible { table: &'static str, column: &'static str, id: String },
    /// Rows kept aside that do not fit their table any more: its name.
    #[error("rows kept aside cannot be read: {0}")]
    Unreadable(String),
    /// A table, its column, and what the store says it holds.
    #[error("a column of a kind nothing here is made of: {0}")]
    UnknownKind(String),
    /// Somebody still reads what was erased: later.
    #[error("what was erased cannot be wiped while somebody reads it")]
    Busy,
    /// A copy of the store that has not kept up, or is none.
    #[error("the copy for reports is behind, or copies nobody")]
    Behind,
    /// A row names one that is not there.
    #[error("a row names one that is not there")]
    Dangling,
    #[error("the store's address must start with sqlite:// or postgres://")]
    Url,
}

impl DbError {
    /// True when a UNIQUE constraint refused the row: somebody else was faster.
    pub fn is_taken(&self) -> bool {
        matches!(self, DbError::Engine(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}
