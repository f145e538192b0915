//! The carnet: what a person takes along to the places they go to.
//!
//! For the person, who looks at it at the bus stop; made by their link worker, on the page and as a file. It
//! says the next appointments, then for each place when, where, a small map, how to get there and whom to call.
//! Words: an *outing* is a tie that a place has said yes to, as the person lives it.
//!
//! Invariants: nothing is in it that the public directory, the organisation's answer or the person did not
//! say; what is not known is said not to be; the carnet of somebody discreet names neither them nor the team.
//!
//! Owns no table.

mod outing;
mod pages;
#[cfg(test)]
mod tests;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/carnet", get(pages::show))
        .route("/personnes/{case}/carnet.pdf", get(pages::file))
}
