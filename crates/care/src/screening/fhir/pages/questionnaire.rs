//! `/fhir/Questionnaire/{id}`: a questionnaire whose text may be handed on.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use measure::{Licence, fhir};
use platform::web::{Nope, Open, Path, Ui};

use crate::screening::fhir::FHIR_JSON;

pub(super) async fn show(_: Open, ui: Ui, Path(id): Path<String>) -> Result<Response, Nope> {
    // FHIR's ids know no underscore.
    let instrument = measure::find(&id.replace('-', "_")).ok_or(Nope::NotFound)?;
    if instrument.licence != Licence::Free {
        return Err(Nope::NotFound);
    }
    let base = ui.app.settings().address("");
    let told = fhir::questionnaire(instrument, &base, ui.lang);
    Ok(([(CONTENT_TYPE, FHIR_JSON)], told.to_string()).into_response())
}
