//! `/personnes/{case}/copie.json`.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::CaseId;
use platform::audit::Action;
use platform::web::may::{May, RunCaseload};
use platform::web::{Nope, Path};

use super::copy;
use crate::act::Acting;
use crate::caseload::acts::open_to_read;

/// A file to be handed to the person; the trail keeps that it was made. Its name tells nobody whose it is.
pub(super) async fn copy(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Result<Response, Nope> {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &acting, id).await?;
    acting.trace(&mut tx, Action::Copied, case.person_id, case.site_id).await?;
    let copy = copy::of_person(&mut tx, case.person_id, acting.now).await?;
    tx.commit().await?;
    let text = serde_json::to_string_pretty(&copy).map_err(|error| Nope::Broken(error.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"copie-des-donnees.json\""),
    ];
    Ok((headers, text).into_response())
}
