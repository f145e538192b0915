//! What happens in a course of support, one line each: its thread, and what figures count.

use kernel::coded::Coded;
use kernel::id::{CaseId, ConnectionId, EventId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::act::Acting;

kernel::coded! {
    /// A kind of line.
    EventKind {
        Opened = "opened",
        Assigned = "assigned",
        Attempted = "attempted",
        Reached = "reached",
        Assessed = "assessed",
        Planned = "planned",
        Proposed = "proposed",
        Asked = "asked",
        Accepted = "accepted",
        Declined = "declined",
        Waitlisted = "waitlisted",
        Reminded = "reminded",
        Expired = "expired",
        Introduced = "introduced",
        Attended = "attended",
        Settled = "settled",
        Dropped = "dropped",
        Paused = "paused",
        Resumed = "resumed",
        Reviewed = "reviewed",
        Closed = "closed",
    }
}

/// One line of a thread.
#[derive(Clone, Debug, FromRow)]
pub struct Event {
    pub at: i64,
    pub kind: String,
    pub account_name: Option<String>,
    pub connection_id: Option<Uuid>,
    /// A name to show beside the kind: a resource, a colleague, a code of reason.
    pub detail: Option<String>,
}

/// Adds a line to a case's thread.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn note(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: CaseId,
    kind: EventKind,
    connection: Option<ConnectionId>,
    detail: Option<&str>,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO case_event (id, case_id, at, kind, account_id, connection_id, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            EventId::new().into(),
            case.into(),
            acting.now.into(),
            kind.code().into(),
            acting.account().into(),
            connection.into(),
            detail.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A case's thread, oldest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<Event>, DbError> {
    tx.all(
        "SELECT e.at, e.kind, a.name AS account_name, e.connection_id, e.detail
         FROM case_event e LEFT JOIN account a ON a.id = e.account_id
         WHERE e.case_id = $1 ORDER BY e.at, e.id",
        &[case.into()],
    )
    .await
}
