//! The rights of the person: to have a copy of all that is held of them, and to read who looked.
//!
//! For the person, by whoever follows them. Invariant: a copy is complete against the store's own
//! tables; a table or column nobody has said anything of fails a test. What is somebody else's, such
//! as who reported a situation, is left out and said to be (GDPR, article 15, paragraph 4).
//! Correcting is in [`details`](crate::details).

mod copy;
mod pages;
#[cfg(test)]
mod tests;

use platform::web::routes::{Routes, get};

use crate::held::HeldTable;
use crate::{assessment, caseload, connection, consent, person, plan, referral, screening};

/// Everything held of persons, in the order it is told.
fn held() -> impl Iterator<Item = HeldTable> {
    person::HELD
        .into_iter()
        .chain(consent::HELD)
        .chain(referral::HELD)
        .chain(caseload::HELD)
        .chain(screening::HELD)
        .chain(assessment::HELD)
        .chain(plan::HELD)
        .chain(connection::HELD)
}

pub(crate) fn routes() -> Routes {
    Routes::new().route("/personnes/{case}/copie.json", get(pages::copy))
}
