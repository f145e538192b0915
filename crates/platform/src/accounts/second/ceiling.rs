//! A ceiling of guesses: whoever knows a phrase and tries codes is stopped, and its owner told.
//!
//! Ten guesses a minute would find a code of six digits, of which three serve at a time, within some
//! weeks. So wrong codes of an account are counted until a right one, however long that takes. At a
//! hundred its owner is written to, once, and for a day the application's codes are not taken; then after
//! every ten more. That leaves a guesser the chance of three in ten thousand once, and of three in a
//! hundred thousand a day, against an owner who was told to change their phrase.
//!
//! Nobody is locked out: a recovery code (eighty bits, not to be guessed), a passkey, a provider and a new
//! link from the administrator open as before, and a phrase changed begins anew, as whoever guessed
//! no longer knows it. Stopping the phrase itself would keep the owner with a paper in hand outside
//! and protect nothing more.

use jiff::{SignedDuration, Timestamp};
use kernel::contact::Email;
use kernel::id::AccountId;

use super::sql::{self, Kept};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::outbox::{self, Mail};
use crate::words::Words;

/// More than anybody mistypes in a row.
const CEILING: i64 = 100;
/// Checked after each stop: a minute's worth.
const FURTHER: i64 = 10;
const STOPPED: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn is_stopped(kept: &Kept, now: Timestamp) -> bool {
    kept.stopped_at.is_some_and(|at| at > (now - STOPPED).as_second())
}

/// One more was wrong; true when that was one too many.
pub(super) async fn count(
    tx: &mut Tx,
    app: &App,
    (account, to): (AccountId, &Email),
    w: &Words,
) -> Result<bool, DbError> {
    let wrong = sql::count_wrong(tx, account).await?;
    if wrong == CEILING {
        let (subject, body) = (w.second_guessed_subject(), w.second_guessed_body());
        outbox::put(tx, &Mail { to: to.clone(), subject, body }, app.clock().now()).await?;
    }
    let is_too_many = wrong >= CEILING && (wrong - CEILING) % FURTHER == 0;
    if is_too_many {
        sql::stop(tx, account, app.wall().now()).await?;
    }
    Ok(is_too_many)
}

/// A code was right, or the phrase is another: what was wrong before no longer counts.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn begin_anew(tx: &mut Tx, account: AccountId) -> Result<(), DbError> {
    sql::forget_wrong(tx, account).await
}
