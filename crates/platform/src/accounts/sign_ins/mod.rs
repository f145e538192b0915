//! The journal of sign-ins: who came in or tried to, by what, from where, and who left.
//!
//! For everybody, who recognises their own on « Mon compte »; for administrators, who look at what was
//! tried in their teams. Words: an [`Event`] is what happened; an entry is all that was alike in one
//! minute, with how often.
//!
//! Invariants: what is alike in a minute is one row, so that nobody fills the journal by trying; nothing of
//! what was typed is kept, an address nobody has neither; where from is kept roughly ([`Whence`]); after a
//! year it is forgotten. It is beside the trail, not in it: whoever has no account could lengthen a chain
//! that is never shortened by hand.
//!
//! Table owned: `sign_in_entry`.
//!
//! [`Whence`]: crate::web::client::Whence

mod labels;
mod model;
mod pages;
mod sql;

pub(super) use model::{Event, Outcome, Way, What};
pub(super) use pages::{Line, latest};
pub(super) use sql::note;
pub(crate) use sql::{KEPT, forget};

use kernel::id::AccountId;
use kernel::role::Permission;

use crate::web::navigation::Menu;
use crate::web::nope::Nope;
use crate::web::routes::{Routes, get};
use crate::web::ui::Ui;

pub(super) fn routes() -> Routes {
    Routes::new().route("/compte/connexions", get(pages::own)).route("/connexions", get(pages::of_teams))
}

pub(super) fn navigation(ui: &Ui, menu: &mut Menu) {
    if ui.may(Permission::ReadAudit) {
        menu.add(85, "/connexions", ui.frame().menu_sign_ins());
    }
}

/// Keeps what stands alone: nobody came in, and nothing else is written.
///
/// # Errors
/// The store's.
pub(super) async fn keep(ui: &Ui, account: Option<AccountId>, event: Event<'_>) -> Result<(), Nope> {
    let mut tx = ui.app.db().begin().await?;
    note(&mut tx, ui, account, event).await?;
    Ok(tx.commit().await?)
}
