//! `/etudes/{study}/ecarts`: what did not go as the protocol says, with its corrections.

use askama::Template;
use kernel::id::{CaseId, StudyId};
use platform::audit::Kind;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui, dates};

use crate::act::Acting;
use crate::caseload;
use crate::study::access::Opened;
use crate::study::model::Study;
use crate::study::sql::deviations::Deviation;
use crate::study::{labels, sql};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/deviations.html")]
struct DeviationsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    study: Study,
    lines: Vec<Line>,
}

/// One of them; the person is told by their code.
struct Line {
    case: CaseId,
    code: String,
    told: Told,
}

/// What it was, in words.
pub(super) struct Told {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) when: String,
    pub(super) words: String,
    pub(super) noted: String,
    /// Another one stands for it.
    pub(super) is_corrected: bool,
}

impl Told {
    pub(super) fn of(one: &Deviation, all: &[Deviation], study: &Study, ui: &Ui) -> Told {
        let w = words(ui.lang);
        let point = one.point.as_ref().and_then(|code| study.protocol.point(code));
        let day = dates::plain(one.on, ui.lang);
        let when = match point {
            Some(point) => format!("{} · {day}", labels::point(point, w)),
            None => day,
        };
        let at = dates::moment(one.noted_at, ui.lang);
        let noted = match &one.by {
            Some(by) => w.study_noted_by(by.as_str(), at),
            None => w.study_found(at),
        };
        let is_corrected = all.iter().any(|other| other.corrects == Some(one.id));
        let (id, kind) = (one.id.to_string(), labels::deviation(one.kind, w));
        Told { id, kind, when, words: one.words.clone(), noted, is_corrected }
    }
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<StudyId>) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    let study = Opened::by(&mut tx, &may, id).await?.study;
    let all = sql::deviations::of_study(&mut tx, id).await?;
    let codes = sql::pseudonyms::of_study(&mut tx, id).await?;
    let mut lines = Vec::new();
    for one in &all {
        if caseload::visible(&mut tx, may.id(), one.case).await?.is_some() {
            let code = codes.get(&one.candidate).cloned().unwrap_or_else(|| w.study_without_code());
            lines.push(Line { case: one.case, code, told: Told::of(one, &all, &study, &may.ui) });
        }
    }
    acting.trace_list(&mut tx, Kind::Study, may.sites()).await?;
    tx.commit().await?;
    page::show(&DeviationsPage { ui: &may.ui, w, study, lines })
}
