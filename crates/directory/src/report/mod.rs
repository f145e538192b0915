//! Reported errors: what somebody says is wrong with an entry, of an organization or of what it offers.
//!
//! Who says: anybody, from the entry's page, without an account. Who answers: whoever verifies the
//! directory, on `/annuaire/signalements`.
//! Words: a [`Report`] says what is [`Wrong`]; it is *seen* while somebody looks into it, then
//! *corrected*, or *unfounded* when there was nothing to correct.
//!
//! ```text
//! new ─▶ seen ─▶ corrected | unfounded
//!     ─▶ corrected | unfounded
//! ```
//!
//! Invariants: nobody is asked who they are, and how to reach them is forgotten with the answer; a
//! report changes nothing of the entry by itself; an entry has at most [`sql::MOST_OPEN`]
//! unanswered ones, so that nobody fills the list alone.
//! Table owned: `report`.

mod acts;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use acts::say;
pub use model::{Answer, Decision, Refusal, Report, State, Subject, Wrong};

use kernel::role::Permission;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get, post};

use crate::verification;
use crate::words::words;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/ressources/{id}/erreur", get(pages::ask_of_resource).post(pages::say_of_resource))
        .route("/organisations/{id}/erreur", get(pages::ask_of_organization).post(pages::say_of_organization))
        .route("/annuaire/signalements", get(pages::list))
        .route("/annuaire/signalements/{id}", post(pages::answer))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    if ui.may(Permission::VerifyDirectory) {
        menu.add(71, verification::LIST, words(ui.lang).menu_reports());
    }
}
