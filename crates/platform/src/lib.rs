//! What no capability owns: the store, accounts, pages' frame, the trail, the outbox, time passing.
//!
//! Reading order: [`app`] (what one running server holds), [`db`], then what a capability uses:
//! [`web`] to answer, [`accounts`] to know who asks, [`audit`] to leave a trace, [`outbox`] to
//! write to people, [`jobs`] to come back later. [`testing`] runs all of it for stories.
//!
//! Direction: knows `kernel` and `assets`; no capability is known here. A bounded context plugs
//! itself in with an [`app::Module`].

pub mod accounts;
pub mod app;
pub mod audit;
pub mod csv;
pub mod db;
pub mod elsewhere;
pub mod held;
pub mod jobs;
pub mod kept;
pub mod oidc;
pub mod outbox;
pub mod paper;
pub mod patience;
mod tables;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod upkeep;
pub mod web;
mod webauthn;
pub mod words;

/// This context's tables.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// Accounts, the trail and the outbox as pages.
pub fn module() -> app::Module {
    app::Module {
        migrations: &MIGRATIONS,
        routes: || accounts::routes().merge(audit::routes()).merge(outbox::routes()).merge(web::routes()),
        navigation: |ui, menu| {
            accounts::navigation(ui, menu);
            audit::navigation(ui, menu);
        },
        jobs: &upkeep::JOBS,
        daily: &[],
        held: tables::held,
    }
}
