//! Fairness: who is shown how often when a place is looked for, so that a team sees whom its lists
//! forget.
//!
//! Who reads: anybody of a team that follows persons, on `/equipe/equite`.
//! Words: a *showing* is one resource standing on one page of a list shown to a link worker; its
//! *share* is compared with the share of what the territory offers: as often, less often or more
//! often than its weight ([`rules`]).
//! Kinds: the commune a resource is in, the size of its organization (by how much it offers), the
//! public it is for.
//!
//! Invariants: only sums by site and month are kept, and a team reads its own sites'; neither a person nor a case nor a resource is in them;
//! a number under [`measure::small_numbers::FEWEST`] is not shown, nor compared.
//! Table owned: `showing`.

mod acts;
mod model;
mod pages;
mod rules;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use acts::count;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/equipe/equite", get(pages::show))
}
