//! `/personnes/{id}/mesures/fhir.json`: a person's measures, for another program.

use std::collections::BTreeMap;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::Lang;
use kernel::id::CaseId;
use measure::fhir::{Authored, response};
use platform::accounts::Reauthenticated;
use platform::audit::Action;
use platform::web::may::{May, RunCaseload};
use platform::web::{Nope, Path};
use serde_json::{Value, json};

use crate::act::Acting;
use crate::caseload::acts::open_to_read;
use crate::screening::fhir::FHIR_JSON;
use crate::screening::model::Measure;
use crate::screening::sql::measures_of_case;

pub(super) async fn show(
    may: May<RunCaseload>,
    _: Reauthenticated,
    Path(id): Path<CaseId>,
) -> Result<Response, Nope> {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &acting, id).await?;
    let measures = measures_of_case(&mut tx, id).await?;
    acting.trace(&mut tx, Action::Copied, case.person_id, case.site_id).await?;
    tx.commit().await?;
    let (base, subject) = (may.app().settings().address(""), format!("Patient/{}", case.person_id));
    let entries = measures.iter().filter_map(|one| entry(one, &subject, &base, may.lang));
    let bundle = json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": acting.now.to_string(),
        "entry": entries.collect::<Vec<Value>>(),
    });
    let headers =
        [(CONTENT_TYPE, FHIR_JSON), (CONTENT_DISPOSITION, "attachment; filename=\"mesures.fhir.json\"")];
    Ok((headers, bundle.to_string()).into_response())
}

/// None for answers to questions that are not here any more.
fn entry(measure: &Measure, subject: &str, base: &str, lang: Lang) -> Option<Value> {
    let filled = measure.filled.as_ref()?;
    let on = measure.held_on.to_string();
    let authored = Authored { subject: Some(subject), on: &on };
    let words: &BTreeMap<String, String> = &filled.words;
    let told = response(filled.instrument, (&filled.answers, words), authored, base, lang);
    Some(json!({ "resource": told }))
}
