//! « Ouvrir en urgence »: a link worker opens the file of somebody a colleague follows, because it
//! cannot wait (« break the glass », as hospitals call it).
//!
//! For link workers, on `/urgence`, and coordinators, who read of each on `/equipe/urgences`.
//! Invariants: nobody is found by less than a whole name and a year of birth or a telephone; a reason
//! stands before the file opens; the coordinators and whoever follows the person are written to in the
//! same transaction; it ends by itself after [`acts::LASTS`], or when a coordinator ends it.
//!
//! Table owned: `emergency_access`; the view `visible_case` heeds it.

mod acts;
mod held;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use acts::JOBS;
pub use acts::LASTS;
pub(crate) use held::HELD;
pub(crate) use sql::end_all;

use platform::web::routes::{Routes, get, post};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/urgence", get(pages::open::show).post(pages::open::open))
        .route("/equipe/urgences", get(pages::list::show))
        .route("/equipe/urgences/{access}/terminer", post(pages::list::end))
}
