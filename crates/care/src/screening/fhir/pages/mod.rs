//! The addresses other programs use, and the page that brings answers in.

mod bring;
mod measures;
mod questionnaire;

use platform::web::routes::{Routes, get};

use super::LARGEST;

pub(in crate::screening) fn routes() -> Routes {
    Routes::new()
        .route("/fhir/Questionnaire/{id}", get(questionnaire::show))
        .route("/personnes/{id}/mesures/fhir.json", get(measures::show))
        .route("/personnes/{id}/mesures/fhir", get(bring::ask).upload(LARGEST, bring::bring))
}
