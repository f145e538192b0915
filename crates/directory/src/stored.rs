//! How entries lie in the store: their fields as JSON, a fingerprint to know a change by, and a
//! version that grows with every change of the directory.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use platform::db::{DbError, Tx};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use sqlx::FromRow;

/// An entry's fields as they are kept.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) json: String,
    pub(crate) fingerprint: String,
}

impl Content {
    /// # Errors
    /// [`DbError::Impossible`] for a value JSON cannot hold, such as an infinite number.
    pub(crate) fn of(entry: &impl Serialize, table: &'static str, id: &str) -> Result<Content, DbError> {
        let json = written(entry, table, "content", id)?;
        let fingerprint = URL_SAFE_NO_PAD.encode(Sha256::digest(json.as_bytes()));
        Ok(Content { json, fingerprint })
    }
}

pub(crate) fn written(
    value: &impl Serialize,
    table: &'static str,
    column: &'static str,
    id: &str,
) -> Result<String, DbError> {
    serde_json::to_string(value).map_err(|_| DbError::Impossible { table, column, id: id.to_owned() })
}

pub(crate) fn read_back<T: DeserializeOwned>(
    json: &str,
    table: &'static str,
    column: &'static str,
    id: &str,
) -> Result<T, DbError> {
    serde_json::from_str(json).map_err(|_| DbError::Impossible { table, column, id: id.to_owned() })
}

/// What a run of imports needs to know of a stored entry.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Known {
    id: String,
    pub(crate) source: String,
    pub(crate) fingerprint: String,
    pub(crate) gone_since: Option<i64>,
}

/// By identifier.
pub(crate) fn by_id(rows: Vec<Known>) -> HashMap<String, Known> {
    rows.into_iter().map(|known| (known.id.clone(), known)).collect()
}

/// What writing an entry did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Created,
    Updated,
    Unchanged,
}

impl Outcome {
    /// What is to be done for an entry that is given again, or for the first time.
    pub(crate) fn of(known: Option<&Known>, fingerprint: &str) -> Outcome {
        match known {
            None => Outcome::Created,
            Some(known) if known.fingerprint == fingerprint && known.gone_since.is_none() => {
                Outcome::Unchanged
            }
            Some(_) => Outcome::Updated,
        }
    }

    /// The same when a field of this territory's own has changed too.
    pub(crate) fn with_own_fields(self, changed: bool) -> Outcome {
        if changed && self == Outcome::Unchanged { Outcome::Updated } else { self }
    }
}

/// A change of the directory under way: what it writes carries its moment and its version.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) now: Timestamp,
    pub(crate) version: i64,
}

impl Change {
    /// Held until the end of the transaction, so that two writers of the directory follow one
    /// another.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(crate) async fn begin(tx: &mut Tx, now: Timestamp) -> Result<Change, DbError> {
        let (version,): (i64,) =
            tx.one("UPDATE directory_version SET version = version + 1 RETURNING version", &[]).await?;
        Ok(Change { now, version })
    }
}

/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn version(tx: &mut Tx) -> Result<i64, DbError> {
    let (version,): (i64,) = tx.one("SELECT version FROM directory_version", &[]).await?;
    Ok(version)
}

/// An entry that was merged into another of its kind, or is still shown under one.
#[derive(Debug, FromRow)]
pub(crate) struct Link {
    pub(crate) id: String,
    pub(crate) merged_into: Option<String>,
    /// Since when the one it was merged into is gone.
    pub(crate) gone_since: Option<i64>,
    pub(crate) shown_under: Option<String>,
}
