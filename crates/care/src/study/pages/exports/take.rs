//! The files themselves, noted before they leave.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::{StudyExportId, StudyId};
use platform::accounts::Reauthenticated;
use platform::web::may::{AnswerForData, May};
use platform::web::{Nope, Path};

use super::found;
use crate::act::Acting;
use crate::study::acts::exporting;
use crate::study::export::{Files, leaving, workbook, zipped};
use crate::study::flow::Flow;
use crate::study::following;

type Which = (StudyId, StudyExportId);

pub(super) async fn zip(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(which): Path<Which>,
) -> Result<Response, Nope> {
    let file = zipped(&taken(&may, which).await?)?;
    Ok(attached("application/zip", "attachment; filename=\"etude.zip\"", file))
}

pub(super) async fn xlsx(
    may: May<AnswerForData>,
    _: Reauthenticated,
    Path(which): Path<Which>,
) -> Result<Response, Nope> {
    const SHEETS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let file = workbook(&taken(&may, which).await?)?;
    Ok(attached(SHEETS, "attachment; filename=\"etude.xlsx\"", file))
}

fn attached(kind: &'static str, name: &'static str, file: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], file).into_response()
}

/// Only whoever asked, as long as it is granted; whoever asked may have lost the role since.
async fn taken(may: &May<AnswerForData>, which: Which) -> Result<Files, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let (opened, export) = found(&mut tx, may, which).await?;
    let may_take = export.request.may_be_taken(may.id(), acting.now);
    if !may_take || opened.coordinated_by(may).is_none() {
        return Err(Nope::NotFound);
    }
    let today = may.today();
    let participants = following::of_study(&mut tx, &opened.study).await?;
    let leaving = leaving(&participants);
    let flow = Flow::of(&mut tx, &opened.study, &participants, today).await?;
    let of = (&opened.study, opened.teams.as_slice());
    let files = Files::of(&mut tx, of, &leaving, &flow, today).await?.ok_or(Nope::NotFound)?;
    // In the order they entered, not in that of codes, which the trail must not tell.
    exporting::take(&mut tx, &acting, &export, &leaving).await?;
    tx.commit().await?;
    Ok(files)
}
