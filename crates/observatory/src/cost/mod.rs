//! « Ce que coûte un accompagnement »: hours, euros, and consultations before and after.
//!
//! For those who open the files, of courses of support that ended in the last twelve months: what a team says
//! to whoever pays for it, with what it rests on. Counted by `care::cost`, which says what each word is.
//!
//! Invariants: how many have no time noted stands beside each mean; counts and sums are exact, since whoever
//! reads them opens the files behind them, but a mean, a share or a difference of fewer than eleven is told to
//! nobody; consultations never stand without the warning that before and after prove nothing; without a rate
//! that a team has written, no euro is shown.

mod page;
mod said;
#[cfg(test)]
mod tests;

pub(crate) use said::of_year;

use platform::web::routes::{Routes, get};

/// Beside « Chiffres ».
pub(crate) const HERE: &str = "/chiffres/cout";

pub(crate) fn routes() -> Routes {
    Routes::new().route(HERE, get(page::show))
}
