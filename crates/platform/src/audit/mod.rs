//! The trail: who opened or changed which person's file, and when.
//!
//! One entry per read and per write, in the same transaction as what it tells about. Entries name
//! identifiers only. Nothing here changes or removes an entry.

mod pages;
mod sql;

pub use pages::{navigation, routes};
pub use sql::{Entry, last_at, note, of_subject};

use kernel::id::{AccountId, CaseId, ConnectionId, PersonId, ReferralId, ScreeningId, SiteId};
use uuid::Uuid;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Read,
    Listed,
    Created,
    Changed,
    Merged,
    Printed,
    Answered,
    Sent,
}

impl Action {
    pub fn code(self) -> &'static str {
        match self {
            Action::Read => "read",
            Action::Listed => "listed",
            Action::Created => "created",
            Action::Changed => "changed",
            Action::Merged => "merged",
            Action::Printed => "printed",
            Action::Answered => "answered",
            Action::Sent => "sent",
        }
    }
}

/// What it was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub kind: &'static str,
    pub id: Option<Uuid>,
}

impl Subject {
    /// A list of persons, without one in particular.
    pub fn list(kind: &'static str) -> Subject {
        Subject { kind, id: None }
    }
}

macro_rules! subject_from {
    ($($id:ty => $kind:literal,)*) => {$(
        impl From<$id> for Subject {
            fn from(id: $id) -> Subject {
                Subject { kind: $kind, id: Some(id.0) }
            }
        }
    )*};
}

subject_from! {
    PersonId => "person",
    ReferralId => "referral",
    CaseId => "case",
    ConnectionId => "connection",
    ScreeningId => "screening",
    AccountId => "account",
    SiteId => "site",
}

/// Who did it: an account, somebody holding a signed link, a visitor, or time passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Account(AccountId),
    LinkHolder,
    Visitor,
    TimePassing,
}

impl Who {
    fn account(self) -> Option<AccountId> {
        match self {
            Who::Account(id) => Some(id),
            Who::LinkHolder | Who::Visitor | Who::TimePassing => None,
        }
    }
}
