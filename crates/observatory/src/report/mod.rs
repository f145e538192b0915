//! Reports: what a team's work came to in a quarter, frozen, with the team's own words; and of all teams
//! together.
//!
//! For the team, exact, and provisional until the quarter is ripe; for whoever opens no file, and for
//! everybody once a coordinator has released it, as far as it gives nobody away. The same sections each
//! quarter, on a page, on paper (PDF) and as a table (CSV).
//!
//! ```text
//! quarter (frozen numbers) ─┐
//! care::figures (not yet) ──┴─▶ Report ─▶ told::Told ─▶ page, PDF, CSV
//! writing (the team's words) ─▶
//! ```
//!
//! Invariants: a provisional report is read by those who open the files, and leaves by no file; PDF and CSV are
//! always what may leave the team; numbers never change once frozen, words are versions, only ever added to;
//! each reading by an account leaves one entry in the trail.
//!
//! Table owned: `report_words` ([`writing`]).

mod access;
mod files;
mod list;
mod paper;
mod public;
mod reading;
mod release;
mod show;
#[cfg(test)]
mod tests;
mod writing;

use kernel::Lang;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get, post};

use crate::quarter::{Quarter, Scope};
use crate::words::words;

/// Reports of one's teams.
pub(crate) const HOME: &str = "/rapports";
/// Reports anybody may read.
const PUBLIC: &str = "/publications";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HOME, get(list::show))
        .route("/rapports/{scope}/{quarter}", get(show::show))
        .route("/rapports/{scope}/{quarter}/mots", get(writing::edit).post(writing::save))
        .route("/rapports/{scope}/{quarter}/publier", post(release::release))
        .route("/rapports/{scope}/{quarter}/rapport.pdf", get(files::pdf))
        .route("/rapports/{scope}/{quarter}/chiffres.csv", get(files::csv))
        .route(PUBLIC, get(public::list))
        .route("/publications/{scope}/{quarter}", get(public::show))
        .route("/publications/{scope}/{quarter}/rapport.pdf", get(public::pdf))
        .route("/publications/{scope}/{quarter}/chiffres.csv", get(public::csv))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    menu.add_at_foot(PUBLIC, words(ui.lang).report_foot());
}

/// « 4e trimestre 2025 ».
fn named(quarter: Quarter, lang: Lang) -> String {
    words(lang).report_quarter(quarter.number, quarter.year.to_string())
}

/// Where the team reads it.
fn address(scope: Scope, quarter: Quarter) -> String {
    format!("{HOME}/{}/{}", scope.code(), quarter.code())
}
