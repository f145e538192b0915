//! Duplicates: two entries of the directory that are one organization, or one thing it offers, from
//! two sources or twice from one.
//!
//! Who reads: whoever verifies the directory (coordination, administration), on
//! `/annuaire/doublons`.
//! Words: a [`Pair`] is two entries that may be one; a *clue* says why, in points; one entry is
//! *merged* into the other, which is *kept*.
//!
//! ```text
//! proposed ─▶ same (one is shown under the other) ─▶ proposed (undone)
//!          ─▶ different ─▶ proposed (undone, or much has changed since)
//! ```
//!
//! Invariants: a machine finds and a person decides; nothing is deleted, and what was decided can
//! be undone; an import touches neither a decision nor `merged_into`; a merged entry
//! stands for itself again as soon as the one it was merged into leaves its source; a pair told
//! apart comes back only when [`rules`] says so. The work grows with the number of entries
//! ([`candidates`]). Precision and recall are measured: `docs/duplicates.md`.
//! Table owned: `duplicate_pair`.

mod acts;
#[cfg(test)]
mod builders;
pub mod candidates;
mod clusters;
pub mod compare;
mod entry;
mod groups;
#[cfg(test)]
mod measured_tests;
mod merged;
mod model;
mod offers;
mod pages;
mod proposals;
mod rules;
#[cfg(test)]
mod rules_tests;
mod search;
mod showing;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use clusters::clusters;
pub use entry::{EntryId, Kind};
pub use merged::Merged;
pub use model::{Decision, Pair, Refusal, State};
pub use proposals::{Proposal, proposals};
pub use search::{Report, SearchError, search};
pub use showing::merged;
pub(crate) use showing::settle;

use platform::web::routes::{Routes, get, post};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/annuaire/doublons", get(pages::list))
        .route("/annuaire/doublons/{id}", get(pages::pair))
        .route("/annuaire/doublons/{id}/meme", post(pages::same))
        .route("/annuaire/doublons/{id}/deux", post(pages::different))
        .route("/annuaire/doublons/{id}/defaire", post(pages::undo))
}
