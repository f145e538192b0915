//! Campaigns: asking the organizations of a territory, in one round, whether what is said of them is
//! right.
//!
//! Who starts one: whoever verifies the directory (coordination, administration), on
//! `/annuaire/campagnes`. Who answers: organizations, by the signed link of
//! [`crate::verification`]; those without an address are called, from a sheet to print.
//! Words: an organization is *asked* by *letter* (an e-mail) or by *telephone*; it *remains* to be
//! verified as long as one of its entries in the territory was not checked since the start, whoever
//! checks it and however.
//!
//! ```text
//! running ─▶ stopped
//! ```
//!
//! Invariants: letters leave in batches; nobody is written to within a fortnight of another letter,
//! whichever campaign or person sent that one: theirs waits. One reminder follows, to nobody who has
//! answered; once stopped, nothing more is sent, and links already sent stay good. At most
//! [`rules::MOST`] organizations in one campaign, the least sure first.
//! Tables owned: `campaign`, `campaign_organization`.

mod acts;
mod jobs;
mod model;
mod pages;
mod rules;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use jobs::LETTERS;

use platform::web::routes::{Routes, get, post};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/annuaire/campagnes", get(pages::list))
        .route("/annuaire/campagnes/lancer", post(pages::start))
        .route("/annuaire/campagnes/{id}", get(pages::show))
        .route("/annuaire/campagnes/{id}/arreter", post(pages::stop))
        .route("/annuaire/campagnes/{id}/feuille", get(pages::sheet))
        .route("/annuaire/campagnes/{id}/feuille.pdf", get(pages::sheet_file))
}
