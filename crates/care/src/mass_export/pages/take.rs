//! `/donnees/emporter/{export}/dossiers.json`.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::MassExportId;
use kernel::role::Role;
use platform::accounts::Reauthenticated;
use platform::web::may::{AnswerForData, May};
use platform::web::{Nope, Path};

use super::found;
use crate::act::Acting;
use crate::mass_export::{acts, file};

/// Noted person by person first, then made while it leaves.
pub(in crate::mass_export) async fn show(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(id): Path<MassExportId>,
) -> Result<Response, Nope> {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let export = found(&mut tx, &may, id).await?;
    // Whoever asked may have lost the role since.
    let opens_files = may.is_at(Role::Coordinator, export.site);
    if !opens_files || !export.request.may_be_taken(may.id(), acting.now) {
        return Err(Nope::NotFound);
    }
    let persons = acts::take(&mut tx, &acting, &export).await?;
    tx.commit().await?;
    let body = file::of(may.app().db(), persons, acting.now).await?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"dossiers-de-l-equipe.json\""),
    ];
    Ok((headers, body).into_response())
}
