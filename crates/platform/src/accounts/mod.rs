//! Who signs in, at which sites, as what.
//!
//! For administrators, who invite and close accounts; for everybody, who signs in and out, sees where
//! they are signed in, and ends it.
//! Words: an [`Account`] is somebody; a [`Membership`] is what they are at a site; an invitation is
//! a link, valid a week and once, by which they choose their own pass phrase or link an identity.
//!
//! Invariants: a pass phrase is kept only as an Argon2id hash, a session only as a hash of its
//! token; an account is open while it is in a team, and its sessions end with it; at most ten guesses a minute are checked for
//! an address. Tables owned: `account`, `membership`, `site`, `site_commune`, `invitation`,
//! `session`, `sign_in_guess`; [`second`], [`passkey`], [`federation`] and [`sign_ins`] own theirs.

mod admission;
pub(crate) mod device;
mod federation;
mod forgetting;
pub(crate) mod guesses;
pub(crate) mod invitation;
mod known;
mod lifting;
mod manage;
mod model;
mod nearby;
pub(crate) mod obligation;
mod own;
mod passkey;
pub mod password;
mod proof;
mod recognition;
mod second;
pub(crate) mod sessions;
mod sign_in;
pub(crate) mod sign_ins;
pub mod sites;
mod sql;
#[cfg(test)]
mod tests;
mod ways_in;
mod weakness;

pub use admission::{Admitted, admit, renew};
pub(crate) use forgetting::forget_closed;
pub use invitation::invite;
pub use lifting::{Reason as LiftReason, lift};
pub use model::{Account, ConsentMode, Membership, Site};
pub use proof::Reauthenticated;
pub use second::share_at as second_step_at;
pub use sql::{
    NewAccount, administrators, credentials, find, holding, insert, is_any, join, name_of, prefer_language,
    set_password,
};
pub use ways_in::forget_ways_in;

use kernel::role::Permission;

use crate::web::navigation::Menu;
use crate::web::routes::{Routes, get, post};
use crate::web::ui::Ui;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/connexion", get(sign_in::show).post(sign_in::enter))
        .route("/deconnexion", post(sign_in::leave))
        .route("/invitation/{token}", get(invitation::show).post(invitation::accept))
        .route("/compte", get(own::show))
        .route("/compte/obligation", get(obligation::show))
        .route("/compte/confirmer", get(proof::show).post(proof::confirm))
        .route("/compte/fermer", post(own::end))
        .route("/compte/phrase", post(own::change))
        .route("/comptes", get(manage::list).post(manage::add))
        .route("/comptes/{id}/lien", post(manage::send_link))
        .route("/comptes/{id}/etapes", get(lifting::show).post(lifting::send))
        .route("/comptes/{id}/fermer", post(manage::close))
        .merge(federation::routes())
        .merge(passkey::routes())
        .merge(second::routes())
        .merge(sign_ins::routes())
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    if ui.may(Permission::KeepAccounts) {
        menu.add(80, "/comptes", ui.frame().menu_accounts());
    }
    sign_ins::navigation(ui, menu);
}
