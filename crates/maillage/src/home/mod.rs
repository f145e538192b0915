//! The open door: what anybody finds at the address of an installation.
//!
//! For visitors, who look for company, ask to be called or take stock; for professionals, who sign
//! in. Somebody signed in is led to the one page of their role.

mod pages;
#[cfg(test)]
mod tests;

use platform::app::Module;
use platform::web::routes::{Routes, get};

/// The home page; it has no tables of its own.
pub fn module() -> Module {
    Module {
        migrations: &crate::wiring::NO_TABLES,
        routes: || Routes::new().route("/", get(pages::show)),
        navigation: |_, _| {},
        jobs: &[],
        daily: &[],
        held: platform::held::nothing,
    }
}
