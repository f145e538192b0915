//! Signing in with a provider: ProConnect, Pro Santé Connect, any other of OpenID Connect.
//!
//! For professionals who have an identity of the State already. An [`identity`](sql) is an issuer and
//! its name for somebody; it opens the account its owner linked it to, on « Mon compte » or behind an
//! invitation, and no e-mail address ever links one. Words: an [`attempt`](attempt::Attempt) is a
//! browser on its way to a provider and back; its [`errand`](attempt::Errand) is why it went.
//!
//! Invariants: an identity opens one account; an attempt serves once, within five minutes, in the
//! browser that began it; nobody takes away their last way in; nobody is let in, and no account made,
//! for an identity nobody linked. Linking and unlinking leave an entry in the trail and write to the
//! owner, in one transaction. Our own second step is not asked: the provider says how strongly
//! somebody signed in there, and the deployer which strengths suffice.
//!
//! A provider says when somebody signed out there ([`told_out`]); what it had opened here is closed.
//!
//! Tables owned: `identity`, `identity_attempt`, `logout_told`.

mod acts;
mod attempt;
mod back;
mod begin;
mod leaving;
mod pages;
mod sealed;
mod sql;
mod told_out;
mod trouble;

pub(super) use leaving::way_out;
pub(super) use pages::own_doors;
#[cfg(test)]
pub(super) use sql::link;
pub(super) use sql::{has_phrase, hold, issuers, unlink_all};
pub(super) use trouble::Trouble;

use std::sync::Arc;

use kernel::id::AccountId;

use crate::db::{DbError, Tx};
use crate::oidc::{Federation, Known};
use crate::web::routes::{Routes, get, post};
use crate::web::ui::Ui;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/connexion/avec/{provider}", post(begin::enter))
        .route("/connexion/fournisseur/{provider}/deconnexion", post(told_out::hear))
        .route("/connexion/retour/{provider}", get(back::arrive))
        .route("/invitation/{token}/avec/{provider}", post(begin::accept))
        .route("/compte/confirmer/{provider}", post(begin::prove))
        .route("/compte/identites", get(pages::show))
        .route("/compte/identites/delier", post(pages::unlink))
        .route("/compte/identites/lier/{provider}", post(begin::link))
        .route("/deconnexion/retour", get(leaving::arrive))
}

/// A provider as a button.
#[derive(Clone, Debug)]
pub(super) struct Door {
    pub(super) key: String,
    pub(super) name: String,
}

/// Those one may come in by.
pub(super) fn doors(ui: &Ui) -> Vec<Door> {
    Federation::of(&ui.app).all().iter().map(|known| door(known)).collect()
}

/// Whether an account has anything to do with providers.
///
/// # Errors
/// The store's.
pub(super) async fn concerns(tx: &mut Tx, ui: &Ui, account: AccountId) -> Result<bool, DbError> {
    Ok(!Federation::of(&ui.app).all().is_empty() || !sql::of_account(tx, account).await?.is_empty())
}

fn door(known: &Known) -> Door {
    let provider = known.provider();
    Door { key: provider.key.clone(), name: provider.name.clone() }
}

/// The provider of an issuer; none when it is configured no longer.
fn of_issuer(ui: &Ui, issuer: &str) -> Option<Arc<Known>> {
    Federation::of(&ui.app).of_issuer(issuer)
}
