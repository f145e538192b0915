//! Studies on somebody's file: looking at them for one, their time points, leaving, what did not go as it says.

mod look;
mod notes;
mod overview;
mod show;

use kernel::id::{CaseId, StudyId};
use platform::db::Tx;
use platform::web::Nope;
use platform::web::may::{May, RunCaseload};
use platform::web::routes::{Routes, get, post};

use crate::act::Acting;
use crate::caseload::Case;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::study::access::Opened;
use crate::study::model::{Candidate, Study};
use crate::study::sql;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/etudes", get(overview::show))
        .route("/personnes/{case}/etudes/{study}", get(show::show).post(look::keep))
        .route("/personnes/{case}/etudes/{study}/retrait", post(notes::withdraw))
        .route("/personnes/{case}/etudes/{study}/ecarts", post(notes::note))
}

type Which = (CaseId, StudyId);

/// A file opened beside a study that its team takes part in.
struct File {
    case: Case,
    study: Study,
    candidate: Option<Candidate>,
}

impl File {
    /// # Errors
    /// [`Nope::NotFound`] for whoever may not open either.
    async fn read(tx: &mut Tx, may: &May<RunCaseload>, (case, study): Which) -> Result<File, Nope> {
        let case = open_to_read(tx, &Acting::by(may), case).await?;
        File::of(tx, may, case, study).await
    }

    /// # Errors
    /// The same.
    async fn take(tx: &mut Tx, may: &May<RunCaseload>, (case, study): Which) -> Result<File, Nope> {
        let case = open_to_change(tx, &Acting::by(may), case, None).await?;
        File::of(tx, may, case, study).await
    }

    async fn of(tx: &mut Tx, may: &May<RunCaseload>, case: Case, study: StudyId) -> Result<File, Nope> {
        let opened = Opened::by(tx, may, study).await?;
        if !opened.has(case.site_id) {
            return Err(Nope::NotFound);
        }
        let candidate = sql::candidates::find(tx, study, case.person_id).await?;
        Ok(File { case, study: opened.study, candidate })
    }

    fn address(&self) -> String {
        address((self.case.id, self.study.id))
    }
}

fn address((case, study): Which) -> String {
    format!("/personnes/{case}/etudes/{study}")
}
