//! What can be joined or leaned on: a choir, a visit, a counter, a line to call.
//!
//! Words: a *resource* is HSDS's service and data·inclusion's *service*; its *offer* is what its
//! source publishes, its *ties* what this territory knows on top (levers, places, transport).
//! Invariants: an import replaces the offer and never touches the ties; a resource that leaves its
//! source is marked gone and never deleted, since a person's plan may speak of it; one merged into
//! another ([`crate::duplicate`]) is found under that one only, and can still be read by its own id.
//! Table owned: `resource`.

mod card;
mod json_ld;
mod merging;
mod model;
mod page;
#[cfg(test)]
mod page_tests;
mod quality;
mod room;
pub mod said;
mod share;
mod sql;
mod ties;
mod visit;

pub(crate) use sql::{
    ResourceRow, changed_since, count_changed_since, ids_within, known, mark_gone, offered_by,
    offered_by_any, page_after, row, set_ties, ties, touch, with_ids, write,
};
pub use sql::{count_offered, extent, find, organizations_of, put, within};

pub use merging::kept;
pub(crate) use merging::{links, merge, show_under};

pub use card::Card;
pub use model::{Resource, ResourceId, Zone};
pub(crate) use quality::{Quality, day_number};
pub use quality::{QualityDay, mean_quality, quality};
pub(crate) use room::believed_until;
pub use ties::{Ages, Ties};
pub use visit::Visit;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/ressources/{id}", get(page::show))
}
