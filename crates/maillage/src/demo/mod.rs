//! The demonstration: a territory of invented people, in a folder, on this machine.
//!
//! For whoever wants to see before installing. Its *present* begins on Tuesday 31 March 2026 at
//! nine and goes on from there; visitors can let days pass ([`time`]), so that reminders and
//! expiries are seen. Sessions keep to the machine's own clock.
//!
//! Invariants: one demonstration at a time runs in a folder; a store is a demonstration's when it
//! knows its shift in time, written in the same transaction as its accounts; only such a store is
//! ever begun anew or served as a demonstration; one whose story was not told to its end is begun
//! anew by itself.

mod accounts;
pub mod folder;
mod load;
mod present;
mod sql;
mod story;
#[cfg(test)]
mod tests;
mod time;

pub use accounts::{Account, PASS_PHRASE, shown_accounts};
pub use load::open;
pub use present::{catch_up, is_demonstration};
pub(crate) use sql::shift;

use platform::app::Module;
use platform::web::routes::{Routes, get};

/// The pages only a demonstration has.
pub fn module() -> Module {
    Module {
        migrations: &crate::wiring::NO_TABLES,
        routes: || Routes::new().route("/demo/temps", get(time::show).post(time::pass)),
        navigation: time::navigation,
        jobs: &[],
        daily: &[],
        held: platform::held::nothing,
    }
}
