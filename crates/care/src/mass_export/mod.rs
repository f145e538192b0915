//! Taking out the files of a whole team at once (« Emporter les dossiers »): to change software, or when the
//! law asks. It takes two persons.
//!
//! For coordinators, who open these files anyway and ask; for another coordinator or an administrator, who
//! grants or refuses without opening any. Words: a *mass export* is one such request and what became of it.
//!
//! Invariants: nobody decides on their own request; both have just proved who they are; a request nobody
//! decides on, and one that was granted and not taken, lapse by themselves; each person copied has an entry
//! of their own in the trail, written before the first byte leaves. What leaves is what each person's own
//! copy says ([`rights`](crate::rights)), so that it is as complete. Frozen data stay where they are.
//!
//! Table owned: `mass_export`.

mod acts;
mod file;
mod held;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use held::REQUESTS;

use platform::web::routes::{Routes, get, post};

const HERE: &str = "/donnees/emporter";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(pages::list::show).post(pages::list::ask))
        .route("/donnees/emporter/{export}/accorder", get(pages::decide::show).post(pages::decide::grant))
        .route("/donnees/emporter/{export}/refuser", post(pages::decide::refuse))
        .route("/donnees/emporter/{export}/dossiers.json", get(pages::take::show))
}
