//! What the work comes to: figures for the team that does it and for whoever it answers to.
//!
//! Reading order: [`told`], what figures say, in words; [`indicator`], the page « Chiffres » of a team's own
//! days; [`needs`], what nothing nearby answers; [`cost`], what a course of support costs; [`frozen`], figures
//! counted once and kept; [`report`], pages, paper and tables of a quarter or a year, for the team and for
//! everybody.
//!
//! Direction: reads the other contexts through their public `figures` functions only, so that no
//! person's name and no file can reach a page of this crate.
//!
//! Deliberately absent, for now: initiatives, research exports and open data.

mod cost;
mod frozen;
mod held;
mod indicator;
mod needs;
mod report;
#[cfg(test)]
mod testing;
mod told;
pub mod words;

use platform::app::Module;
use platform::jobs::JobKind;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::Routes;

/// This context's tables.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

static JOBS: [JobKind; 1] = [frozen::JOB];

/// The pages of figures.
pub fn module() -> Module {
    Module {
        migrations: &MIGRATIONS,
        routes,
        navigation,
        jobs: &JOBS,
        daily: &[frozen::FREEZE],
        held: held::held,
    }
}

fn routes() -> Routes {
    indicator::routes().merge(needs::routes()).merge(cost::routes()).merge(report::routes())
}

fn navigation(ui: &Ui, menu: &mut Menu) {
    indicator::navigation(ui, menu);
    report::navigation(ui, menu);
}
