//! Agreeing on a plan.

use platform::db::Tx;
use platform::web::Nope;

use super::model::Draft;
use super::{rules, sql};
use crate::act::Acting;
use crate::caseload::event::{self, EventKind};
use crate::caseload::{Case, Refusal, State};

/// Why a plan was not saved; nothing of it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsaved {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody saved another version meanwhile.
    #[error("changed meanwhile")]
    Stale,
    #[error(transparent)]
    Day(#[from] rules::DayRefusal),
}

/// Keeps goals and plan over the version they were made from, `0` for the first. A new day of
/// agreement is a line of the case's thread; a correction is not.
///
/// # Errors
/// [`Unsaved`]; the caller then drops the transaction.
pub async fn agree(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    draft: &Draft,
    version: i64,
) -> Result<Result<(), Unsaved>, Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    if let Err(refusal) = may_be_planned(case) {
        return Ok(Err(refusal.into()));
    }
    let stored = sql::of_case(tx, case.id).await?;
    let standing = stored.map(|stored| stored.plan).unwrap_or_default();
    let day = |moment| kernel::clock::in_france(moment).date();
    let days = (day(case.opened_at), day(acting.now));
    if let Err(refusal) = rules::check_days(draft, standing.review_on, days.0, days.1) {
        return Ok(Err(refusal.into()));
    }
    if !sql::save(tx, case.id, &draft.plan, version, by, acting.now).await? {
        return Ok(Err(Unsaved::Stale));
    }
    let goals = sql::goals(tx, case.id).await?;
    for change in rules::changes(&goals, &draft.wishes) {
        sql::change_goal(tx, case.id, &change, acting.now).await?;
    }
    if version == 0 || draft.plan.agreed_on != standing.agreed_on {
        event::note(tx, acting, case.id, EventKind::Planned, None, None).await?;
    }
    Ok(Ok(()))
}

/// A plan is made with somebody one has spoken to, until the case is closed.
///
/// # Errors
/// [`Refusal::NotNow`] before the first contact, [`Refusal::Closed`].
pub fn may_be_planned(case: &Case) -> Result<(), Refusal> {
    match case.state {
        State::AwaitingContact => Err(Refusal::NotNow),
        State::Closed { .. } => Err(Refusal::Closed),
        State::InAssessment | State::Active | State::Paused { .. } => Ok(()),
    }
}
