//! The register of processing (GDPR, article 30; « registre des activités de traitement » of the CNIL):
//! one sheet per activity, made at each reading from what the program holds, keeps and protects.
//!
//! For whoever answers for data, a data-protection officer beside them: on a page to print, and as a
//! file for another program. Invariants: data are the held tables in words; figures are the code's
//! constants; measures and outside machines are the settings'. Nobody's file is in it.
//!
//! The same for every team of an installation, but for who answers and who signs in in two steps.

mod making;
mod model;
mod pages;
mod sheets;
#[cfg(test)]
mod tests;

pub(crate) use making::{holdings, of_site, officer};
pub(crate) use model::{Register, Sheet};

use platform::web::routes::{Routes, get};

pub(crate) const HOME: &str = "/donnees";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HOME, get(pages::home))
        .route("/donnees/registre", get(pages::show))
        .route("/donnees/registre.json", get(pages::download))
}
