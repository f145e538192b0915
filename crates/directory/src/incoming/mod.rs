//! Bringing files to the directory: looked at first, kept only when somebody says so.
//!
//! Who brings: whoever verifies the directory, on `/annuaire/import`, without a command line.
//! Words: what is brought is an [`Incoming`]: two files of data·inclusion or HSDS, or one table
//! whose columns are matched to fields by a [`Mapping`](crate::exchange::reading::Mapping), which
//! is remembered for its source; checking it makes [`Findings`]. A calendar is brought for one
//! resource, from its page, and is its own small affair: looked at, then kept, never stored.
//!
//! ```text
//! waiting ─▶ checked ─▶ importing ─▶ imported
//!              │ ▲        a job
//!              └─┘  columns matched again
//! ```
//!
//! Invariants: nothing of the directory changes before « Importer »; checking follows the very
//! rules of importing; a check that takes long goes on behind its page; an import is one transaction
//! with the end of its job, done again after a stop and never twice; what was brought is
//! forgotten a day later, imported or not, and at most [`sql::MOST_KEPT`] wait at once.
//! Tables owned: `incoming`, `incoming_part`, `source_mapping`.

mod acts;
mod checking;
mod columns;
mod findings;
mod model;
mod packing;
mod pages;
mod sql;
#[cfg(test)]
mod tests;
mod upload;

pub use findings::{Findings, Said};
pub use model::{Incoming, Part, Refusal, State};

use platform::db::{DbError, Tx};
use platform::jobs::JobKind;
use platform::web::routes::{Routes, get, post};

use crate::exchange::reading::{Mapping, Reads};

pub use acts::KEPT;

pub(crate) const JOBS: [JobKind; 2] =
    [JobKind { name: acts::FORGET, run: acts::forget }, JobKind { name: acts::IMPORT, run: acts::import }];

/// How a source's tables are read, once somebody has said so on the page.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn remembered(tx: &mut Tx, source: &str, reads: Reads) -> Result<Option<Mapping>, DbError> {
    sql::mapping(tx, source, reads).await
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(
            "/annuaire/calendrier/{id}",
            get(pages::calendar).upload(upload::LARGEST_CALENDAR, pages::look),
        )
        .route("/annuaire/calendrier/{id}/garder", post(pages::keep))
        .route("/annuaire/import", get(pages::ask).upload(upload::LARGEST, pages::bring))
        .route("/annuaire/import/{id}", get(pages::checked).post(pages::decide))
        .route("/annuaire/import/{id}/colonnes", get(pages::columns).post(pages::matched))
        .route("/annuaire/import/{id}/refus.csv", get(pages::refusals))
}
