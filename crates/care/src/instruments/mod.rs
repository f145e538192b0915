//! Which questionnaires a team puts to persons, and those it brings under a licence of its own
//! (« Questionnaires »).
//!
//! For coordinators, on `/equipe/questionnaires`: each with its licence and where its words come from.
//! Read by [`screening`](crate::screening), which puts the questions, and by whoever counts.
//!
//! Words: an instrument *ships* with the program or is *brought*; a team *uses* the usual ones unless it
//! said otherwise, and others once it said so. What is for *clinicians* is put by prescribers alone.
//!
//! Invariants: a file that was brought stays as it is, so that answers are always read by the questions
//! that were asked; a code that ships is nobody else's; what is for research is chosen by a study, never
//! here.
//!
//! Tables owned: `brought_instrument`, `instrument_choice`.

mod acts;
mod faults;
mod held;
mod interned;
mod offer;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use held::TABLES;
pub(crate) use offer::{Asker, answered, used, used_anywhere};

use platform::web::routes::{Routes, get, post};

/// Bytes of one file.
const LARGEST: usize = 64 << 10;
const HERE: &str = "/equipe/questionnaires";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(pages::list::show))
        .route("/equipe/questionnaires/choisir", post(pages::choose::choose))
        .route("/equipe/questionnaires/apporter", get(pages::bring::ask).upload(LARGEST, pages::bring::bring))
        .route("/equipe/questionnaires/trames/{frame}", get(pages::write_in::ask).post(pages::write_in::keep))
        .route("/equipe/questionnaires/trames/{frame}/trame.toml", get(pages::frame::show))
}
