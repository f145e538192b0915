//! The impact assessment (GDPR, article 35; « analyse d’impact » by the method of the CNIL): context,
//! principles, three risks, what is decided.
//!
//! For whoever answers for data. What the program knows is made at each reading; beside it stands what
//! the team adds in each part, and how grave and how likely it judges each risk: the program judges none.
//! It says what the program does not do yet, too.
//!
//! Invariants: a version is written over the one it was made from, or both are shown; every version
//! stays. Table owned: `impact_version`.

mod acts;
mod form;
mod model;
mod pages;
mod parts;
mod sql;
#[cfg(test)]
mod tests;

pub use model::{Content, Level, Part, Scale};
pub(crate) use sql::latest;

use platform::web::routes::{Routes, get};

pub(crate) const HERE: &str = "/donnees/analyse";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(pages::show))
        .route("/donnees/analyse/texte", get(pages::edit).post(pages::save))
}
