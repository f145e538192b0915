//! What a course of support costs: time, what an hour of it costs, and consultations before and after.
//!
//! For link workers, who note the time they spend in three clicks; for coordinators, who say what an hour
//! costs and bring consultations from a file; for whoever must answer what social prescribing costs
//! (`/chiffres/cout`, in `observatory`, which reads [`closed`] and nothing else of it).
//!
//! Words: a *rate* is what an hour costs a team, and what each course of support costs beside time, from a
//! day on; *visits* are consultations with a general practitioner, by any of its two *windows*: the six
//! months that end the day before the referral, and the six that begin the day after. The day itself is in
//! neither, since it is often the consultation that prescribed. Both are of one length and hang on a day
//! nobody here chooses, so that no closing moves them.
//!
//! Invariants: no rate is invented, and without one hours are told alone; rates are only added, begin today
//! or later once there is one, and one that corrects another begins on the same day and leaves it to be
//! read; a course of support without any time noted costs nobody knows what, never nothing; visits after are
//! noted once their window is over; neither time nor visits are a contact, and keep nobody’s data longer; a file is kept whole or not at all; before and after prove nothing.
//!
//! Tables owned: `time_spent`, `cost_rate`, `gp_visits`.

mod acts;
mod file;
mod held;
mod labels;
pub mod model;
mod pages;
mod rules;
mod sql;
mod summary;
#[cfg(test)]
mod tests;
mod typed;

pub use acts::{add_rate, log, note_visits};
pub(crate) use held::{HELD, TABLES};
pub(crate) use labels::lines;
pub use labels::{euros, minutes};
pub use model::{Count, NewRate, Noted, Spent, SpentOn, ToldBy};
pub(crate) use pages::Quick;
pub use sql::closed;
pub use summary::{Amounts, Costs, Visits};
pub use typed::cents;

use platform::web::routes::{Routes, get, post};

/// Where a coordinator says what an hour costs.
const RATES: &str = "/equipe/couts";
/// Where consultations are brought from a file.
const BRING: &str = "/equipe/couts/consultations";
/// Bytes of one file: some thousand lines.
const LARGEST: usize = 512 << 10;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/temps", get(pages::time::show).post(pages::time::log))
        .route("/personnes/{case}/temps/retirer", post(pages::time::take_away))
        .route("/personnes/{case}/consultations", get(pages::visits::show).post(pages::visits::save))
        .route(RATES, get(pages::rates::show).post(pages::rates::add))
        .route(BRING, get(pages::bring::ask).upload(LARGEST, pages::bring::look))
        .route("/equipe/couts/consultations/garder", post(pages::keep::keep))
        .route("/equipe/couts/consultations/modele.csv", get(pages::pattern::show))
}
