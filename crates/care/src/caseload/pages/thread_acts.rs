//! What the buttons of a file do: note a try, give the case to somebody, put it aside.

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId};
use kernel::role::Role;
use kernel::text::{TextError, optional};
use platform::accounts;
use platform::web::may::{May, RunCaseload};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, Problems, once};
use serde::Deserialize;

use super::file::{Typed, again};
use crate::act::Acting;
use crate::caseload::acts::{self, Attempt, How, Reply};
use crate::caseload::model::Refusal;
use crate::words::{Words, words};

const LONGEST_NOTE: usize = 1_000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::caseload) struct AttemptForm {
    once: String,
    how: String,
    result: String,
    note: String,
    call_on: String,
    back_to: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::caseload) struct GiveForm {
    once: String,
    version: i64,
    to: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::caseload) struct PauseForm {
    once: String,
    version: i64,
    until: String,
}

/// One click from « Ma journée » or the file.
pub(in crate::caseload) async fn attempt(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<AttemptForm>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut problems = Problems::default();
    let Some(attempt) = parse(&form, may.today(), words(may.lang), &mut problems)? else {
        let AttemptForm { note, call_on, .. } = form;
        return again(&may, id, Typed { note, call_on, problems, ..Typed::default() }).await;
    };
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = acts::open_to_change(&mut tx, &acting, id, None).await?;
    acts::note_attempt(&mut tx, &acting, case, &attempt).await?.map_err(refused)?;
    let location = match form.back_to.as_str() {
        "/ma-journee" => "/ma-journee?note=oui".to_owned(),
        _ => format!("/personnes/{id}"),
    };
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

/// A coordinator gives any case of the site; a link worker takes one nobody has.
pub(in crate::caseload) async fn give(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<GiveForm>,
) -> Answer {
    let acting = Acting::by(&may);
    let to: AccountId = form.to.parse().map_err(|_| Nope::Unreadable)?;
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = acts::open_to_change(&mut tx, &acting, id, Some(form.version)).await?;
    let workers = accounts::holding(&mut tx, case.site_id, Role::LinkWorker).await?;
    let (to, name) = workers.into_iter().find(|(worker, _)| *worker == to).ok_or(Nope::NotFound)?;
    let is_free_to_take = case.link_worker.is_none() && to == may.id();
    let is_coordinator = may.is_at(Role::Coordinator, case.site_id);
    if !is_coordinator && !is_free_to_take {
        return Err(Nope::NotFound);
    }
    acts::give(&mut tx, &acting, case, to, &name).await?.map_err(refused)?;
    let location = if is_coordinator { "/equipe".to_owned() } else { format!("/personnes/{id}") };
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

/// With a day, aside until then; without, taken up again.
pub(in crate::caseload) async fn pause(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<PauseForm>,
) -> Answer {
    let acting = Acting::by(&may);
    let until = form.until.trim().parse::<Date>().ok().filter(|day| *day > may.today());
    if until.is_none() && !form.until.trim().is_empty() {
        let mut problems = Problems::default();
        problems.add("until", words(may.lang).file_pause_odd());
        return again(&may, id, Typed { until: form.until, problems, ..Typed::default() }).await;
    }
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = acts::open_to_change(&mut tx, &acting, id, Some(form.version)).await?;
    acts::pause_or_resume(&mut tx, &acting, case, until).await?.map_err(refused)?;
    once::commit(tx, &form.once, Some(may.id()), &format!("/personnes/{id}"), acting.now).await
}

/// The try, or what is wrong with it.
///
/// # Errors
/// [`Nope::Unreadable`] for a button that is none of ours.
fn parse(
    form: &AttemptForm,
    today: Date,
    w: &Words,
    problems: &mut Problems,
) -> Result<Option<Attempt>, Nope> {
    let how = How::from_code(&form.how).ok_or(Nope::Unreadable)?;
    let reply = match form.result.as_str() {
        "reached" => Some(Reply::Reached),
        "no_answer" => Some(Reply::NoAnswer),
        "wrong_number" => Some(Reply::WrongNumber),
        "sent" => Some(Reply::Sent),
        "call_back" => {
            let day = form.call_on.trim().parse::<Date>().ok().filter(|day| *day >= today);
            let day = problems.keep("call_on", day.ok_or(()), |()| w.file_call_on_odd());
            day.map(|on| Reply::CallBack { on })
        }
        _ => return Err(Nope::Unreadable),
    };
    let note = problems.keep("note", optional(&form.note, LONGEST_NOTE), |error| match error {
        TextError::TooLong(limit) => w.text_too_long(i64::try_from(limit).unwrap_or_default()),
        TextError::Empty => String::new(),
    });
    Ok(reply.zip(note).map(|(reply, note)| Attempt { how, reply, note }))
}

fn refused(refusal: Refusal) -> Nope {
    match refusal {
        Refusal::Closed | Refusal::NotNow => Nope::Changed,
        Refusal::InThePast => Nope::WrongDay,
    }
}
