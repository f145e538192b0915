//! Who answers for what a team does with data (« responsable de traitement »), and who looks after it
//! (« délégué à la protection des données »).
//!
//! For the team's administrator, who says it once; the register, the impact assessment and what persons
//! are told repeat it. Words: the *basis* is the ground in law (GDPR, article 6); the *host* runs the
//! machine for the controller (article 28).
//!
//! Invariant: an update names the version it was made from; whoever came too late sees both.
//!
//! Table owned: `data_controller`.

mod acts;
mod form;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub use acts::say;
pub use model::{Basis, Controller, Officer};
pub(crate) use sql::of_site;

use platform::web::routes::{Routes, get};

pub(crate) const HERE: &str = "/donnees/responsable";

pub(crate) fn routes() -> Routes {
    Routes::new().route(HERE, get(pages::show).post(pages::save))
}
