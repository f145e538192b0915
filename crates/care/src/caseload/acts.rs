//! What people do with a course of support.

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId, SiteId};
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use super::event::{self, EventKind};
use super::model::{Case, Refusal, State};
use super::sql;
use crate::act::Acting;
use crate::referral::news::{self, News};

kernel::coded! {
    /// How somebody was tried to be reached.
    How {
        Call = "call",
        Visit = "visit",
        Message = "message",
        Letter = "letter",
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    Reached,
    NoAnswer,
    /// They asked to be called another day.
    CallBack {
        on: Date,
    },
    WrongNumber,
    /// A letter or message is on its way.
    Sent,
}

/// One try to reach the person.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub how: How,
    pub reply: Reply,
    pub note: Option<String>,
}

/// Opens a file to read it: the account must be one that may, and the trail keeps it.
///
/// # Errors
/// [`Nope::NotFound`] when there is no such case for this account.
pub async fn open_to_read(tx: &mut Tx, acting: &Acting<'_>, id: CaseId) -> Result<Case, Nope> {
    let case = visible(tx, acting, id).await?;
    acting.trace(tx, Action::Read, case.id, case.site_id).await?;
    Ok(case)
}

/// Opens a file for paper that is handed over or posted; the trail keeps it.
///
/// # Errors
/// [`Nope::NotFound`] when there is no such case for this account.
pub async fn open_to_print(tx: &mut Tx, acting: &Acting<'_>, id: CaseId) -> Result<Case, Nope> {
    let case = visible(tx, acting, id).await?;
    acting.trace(tx, Action::Printed, case.id, case.site_id).await?;
    Ok(case)
}

/// Opens a file to change it; the trail keeps the change.
///
/// # Errors
/// [`Nope::NotFound`] when there is no such case for this account, [`Nope::Changed`] when
/// somebody changed it since `version` was shown.
pub async fn open_to_change(
    tx: &mut Tx,
    acting: &Acting<'_>,
    id: CaseId,
    version: Option<i64>,
) -> Result<Case, Nope> {
    let case = visible(tx, acting, id).await?;
    if version.is_some_and(|version| version != case.version) {
        return Err(Nope::Changed);
    }
    acting.trace(tx, Action::Changed, case.id, case.site_id).await?;
    Ok(case)
}

/// Opens the case of an accepted referral; whoever accepts it without sharing keeps it.
///
/// # Errors
/// The store's.
pub async fn open(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    person: PersonId,
    referral: ReferralId,
    link_worker: Option<AccountId>,
) -> Result<CaseId, Nope> {
    let case = Case {
        id: CaseId::new(),
        site_id: site,
        person_id: person,
        referral_id: referral,
        link_worker,
        state: State::AwaitingContact,
        opened_at: acting.now,
        reached_at: None,
        call_on: None,
        version: 1,
    };
    sql::insert(tx, &case).await?;
    event::note(tx, acting, case.id, EventKind::Opened, None, None).await?;
    Ok(case.id)
}

/// Keeps one try to reach the person; the first answer starts the assessment and is told to the
/// prescriber.
///
/// # Errors
/// [`Refusal`] for a closed case or a call promised for a day gone.
pub async fn note_attempt(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
    attempt: &Attempt,
) -> Result<Result<(), Refusal>, Nope> {
    let Some(account) = acting.account() else { return Err(Nope::NotFound) };
    let is_first_contact = attempt.reply == Reply::Reached && case.reached_at.is_none();
    let (id, referral) = (case.id, case.referral_id);
    let today = kernel::clock::in_france(acting.now).date();
    let next = match attempt.reply {
        Reply::Reached => case.reached(acting.now),
        Reply::CallBack { on } => case.to_call_on(on, today),
        Reply::NoAnswer | Reply::WrongNumber => case.tried(today),
        Reply::Sent if case.is_open() => Ok(case),
        Reply::Sent => Err(Refusal::Closed),
    };
    let next = match next {
        Ok(next) => next,
        Err(refusal) => return Ok(Err(refusal)),
    };
    must_be_written(sql::update(tx, &next).await?)?;
    let (how, result) = (attempt.how.code(), attempt.reply.code());
    sql::insert_attempt(tx, id, account, how, result, attempt.note.as_deref(), acting.now).await?;
    event::note(tx, acting, id, EventKind::Attempted, None, Some(result)).await?;
    if is_first_contact {
        event::note(tx, acting, id, EventKind::Reached, None, None).await?;
        news::tell(tx, acting, referral, News::FirstContact).await?;
    }
    Ok(Ok(()))
}

/// Gives the case to a link worker.
///
/// # Errors
/// [`Refusal::Closed`].
pub async fn give(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
    to: AccountId,
    name: &str,
) -> Result<Result<(), Refusal>, Nope> {
    let id = case.id;
    match case.given_to(to) {
        Ok(next) => {
            must_be_written(sql::update(tx, &next).await?)?;
            event::note(tx, acting, id, EventKind::Assigned, None, Some(name)).await?;
            Ok(Ok(()))
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Puts the case aside until a day, or takes it up again.
///
/// # Errors
/// [`Refusal`] of the state machine.
pub async fn pause_or_resume(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
    until: Option<Date>,
) -> Result<Result<(), Refusal>, Nope> {
    let id = case.id;
    let today = kernel::clock::in_france(acting.now).date();
    let (next, kind) = match until {
        Some(until) => (case.paused(until, today), EventKind::Paused),
        None => (case.resumed(), EventKind::Resumed),
    };
    match next {
        Ok(next) => {
            must_be_written(sql::update(tx, &next).await?)?;
            event::note(tx, acting, id, kind, None, until.map(|day| day.to_string()).as_deref()).await?;
            Ok(Ok(()))
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// What was learnt is enough to look for something together.
///
/// # Errors
/// [`Refusal::NotNow`] before the first contact.
pub async fn mark_assessed(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
) -> Result<Result<(), Refusal>, Nope> {
    let id = case.id;
    let was_in_assessment = case.state == State::InAssessment;
    match case.assessed() {
        Ok(next) => {
            must_be_written(sql::update(tx, &next).await?)?;
            if was_in_assessment {
                event::note(tx, acting, id, EventKind::Assessed, None, None).await?;
            }
            Ok(Ok(()))
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// An update that touched no row lost a race: nothing of the transaction may stay.
///
/// # Errors
/// [`Nope::Changed`].
pub fn must_be_written(written: bool) -> Result<(), Nope> {
    if written { Ok(()) } else { Err(Nope::Changed) }
}

async fn visible(tx: &mut Tx, acting: &Acting<'_>, id: CaseId) -> Result<Case, Nope> {
    let Some(viewer) = acting.account() else { return Err(Nope::NotFound) };
    sql::visible(tx, viewer, id).await?.ok_or(Nope::NotFound)
}

impl Reply {
    pub fn code(self) -> &'static str {
        match self {
            Reply::Reached => "reached",
            Reply::NoAnswer => "no_answer",
            Reply::CallBack { .. } => "call_back",
            Reply::WrongNumber => "wrong_number",
            Reply::Sent => "sent",
        }
    }
}
