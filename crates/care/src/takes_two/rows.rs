//! A request as a table keeps it.

use jiff::Timestamp;
use kernel::id::AccountId;
use platform::db::DbError;
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Decision, Request, Taken};

/// The columns every table of requests has.
#[derive(Debug, FromRow)]
pub(crate) struct RequestRow {
    asked_by: Uuid,
    asked_at: i64,
    reason: String,
    decided_by: Option<Uuid>,
    decided_at: Option<i64>,
    is_granted: Option<bool>,
    taken_at: Option<i64>,
    persons: Option<i64>,
}

impl RequestRow {
    /// # Errors
    /// [`DbError::Impossible`] for a moment that is none.
    pub(crate) fn read(self, table: &'static str, id: Uuid) -> Result<Request, DbError> {
        let moment = |second: i64, column| {
            let impossible = |_| DbError::Impossible { table, column, id: id.to_string() };
            Timestamp::from_second(second).map_err(impossible)
        };
        let decision = match (self.decided_by, self.decided_at, self.is_granted) {
            (Some(by), Some(at), Some(is_granted)) => {
                Some(Decision { by: AccountId(by), at: moment(at, "decided_at")?, is_granted })
            }
            _ => None,
        };
        let taken = match (self.taken_at, self.persons) {
            (Some(at), Some(persons)) => Some(Taken { at: moment(at, "taken_at")?, persons }),
            _ => None,
        };
        Ok(Request {
            asked_by: AccountId(self.asked_by),
            asked_at: moment(self.asked_at, "asked_at")?,
            reason: self.reason,
            decision,
            taken,
        })
    }
}
