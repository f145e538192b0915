//! « Chiffres »: from a consultation to a sixth participation, in counts, waits and leaks.
//!
//! For coordinators and link workers, who see the exact counts of their own work and decide with
//! them, and for administrators, who open no file and so read the version that may be published.
//!
//! Words: the *team's* version is exact; the *published* one obeys the small-number rule
//! (`measure::small_numbers`), alone and together with everything beside it. What is taken away
//! (`/chiffres.csv`) is always the published one. See `docs/decisions`.
//!
//! Invariants: another team's site is not found; shares are never shown of fewer than eleven
//! persons, to anybody; changes are always in their published form, with their notes; each page
//! and each download leaves one entry in the trail.

mod beside;
mod changes;
mod counts;
mod csv;
mod labels;
mod page;
mod parts;
mod period;
mod table;
#[cfg(test)]
mod tests;

use kernel::role::Permission;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get};

use crate::words::words;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/chiffres", get(page::show)).route("/chiffres.csv", get(page::download))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    if ui.may(Permission::ReadFigures) {
        menu.add(40, "/chiffres", words(ui.lang).indicator_menu());
    }
}
