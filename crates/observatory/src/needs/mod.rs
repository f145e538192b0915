//! « Besoins sans réponse »: what persons said they miss, and nothing near their home answers.
//!
//! For those who open the files, to be shown to a town: by commune, and among them those of a quartier
//! prioritaire; a number under eleven persons is shown to nobody. Always of the last twelve months, so that no
//! two choices of days can be subtracted.
//!
//! Needs are counted by `care::figures::unmet`, against the directory of today.

mod page;
mod table;
#[cfg(test)]
mod tests;

use platform::web::routes::{Routes, get};

/// Beside « Chiffres ».
pub(crate) const HERE: &str = "/chiffres/besoins";

pub(crate) fn routes() -> Routes {
    Routes::new().route(HERE, get(page::show))
}
