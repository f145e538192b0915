//! Each thing done on the page of a connection: one form, one step.

use axum::http::StatusCode;
use kernel::Lang;
use kernel::id::{CaseId, ConnectionId};
use platform::db::Tx;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer as Shown};
use platform::web::{Form, Nope, Path, Problems, dates, once};

use super::super::model::{Connection, Refusal};
use super::super::{acts, sql};
use super::fields::{Reader, Step, Typed};
use super::tie::{Again, Notice, show_again};
use crate::act::Acting;
use crate::caseload::{self, Case};
use crate::words::words;

/// The address of a form, opened as a page: after choosing the language there, for instance.
pub(super) async fn back(
    _may: May<RunCaseload>,
    Path((case_id, id, _)): Path<(CaseId, ConnectionId, String)>,
) -> Shown {
    page::see(&format!("/personnes/{case_id}/liens/{id}"))
}

pub(super) async fn take(
    may: May<RunCaseload>,
    Path((case_id, id, name)): Path<(CaseId, ConnectionId, String)>,
    Form(typed): Form<Typed>,
) -> Shown {
    let (w, ids) = (words(may.lang), (case_id, id));
    let mut problems = Problems::default();
    let reader = Reader { w, today: may.today(), typed: &typed };
    let Some(step) = reader.step(&name, &mut problems).ok_or(Nope::NotFound)? else {
        let again = Again { typed, problems, notice: None };
        return show_again(&may, ids, StatusCode::UNPROCESSABLE_ENTITY, again).await;
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = caseload::acts::open_to_change(&mut tx, &acting, case_id, None).await?;
    let connection = sql::find(&mut tx, case.id, id).await?.ok_or(Nope::NotFound)?;
    if connection.version != typed.version {
        drop(tx);
        let again = Again { notice: Some(stale(may.lang, &typed)), typed, ..Again::default() };
        return show_again(&may, ids, StatusCode::CONFLICT, again).await;
    }
    match done(&mut tx, &acting, &case, connection, step).await? {
        Ok(_) => {
            let here = format!("/personnes/{case_id}/liens/{id}");
            once::commit(tx, &typed.once, Some(may.id()), &here, acting.now).await
        }
        Err(refusal) => {
            drop(tx);
            let (status, again) = refused(may.lang, refusal, typed);
            show_again(&may, ids, status, again).await
        }
    }
}

async fn done(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: Connection,
    step: Step,
) -> acts::Done {
    if !case.is_open() && step != Step::Withdraw {
        return Ok(Err(Refusal::CaseClosed));
    }
    match step {
        Step::Answer(answer) => acts::answer(tx, acting, case, connection, answer).await,
        Step::Introduce(meeting, going) => acts::introduce(tx, acting, connection, meeting, going).await,
        Step::Attend(day) => acts::note_attendance(tx, acting, case, connection, day).await,
        Step::Settle => acts::settle(tx, acting, connection).await,
        Step::Drop(reason) => acts::drop(tx, acting, case, connection, reason).await,
        Step::Withdraw => acts::withdraw(tx, acting, case, connection).await,
    }
}

/// A day that cannot be is said beside its field; anything else above the page.
fn refused(lang: Lang, refusal: Refusal, typed: Typed) -> (StatusCode, Again) {
    let text = refusal.label(words(lang));
    match refusal {
        Refusal::InTheFuture | Refusal::BeforeAsked => {
            let field = if typed.day.is_empty() { "meeting_on" } else { "day" };
            let mut problems = Problems::default();
            problems.add(field, text);
            (StatusCode::UNPROCESSABLE_ENTITY, Again { typed, problems, notice: None })
        }
        Refusal::NotNow
        | Refusal::CaseClosed
        | Refusal::AlreadyProposed
        | Refusal::NoConsent
        | Refusal::Paused
        | Refusal::EnoughAsked => {
            let notice =
                Notice { title: words(lang).connection_stale_title(), text, kept: kept(&typed, lang) };
            (StatusCode::CONFLICT, Again { typed, notice: Some(notice), ..Again::default() })
        }
    }
}

fn stale(lang: Lang, typed: &Typed) -> Notice {
    let w = words(lang);
    Notice { title: w.connection_stale_title(), text: w.connection_stale_text(), kept: kept(typed, lang) }
}

/// What somebody wrote, whatever field it was for, days in words.
fn kept(typed: &Typed, lang: Lang) -> Vec<String> {
    let said = |text: &String| dates::typed(text).map_or_else(|| text.clone(), |day| dates::long(day, lang));
    [&typed.meeting_on, &typed.meeting_place, &typed.meeting_contact, &typed.until, &typed.words, &typed.day]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(said)
        .collect()
}
