//! Keeping what somebody says is wrong.

use jiff::Timestamp;
use kernel::id::ReportId;
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};

use super::model::{Report, State, Subject, Wrong};
use super::sql;

/// Keeps it, unless as many of that entry wait as may.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn keep(tx: &mut Tx, report: &Report, who: Who, now: Timestamp) -> Result<(), DbError> {
    if sql::count_open_of(tx, &report.about).await? < sql::MOST_OPEN {
        sql::insert(tx, report).await?;
        audit::note(tx, who, Action::Created, report.id, None, now).await?;
    }
    Ok(())
}

/// The same, said on another page than the entry's own.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn say(
    tx: &mut Tx,
    about: Subject,
    wrong: Wrong,
    said: String,
    who: Who,
    now: Timestamp,
) -> Result<(), DbError> {
    let (id, state) = (ReportId::new(), State::New);
    let report = Report { id, about, wrong, said, contact: None, said_at: now, state, version: 1 };
    keep(tx, &report, who, now).await
}
