//! « Clés d’accès »: coming in by what a telephone or a computer keeps, without a phrase.
//!
//! For whoever has an account, beside their phrase or identity. A [`passkey`](sql) is a public key
//! ([`webauthn`](crate::webauthn)), named by its owner; its device verifies who is there, so that it
//! counts as both steps. Words: a [`ceremony`](ceremony) is a question to one browser;
//! its [`errand`](ceremony::Errand) is why it was asked.
//!
//! Invariants: a ceremony serves once, within five minutes, in the browser and the session that began
//! it; a passkey opens one account, while it is open; one that counts backwards opens nothing and its
//! owner is told; adding and removing asks for a proof, leaves an entry in the trail and writes to the
//! owner, in one transaction; what a passkey opened is closed with it. A link sent because a device was lost
//! ([`lifting`](super::lifting)), once followed, begins without any.
//!
//! Tables owned: `passkey`, `passkey_ceremony`.

mod adding;
mod ceremony;
mod entering;
mod pages;
mod proving;
mod sql;

pub(super) use sql::{any, forget_all, ids};

use crate::app::App;
use crate::web::routes::{Routes, get, post};
use crate::web::ui::Ui;
use crate::webauthn::{Refusal, RelyingParty};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/connexion/cle", get(entering::again).post(entering::enter))
        .route("/connexion/cle/debut", post(entering::begin))
        .route("/compte/cles", get(pages::show).post(adding::add))
        .route("/compte/cles/debut", post(adding::begin))
        .route("/compte/cles/retirer", post(pages::remove))
        .route("/compte/cles/confirmer", post(proving::confirm))
        .route("/compte/cles/confirmer/debut", post(proving::begin))
}

/// Us, if passkeys can be for the address people reach us at.
fn us(app: &App) -> Option<RelyingParty> {
    RelyingParty::at(&app.settings().public_url)
}

/// Whether passkeys can be used here at all.
pub(super) fn are_possible(app: &App) -> bool {
    us(app).is_some()
}

/// Why a passkey has not served, in words; the reason itself is logged.
fn told(ui: &Ui, refusal: Refusal) -> String {
    tracing::warn!(%refusal, "a passkey has not served");
    let w = ui.frame();
    match refusal {
        Refusal::NotBegun => w.passkey_not_begun(),
        Refusal::Unknown | Refusal::Owner => w.passkey_unknown(),
        Refusal::Taken => w.passkey_taken(),
        Refusal::Copied => w.passkey_copied(),
        Refusal::Shape
        | Refusal::Kind
        | Refusal::Challenge
        | Refusal::Origin
        | Refusal::Framed
        | Refusal::RelyingParty
        | Refusal::Absent
        | Refusal::Unverified
        | Refusal::Flags
        | Refusal::NoKey
        | Refusal::Key
        | Refusal::OtherId
        | Refusal::Signature => w.passkey_unverified(),
    }
}
