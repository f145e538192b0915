//! What happens in a course of support, one line each: its thread, and what figures count.

use kernel::id::{CaseId, ConnectionId, EventId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::act::Acting;

/// A kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    Opened,
    Assigned,
    Attempted,
    Reached,
    Assessed,
    Planned,
    Proposed,
    Asked,
    Accepted,
    Declined,
    Waitlisted,
    Reminded,
    Expired,
    Introduced,
    Attended,
    Settled,
    Dropped,
    Paused,
    Resumed,
    Reviewed,
    Closed,
}

impl EventKind {
    pub const ALL: [EventKind; 21] = [
        EventKind::Opened,
        EventKind::Assigned,
        EventKind::Attempted,
        EventKind::Reached,
        EventKind::Assessed,
        EventKind::Planned,
        EventKind::Proposed,
        EventKind::Asked,
        EventKind::Accepted,
        EventKind::Declined,
        EventKind::Waitlisted,
        EventKind::Reminded,
        EventKind::Expired,
        EventKind::Introduced,
        EventKind::Attended,
        EventKind::Settled,
        EventKind::Dropped,
        EventKind::Paused,
        EventKind::Resumed,
        EventKind::Reviewed,
        EventKind::Closed,
    ];

    pub fn code(self) -> &'static str {
        match self {
            EventKind::Opened => "opened",
            EventKind::Assigned => "assigned",
            EventKind::Attempted => "attempted",
            EventKind::Reached => "reached",
            EventKind::Assessed => "assessed",
            EventKind::Planned => "planned",
            EventKind::Proposed => "proposed",
            EventKind::Asked => "asked",
            EventKind::Accepted => "accepted",
            EventKind::Declined => "declined",
            EventKind::Waitlisted => "waitlisted",
            EventKind::Reminded => "reminded",
            EventKind::Expired => "expired",
            EventKind::Introduced => "introduced",
            EventKind::Attended => "attended",
            EventKind::Settled => "settled",
            EventKind::Dropped => "dropped",
            EventKind::Paused => "paused",
            EventKind::Resumed => "resumed",
            EventKind::Reviewed => "reviewed",
            EventKind::Closed => "closed",
        }
    }

    pub fn from_code(code: &str) -> Option<EventKind> {
        EventKind::ALL.into_iter().find(|kind| kind.code() == code)
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
