//! `/etudes/{study}/suivi`: whom to ask now, and who is in; a code typed from a paper form leads to its file.

use askama::Template;
use jiff::civil::Date;
use kernel::id::{CaseId, StudyId};
use platform::audit::Kind;
use platform::db::{DbError, Tx};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates};
use serde::Deserialize;

use crate::act::Acting;
use crate::study::access::Opened;
use crate::study::following::{self, Participant};
use crate::study::model::Study;
use crate::study::rules::calendar::Standing;
use crate::study::rules::pseudonym;
use crate::study::{labels, sql};
use crate::words::{Words, words};
use crate::{caseload, person};

#[derive(Template)]
#[template(path = "study/pages/due.html")]
struct DuePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    study: Study,
    to_do: Vec<ToDo>,
    all: Vec<Taking>,
    code: String,
    problems: Problems,
}

/// Somebody to ask now.
struct ToDo {
    case: CaseId,
    name: String,
    point: String,
    until: String,
    is_late: bool,
    closes: Date,
}

/// Somebody who is in, or was.
struct Taking {
    case: CaseId,
    name: String,
    code: String,
    has_left: bool,
    points: Vec<(String, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    code: String,
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<StudyId>) -> Answer {
    page::show(&drawn(&may, id, String::new(), Problems::default()).await?)
}

/// By POST, so that a code stays out of addresses.
pub(super) async fn look(may: May<RunCaseload>, Path(id): Path<StudyId>, Form(typed): Form<Typed>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let study = Opened::by(&mut tx, &may, id).await?.study;
    let mut problems = Problems::default();
    let code = pseudonym::typed(&study.prefix, &typed.code);
    if let Some(code) = problems.keep("code", code.ok_or(()), |()| w.study_code_bad()) {
        let case = sql::pseudonyms::case_of(&mut tx, id, &code).await?;
        let visible = match case {
            Some(case) => caseload::visible(&mut tx, may.id(), case).await?,
            None => None,
        };
        match visible {
            Some(case) => return page::see(&format!("/personnes/{}/etudes/{id}", case.id)),
            None => problems.add("code", w.study_code_unknown()),
        }
    }
    drop(tx);
    page::with_problems(&drawn(&may, id, typed.code, problems).await?)
}

async fn drawn(
    may: &May<RunCaseload>,
    id: StudyId,
    code: String,
    problems: Problems,
) -> Result<DuePage<'_>, Nope> {
    let (acting, w) = (Acting::by(may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    let study = Opened::by(&mut tx, may, id).await?.study;
    let today = may.today();
    let (mut to_do, mut all) = (Vec::new(), Vec::new());
    for participant in following::of_study(&mut tx, &study).await? {
        // A name is shown to whoever may open its file.
        let Some(name) = name(&mut tx, may, &participant).await? else { continue };
        to_do.extend(asked(&participant, &name, may, w));
        all.push(taking(participant, name, today, w));
    }
    acting.trace_list(&mut tx, Kind::Study, may.sites()).await?;
    tx.commit().await?;
    to_do.sort_by(|one, other| (one.closes, &one.name).cmp(&(other.closes, &other.name)));
    all.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(DuePage { ui: &may.ui, w, study, to_do, all, code, problems })
}

async fn name(
    tx: &mut Tx,
    may: &May<RunCaseload>,
    participant: &Participant,
) -> Result<Option<String>, DbError> {
    if caseload::visible(tx, may.id(), participant.candidate.case).await?.is_none() {
        return Ok(None);
    }
    Ok(person::find(tx, participant.candidate.person).await?.map(|person| person.addressed()))
}

fn asked(participant: &Participant, name: &str, ui: &Ui, w: &Words) -> Vec<ToDo> {
    let to_do = participant.to_do(ui.today()).map(|(visit, standing)| ToDo {
        case: participant.candidate.case,
        name: name.to_owned(),
        point: labels::point(&visit.point, w),
        until: w.study_until(dates::plain(visit.window.closes, ui.lang)),
        is_late: standing == Standing::Late,
        closes: visit.window.closes,
    });
    to_do.collect()
}

fn taking(participant: Participant, name: String, today: Date, w: &Words) -> Taking {
    let point = |visit| {
        let standing = participant.standing(visit, today);
        (labels::point(&visit.point, w), labels::standing(standing, w))
    };
    Taking {
        points: participant.visits.iter().map(point).collect(),
        case: participant.candidate.case,
        has_left: participant.candidate.withdrawal().is_some(),
        code: participant.code.unwrap_or_default(),
        name,
    }
}
