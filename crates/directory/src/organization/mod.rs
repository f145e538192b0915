//! Who offers something to join or to lean on: associations, social centres, town halls.
//!
//! Words: an *organization* is HSDS's organization and data·inclusion's *structure*.
//! Invariant: an organization that leaves its source is marked gone and never deleted, since a
//! person's file may speak of it; one merged into another ([`crate::duplicate`]) is shown under it
//! as long as both are listed. Table owned: `organization`.

mod json_ld;
mod merging;
mod model;
mod page;
#[cfg(test)]
mod page_tests;
mod sql;

pub use merging::{absorbed, kept};
pub(crate) use merging::{all_absorbed, links, listed, merge, show_under, shown_as};
pub(crate) use sql::{
    Asked, OrganizationRow, changed_days, ids, known, known_here, mark_gone, page_after, present_rows, row,
    set_kind, sources, touch, version, with_ids, write,
};
pub use sql::{find, put};

pub use model::{Organization, OrganizationId};
pub(crate) use page::facts;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/organisations/{id}", get(page::show))
}
