//! Referrals: a request that a person be accompanied, from whoever makes it.
//!
//! ```text
//! sent ─▶ received ─▶ accepted ─▶ closed
//!   └────────┴─▶ declined(reason) · withdrawn (by the person)
//! ```
//!
//! For prescribers (« Prescrire », « Mes patients »), for persons and third parties without an
//! account (« Demander à être appelé », « Signaler une personne »), and for the link worker who
//! receives. Invariants: nothing is sent without the ground the site works on (information or
//! prior consent); likely duplicates are shown before saving and merged by a person; the
//! prescriber hears at accepted, first contact, took part, closed and declined, in e-mails that
//! name nobody.
//!
//! Table owned: `referral`.

pub mod acts;
pub mod form;
mod held;
mod labels;
mod listing;
pub mod model;
pub mod news;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use held::HELD;
pub use sql::{find, of_person};

pub use listing::{prescriber_name, waiting_count};
pub use model::{DeclineReason, Origin, Reason, Referral};

use kernel::role::Permission;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get, post};

use crate::words::words;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/prescrire", get(pages::prescribe::show).post(pages::prescribe::send))
        .route("/mes-patients", get(pages::followed::list))
        .route("/mes-patients/{id}", get(pages::followed::show))
        .route("/mes-patients/{id}/feuille", get(pages::sheet::show))
        .route("/mes-patients/{id}/feuille.pdf", get(pages::sheet::paper))
        .route("/demander", get(pages::ask::show).post(pages::ask::send))
        .route("/demander/repris", post(pages::ask::carried))
        .route("/signaler", get(pages::ask::show_report).post(pages::ask::report))
        .route("/merci", get(pages::ask::thanks))
        .route("/demandes", get(pages::inbox::list))
        .route("/demandes/papier", get(pages::prescribe::show_paper).post(pages::prescribe::send_paper))
        .route("/demandes/{id}", get(pages::inbox::show))
        .route("/demandes/{id}/accepter", post(pages::inbox::accept))
        .route("/demandes/{id}/decliner", post(pages::inbox::decline))
        .route("/demandes/{id}/retirer", post(pages::inbox::withdraw))
        .route("/demandes/{id}/reunir", post(pages::inbox::merge))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    let w = words(ui.lang);
    if ui.may(Permission::Refer) {
        menu.add(10, "/prescrire", w.referral_menu_prescribe());
        menu.add(20, "/mes-patients", w.referral_menu_followed());
    }
    if ui.may(Permission::ReceiveReferrals) {
        menu.add(15, "/demandes", w.referral_menu_inbox());
    }
}
