//! What persons are told of their data (GDPR, articles 13 and 14): in plain words, in easy ones (« facile
//! à lire et à comprendre »), in French and in English, on a sheet to be handed over.
//!
//! For the persons accompanied and those close to them; open to all. What is noted is the held tables,
//! each as its context tells it; figures are the constants of the code; the ground in law and whom to
//! ask are the team's own words.
//!
//! Invariant: nothing is claimed here that the program does not do.

mod pages;
mod telling;
#[cfg(test)]
mod tests;

use platform::web::routes::{Routes, get};

pub(crate) const HOME: &str = "/vos-donnees";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HOME, get(pages::list))
        .route("/vos-donnees/{site}", get(pages::plain))
        .route("/vos-donnees/{site}/facile", get(pages::easy))
}
