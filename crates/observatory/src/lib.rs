//! What the work comes to: figures for the team that does it and for whoever it answers to.
//!
//! Reading order: [`indicator`], the page « Chiffres » and its table to take away.
//!
//! Direction: reads the other contexts through their public `figures` functions only, so that no
//! person's name and no file can reach a page of this crate.
//!
//! Deliberately absent, for now: reports, initiatives, research exports and open data.

pub mod indicator;
pub mod words;

use platform::app::Module;
use sqlx::migrate::Migrator;

/// This context keeps nothing of its own.
static NO_TABLES: Migrator = Migrator::DEFAULT;

/// The pages of figures.
pub fn module() -> Module {
    Module {
        migrations: &NO_TABLES,
        routes: indicator::routes,
        navigation: indicator::navigation,
        jobs: &[],
        daily: &[],
        held: platform::held::nothing,
    }
}
