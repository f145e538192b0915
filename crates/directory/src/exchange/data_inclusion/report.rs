//! What an import did, in numbers.

use serde::{Deserialize, Serialize};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub structures: Counts,
    pub services: Counts,
}

/// Rows of one file: `read = created + updated + unchanged + refused`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub read: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub refused: u64,
    /// Stored entries that a source of this file no longer lists, marked by this run.
    pub gone: u64,
    /// Refused rows whose identifier could not be read: with one of them nothing is marked gone.
    pub unnamed: u64,
    /// Kept with coordinates too far from their commune.
    pub flagged: u64,
}

/// `R read, C created, U updated, S unchanged, X refused`.
impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { read, created, updated, unchanged, refused, .. } = self;
        write!(
            f,
            "{read} read, {created} created, {updated} updated, {unchanged} unchanged, {refused} refused"
        )
    }
}

impl Report {
    /// Whether the directory is another than before.
    pub fn changed(&self) -> bool {
        let changed = |counts: Counts| counts.created + counts.updated + counts.gone > 0;
        changed(self.structures) || changed(self.services)
    }
}
