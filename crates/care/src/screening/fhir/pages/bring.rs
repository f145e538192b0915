//! `/personnes/{id}/mesures/fhir`: answers that another program wrote down.

use std::collections::BTreeMap;

use askama::Template;
use kernel::id::CaseId;
use measure::fhir::{BadResponse, answers_of, authored_on};
use measure::{Answers, Instrument};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Problems, Ui, Upload, once};

use crate::act::Acting;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::heading::Heading;
use crate::instruments::{self, Asker};
use crate::screening::acts::{self, Taking};
use crate::screening::model::{Filled, Mode};
use crate::screening::pages::tell;
use crate::screening::sql::measures_of_case;
use crate::screening::{rules, safety};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/fhir/pages/bring.html")]
struct BringPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    problems: Problems,
}

pub(super) async fn ask(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    page::show(&drawn(&may, id, Problems::default()).await?)
}

pub(super) async fn bring(may: May<RunCaseload>, Path(id): Path<CaseId>, mut upload: Upload) -> Answer {
    let w = words(may.lang);
    let home = format!("/personnes/{id}/mesures");
    let file = upload.take_file("fichier");
    let key = upload.text("once");
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let used = instruments::used(&mut tx, case.site_id, Asker::at(&may, case.site_id)).await?;
    let mut problems = Problems::default();
    match read(&used, &file) {
        Ok(read) => {
            let history = measures_of_case(&mut tx, id).await?;
            let taking = Taking {
                mode: Mode::Elsewhere,
                moment: rules::usual_moment(&history, &[read.filled.instrument]),
                held_on: read.held_on,
            };
            match acts::keep(&mut tx, &acting, &case, taking, &[read.filled]).await? {
                Ok(kept) => {
                    let next = safety::after(&mut tx, kept, home).await?;
                    return once::commit(tx, key, Some(may.id()), &next, acting.now).await;
                }
                Err(refused) => problems.add("fichier", tell(refused, may.lang).1),
            }
        }
        Err(unread) => problems.add("fichier", said(&unread, w)),
    }
    drop(tx);
    page::with_problems(&drawn(&may, id, problems).await?)
}

/// What a file says.
struct Read {
    filled: Filled,
    held_on: jiff::civil::Date,
}

enum Unread {
    Empty,
    NoText,
    /// It does not say when.
    NoDay,
    /// Of no questionnaire that may be put here.
    NotUsed,
    Bad(BadResponse),
}

fn read(used: &[&'static Instrument], file: &[u8]) -> Result<Read, Unread> {
    if file.is_empty() {
        return Err(Unread::Empty);
    }
    let text = str::from_utf8(file).map_err(|_| Unread::NoText)?;
    for instrument in used {
        match answers_of(instrument, text) {
            Ok((answers, words)) => return filled(instrument, text, answers, words),
            Err(BadResponse::OtherQuestionnaire(_)) => {}
            Err(bad) => return Err(Unread::Bad(bad)),
        }
    }
    Err(Unread::NotUsed)
}

fn filled(
    instrument: &'static Instrument,
    text: &str,
    answers: Answers,
    words: BTreeMap<String, String>,
) -> Result<Read, Unread> {
    let day = authored_on(text).and_then(|day| day.parse().ok());
    let filled = Filled::new(instrument, answers).in_words(words);
    Ok(Read { filled, held_on: day.ok_or(Unread::NoDay)? })
}

fn said(unread: &Unread, w: &Words) -> String {
    match unread {
        Unread::Empty => w.fhir_no_file(),
        Unread::NoText => w.fhir_no_text(),
        Unread::NoDay => w.fhir_no_day(),
        Unread::NotUsed => w.fhir_not_used(),
        Unread::Bad(BadResponse::Unreadable(_)) => w.fhir_no_text(),
        Unread::Bad(BadResponse::OtherKind(kind)) => w.fhir_other_kind(kind.as_str()),
        Unread::Bad(BadResponse::OtherQuestionnaire(_)) => w.fhir_not_used(),
        Unread::Bad(BadResponse::OtherVersion(version)) => w.fhir_other_version(version.as_str()),
        Unread::Bad(BadResponse::NotMeant(status)) => w.fhir_not_meant(status.as_str()),
        Unread::Bad(BadResponse::Answer(item)) => w.fhir_answer(item.as_str()),
        Unread::Bad(BadResponse::Refused(bad)) => w.fhir_answer(bad.item()),
    }
}

async fn drawn(may: &May<RunCaseload>, id: CaseId, problems: Problems) -> Result<BringPage<'_>, Nope> {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    tx.commit().await?;
    Ok(BringPage { ui: &may.ui, w: words(may.lang), heading, problems })
}
