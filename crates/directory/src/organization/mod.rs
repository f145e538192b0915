//! Who offers something to join or to lean on: associations, social centres, town halls.
//!
//! Words: an *organization* is HSDS's organization and data·inclusion's *structure*.
//! Invariant: an organization that leaves its source is marked gone and never deleted, since a
//! person's file may speak of it; one merged into another ([`crate::duplicate`]) is shown under it
//! as long as both are listed. Table owned: `organization`.

mod model;
mod page;
mod sql;

pub(crate) use sql::{
    Asked, OrganizationRow, all_absorbed, changed_days, has_kind, ids, known, links, mark_gone, merge,
    page_after, present_rows, set_kind, show_under, sources, with_ids, write,
};
pub use sql::{absorbed, find, kept, put};

pub use model::{Organization, OrganizationId};

use axum::Router;
use axum::routing::get;
use platform::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/organisations/{id}", get(page::show))
}
