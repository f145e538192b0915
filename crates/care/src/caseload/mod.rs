//! The link worker's caseload: courses of support from the first call to the closing.
//!
//! ```text
//! awaiting contact ─▶ in assessment ─▶ active ◀─▶ paused
//!        └──────────────────┴────────────┴──────────┴──▶ closed(outcome)
//! ```
//!
//! For link workers, who open « Ma journée » every morning, and coordinators, who share the load.
//! Invariants: a case is opened by accepting a referral and by nothing else; every change of it
//! leaves an event in its thread and an entry in the trail, in one transaction; a closed case is
//! not changed; an update names the version it was made from.
//!
//! Tables owned: `case_file`, `case_event`, `contact_attempt`.

pub mod acts;
mod caller;
pub mod event;
mod held;
mod labels;
pub mod model;
mod pages;
pub mod progress;
pub mod rules;
mod sql;
pub mod task;
#[cfg(test)]
mod tests;
pub mod ties;
pub mod work_list;

pub(crate) use caller::Caller;
pub(crate) use held::HELD;
pub use sql::{
    find, move_records, notes_of_case, of_person, of_referral, open_of_person, update, update_closed, visible,
};

pub use event::EventKind;
pub use model::{Case, Outcome, Refusal, State};
pub(crate) use pages::story;

use kernel::role::Permission;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get, post};

use crate::words::words;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/ma-journee", get(pages::day::show))
        .route("/ma-journee/appels", get(pages::calls::show))
        .route("/ma-journee/appels.pdf", get(pages::calls::paper))
        .route("/equipe", get(pages::team::show))
        .route("/personnes", get(pages::persons::list).post(pages::persons::look))
        .route("/personnes/{id}", get(pages::file::show))
        .route("/personnes/{id}/essais", post(pages::thread_acts::attempt))
        .route("/personnes/{id}/confier", post(pages::thread_acts::give))
        .route("/personnes/{id}/pause", post(pages::thread_acts::pause))
        .route("/personnes/{id}/lettre", get(pages::letter::show))
        .route("/personnes/{id}/lettre.pdf", get(pages::letter::paper))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    let w = words(ui.lang);
    if ui.may(Permission::RunCaseload) {
        menu.add(10, "/ma-journee", w.menu_day());
        menu.add(20, "/personnes", w.menu_persons());
    }
    if ui.may(Permission::ShareTheLoad) {
        menu.add(5, "/equipe", w.menu_team());
    }
}
