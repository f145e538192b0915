//! Looking back, and ending.

use kernel::clock::in_france;
use kernel::coded::Coded;
use kernel::id::ScreeningId;
use platform::db::Tx;
use platform::web::Nope;

use super::model::{Closing, Review};
use super::rules;
use crate::act::Acting;
use crate::caseload::acts::must_be_written;
use crate::caseload::event::{self, EventKind};
use crate::caseload::{self, Case, Outcome, Refusal};
use crate::consent::{self, Purpose, Recipient};
use crate::plan;
use crate::referral::model::AlreadyDecided;
use crate::referral::news::{self, News};
use crate::screening::acts::{Taking, keep};
use crate::screening::{self, Mode, Moment, Refused};
use crate::{connection, referral};

/// Why a review was not kept; nothing of it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotReviewed {
    #[error(transparent)]
    Case(#[from] Refusal),
    #[error(transparent)]
    Measure(#[from] Refused),
    #[error("the next review is not to come, or years away")]
    Next,
}

/// Why a case was not closed; nothing of it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotClosed {
    #[error(transparent)]
    Case(#[from] Refusal),
    #[error("they take part on their own, and never came")]
    NeverCame,
}

/// Keeps what was asked again, if anything, and that somebody looked back; the case was opened to change.
///
/// # Errors
/// [`NotReviewed`]; the caller then drops the transaction.
pub async fn review(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    review: &Review,
) -> Result<Result<Option<ScreeningId>, NotReviewed>, Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    let today = in_france(acting.now).date();
    if let Err(refusal) = plan::acts::may_be_planned(case) {
        return Ok(Err(refusal.into()));
    }
    if let Err(refused) = screening::rules::day_fits(review.held_on, today) {
        return Ok(Err(refused.into()));
    }
    if review.next_on.is_some_and(|day| !rules::may_be_next(day, today)) {
        return Ok(Err(NotReviewed::Next));
    }
    let mut kept = None;
    if !review.filled.is_empty() {
        let taking = Taking { mode: Mode::Professional, moment: Moment::Review, held_on: review.held_on };
        match keep(tx, acting, case, taking, &review.filled).await? {
            Ok(screening) => kept = Some(screening),
            Err(refused) => return Ok(Err(refused.into())),
        }
    }
    plan::review_again(tx, case.id, review.next_on, by, acting.now).await?;
    event::note(tx, acting, case.id, EventKind::Reviewed, None, None).await?;
    Ok(Ok(kept))
}

/// Ends a course of support and everything that was open in it, and tells whoever prescribed it.
///
/// # Errors
/// [`NotClosed`]; the caller then drops the transaction.
pub async fn close(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
    closing: &Closing,
) -> Result<Result<(), NotClosed>, Nope> {
    let (id, referral) = (case.id, case.referral_id);
    let closed = match case.clone().closed(closing.outcome) {
        Ok(closed) => closed,
        Err(refusal) => return Ok(Err(refusal.into())),
    };
    if closing.outcome == Outcome::Settled && connection::attendances_of_case(tx, id).await? == 0 {
        return Ok(Err(NotClosed::NeverCame));
    }
    if closing.withdraws {
        let team = Recipient::Site(case.site_id);
        consent::withdraw(tx, case.person_id, Purpose::Support, &team, acting.now).await?;
    }
    connection::acts::end_with_case(tx, acting, &case, closing.outcome).await?;
    let note = closing.note.as_deref();
    must_be_written(caseload::update_closed(tx, &closed, note, acting.now).await?)?;
    event::note(tx, acting, id, EventKind::Closed, None, Some(closing.outcome.code())).await?;
    // A person who withdrew their referral meanwhile has decided it already: nothing to add.
    let (Ok(()) | Err(AlreadyDecided)) = referral::acts::close(tx, acting, referral).await?;
    news::tell(tx, acting, referral, News::Closed).await?;
    Ok(Ok(()))
}
