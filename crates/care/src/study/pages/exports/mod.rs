//! `/etudes/{study}/exports`: asking for the data of a study, deciding, taking.

mod decide;
mod list;
mod take;

use kernel::id::{StudyExportId, StudyId};
use platform::db::Tx;
use platform::web::Nope;
use platform::web::may::{AnswerForData, May};
use platform::web::routes::{Routes, get, post};

use crate::study::access::Opened;
use crate::study::export::StudyExport;
use crate::study::sql;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/etudes/{study}/exports", get(list::show).post(list::ask))
        .route("/etudes/{study}/exports/{export}/accorder", get(decide::show).post(decide::grant))
        .route("/etudes/{study}/exports/{export}/refuser", post(decide::refuse))
        .route("/etudes/{study}/exports/{export}/donnees.zip", get(take::zip))
        .route("/etudes/{study}/exports/{export}/donnees.xlsx", get(take::xlsx))
}

/// One of a study this account may open, with the study.
///
/// # Errors
/// [`Nope::NotFound`] for everybody else.
async fn found(
    tx: &mut Tx,
    may: &May<AnswerForData>,
    (study, export): (StudyId, StudyExportId),
) -> Result<(Opened, StudyExport), Nope> {
    let opened = Opened::by(tx, may, study).await?;
    let all = sql::exports::of_study(tx, study).await?;
    let export = all.into_iter().find(|one| one.id == export).ok_or(Nope::NotFound)?;
    Ok((opened, export))
}
