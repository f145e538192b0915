//! Leaving a study: by one's own wish, by being erased, by time.

use kernel::clock::in_france;
use kernel::id::PersonId;
use platform::audit::Action;
use platform::db::{DbError, Tx};
use platform::web::Nope;

use crate::act::Acting;
use crate::consent::{self, Purpose, Recipient};
use crate::study::model::{Candidate, Withdrawal};
use crate::study::sql;

/// Takes the consent back; without leave to keep what was answered, no code leads to them any more and nothing
/// of it leaves. The case was opened to change.
///
/// # Errors
/// [`Nope::NotFound`] for somebody who takes no part; the store's.
pub(in crate::study) async fn withdraw(
    tx: &mut Tx,
    acting: &Acting<'_>,
    candidate: Candidate,
    may_keep: bool,
) -> Result<(), Nope> {
    let (id, study, person, site) = (candidate.id, candidate.study, candidate.person, candidate.site);
    let withdrawal = Withdrawal { on: in_france(acting.now).date(), may_keep };
    candidate.withdrawn(withdrawal).ok_or(Nope::NotFound)?;
    if !sql::candidates::withdraw(tx, id, withdrawal).await? {
        return Err(Nope::NotFound);
    }
    consent::withdraw(tx, person, Purpose::Research, &Recipient::Study(study), acting.now).await?;
    if !may_keep {
        sql::pseudonyms::forget(tx, id).await?;
    }
    Ok(acting.trace(tx, Action::Changed, study, site).await?)
}

/// Somebody is about to be erased: the flow goes on counting them, as a number.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn leave(tx: &mut Tx, person: PersonId) -> Result<(), DbError> {
    sql::gone::count(tx, person).await
}

/// Two records were one person's.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn move_records(tx: &mut Tx, gone: PersonId, kept: PersonId) -> Result<(), DbError> {
    sql::gone::move_records(tx, gone, kept).await
}
