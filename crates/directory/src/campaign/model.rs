//! A campaign and what may happen to it.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::coded;
use kernel::id::CampaignId;

use crate::organization::OrganizationId;

coded! {
    /// How an organization is asked.
    Way {
        Letter = "letter",
        Telephone = "telephone",
    }
}

/// One round of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Campaign {
    pub(super) id: CampaignId,
    /// Of a commune, an EPCI or a département.
    pub(super) territory: String,
    /// Entries checked since that day are left alone.
    pub(super) stale_before: Date,
    pub(super) started_at: Timestamp,
    pub(super) state: State,
    /// Grows with every change.
    pub(super) version: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Running,
    Stopped { at: Timestamp },
}

/// One of those asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) organization: OrganizationId,
    pub(super) way: Way,
    pub(super) written_at: Option<Timestamp>,
    pub(super) reminded_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this campaign has been stopped")]
pub(super) struct AlreadyStopped;

impl Campaign {
    pub(super) fn is_running(&self) -> bool {
        self.state == State::Running
    }

    /// Nothing more is sent.
    ///
    /// # Errors
    /// [`AlreadyStopped`] the second time.
    pub(super) fn stopped(self, at: Timestamp) -> Result<Campaign, AlreadyStopped> {
        match self.state {
            State::Running => Ok(Campaign { state: State::Stopped { at }, ..self }),
            State::Stopped { .. } => Err(AlreadyStopped),
        }
    }
}
