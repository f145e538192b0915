//! « Chiffres »: from a consultation to a sixth participation, in counts, waits and leaks, of whatever
//! period a team asks.
//!
//! For coordinators and link workers, who open the files behind the numbers, see them exactly and decide
//! with them. Whoever opens no file is led to the reports, and what leaves the team leaves as one of them
//! ([`crate::report`]): a free period would give small numbers away.
//!
//! Invariants: another team's site is not found; shares are never shown of fewer than eleven persons, to
//! anybody; changes always stand with their notes; each reading leaves one entry in the trail.

mod beside;
mod page;
mod period;
mod teams;
#[cfg(test)]
mod tests;

use kernel::role::Permission;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get};

use crate::words::words;

pub(crate) use page::note;
pub(crate) use period::{last_months, said};
pub(crate) use teams::{Teams, choices};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/chiffres", get(page::show))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    if ui.may(Permission::ReadFigures) {
        menu.add(40, "/chiffres", words(ui.lang).indicator_menu());
    }
}
