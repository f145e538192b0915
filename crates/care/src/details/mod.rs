//! « Corriger les coordonnées »: somebody's name, where they live, how they wish to be reached, put
//! right (GDPR, article 16), also once their course of support has ended.
//!
//! For whoever may open the file. Invariant: two people who correct at once see both versions, and
//! nothing typed is lost. The table is [`person`](crate::person)'s.

mod acts;
mod lines;
mod pages;
#[cfg(test)]
mod tests;

pub(crate) use lines::lines;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/personnes/{case}/coordonnees", get(pages::show).post(pages::save))
}
