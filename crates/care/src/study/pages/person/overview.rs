//! `/personnes/{case}/etudes`: the studies somebody is in, or may be looked at for.

use askama::Template;
use kernel::id::{CaseId, StudyId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui};

use crate::act::Acting;
use crate::caseload::acts::open_to_read;
use crate::heading::Heading;
use crate::study::asking;
use crate::study::model::{Candidate, State, Study};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/person/overview.html")]
struct OverviewPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    lines: Vec<Line>,
}

struct Line {
    study: StudyId,
    name: String,
    purpose: String,
    stands: String,
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(&may), id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    let offered = asking::of_case(&mut tx, &case).await?;
    tx.commit().await?;
    let line = |(study, candidate): (Study, Option<Candidate>)| Line {
        study: study.id,
        name: study.protocol.name,
        purpose: study.protocol.purpose,
        stands: stands(candidate.as_ref(), w),
    };
    let lines = offered.into_iter().map(line).collect();
    page::show(&OverviewPage { ui: &may.ui, w, heading, lines })
}

/// How somebody stands to a study.
pub(super) fn stands(candidate: Option<&Candidate>, w: &Words) -> String {
    match candidate.map(|candidate| &candidate.state) {
        None => w.study_state_unknown(),
        Some(State::NotEligible { .. }) => w.study_state_not_eligible(),
        Some(State::Declined) => w.study_state_declined(),
        Some(State::Enrolled(_)) => w.study_state_enrolled(),
        Some(State::Withdrawn(..)) => w.study_state_withdrawn(),
    }
}
