//! Reports: what a team's work came to in a quarter or a year, frozen, with the team's own words; and of all
//! teams together.
//!
//! For the team, exact, and provisional until the quarter is ripe; for whoever opens no file, and for
//! everybody once a coordinator has released it, as far as it gives nobody away. The same sections each
//! quarter, on a page, on paper (PDF) and as a table (CSV).
//!
//! ```text
//! frozen (numbers) ─────────┐
//! care::figures (not yet) ──┴─▶ Report ─▶ told::Told ─▶ page, PDF, CSV
//! writing (the team's words) ─▶
//! ```
//!
//! A year ([`year`], [`finances`]) shows its quarters beside each other, and its accounts as the team typed
//! them; it says nothing of persons that they do not.
//!
//! Invariants: a provisional report is read by those who open the files, and leaves by no file; PDF and CSV are
//! always what may leave the team; numbers never change once frozen, words are versions, only ever added to;
//! each reading by an account leaves one entry in the trail.
//!
//! Table owned: `report_words` ([`writing`]).

mod access;
mod files;
mod finances;
mod list;
mod paper;
mod public;
mod reading;
mod release;
mod show;
#[cfg(test)]
mod tests;
mod writing;
mod year;

use kernel::Lang;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get, post};

use crate::frozen::{Scope, Span};
use crate::words::words;

/// Reports of one's teams.
pub(crate) const HOME: &str = "/rapports";
/// Reports anybody may read.
const PUBLIC: &str = "/publications";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HOME, get(list::show))
        .route("/rapports/{scope}/{span}", get(show::show))
        .route("/rapports/{scope}/{span}/mots", get(writing::edit).post(writing::save))
        .route("/rapports/{scope}/{span}/publier", post(release::release))
        .route("/rapports/{scope}/{span}/rapport.pdf", get(files::pdf))
        .route("/rapports/{scope}/{span}/chiffres.csv", get(files::csv))
        .route(PUBLIC, get(public::list))
        .route("/publications/{scope}/{span}", get(public::show))
        .route("/publications/{scope}/{span}/rapport.pdf", get(public::pdf))
        .route("/publications/{scope}/{span}/chiffres.csv", get(public::csv))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    menu.add_at_foot(PUBLIC, words(ui.lang).report_foot());
}

/// « 4e trimestre 2025 », « Année 2025 ».
fn named(span: Span, lang: Lang) -> String {
    let w = words(lang);
    match span {
        Span::Quarter(quarter) => w.report_quarter(quarter.number, quarter.year.to_string()),
        Span::Year(year) => w.report_year(year.0.to_string()),
    }
}

/// « Rapport du 4e trimestre 2025 », « Rapport annuel 2025 ».
fn title(span: Span, lang: Lang) -> String {
    let w = words(lang);
    match span {
        Span::Quarter(_) => w.report_title(named(span, lang)),
        Span::Year(year) => w.report_title_year(year.0.to_string()),
    }
}

/// Where the team reads it.
fn address(scope: Scope, span: Span) -> String {
    format!("{HOME}/{}/{}", scope.code(), span.code())
}
