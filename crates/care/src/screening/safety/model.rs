//! What was done.

use jiff::Timestamp;
use kernel::id::{AccountId, CaseId, ScreeningId, SiteId};

kernel::coded! {
    /// What somebody did about an answer that must not be passed over.
    Done {
        /// Talked with the person: no danger for now.
        Assessed = "assessed",
        /// Called the helpline, with the person or for advice.
        Helpline = "helpline",
        /// Called the emergency services.
        Emergency = "emergency",
        /// Somebody who treats them sees them, on a day that is set.
        Appointment = "appointment",
        /// A colleague sees to it: their name stands in the note.
        HandedOver = "handed_over",
    }
}

/// How many characters may be added.
pub(super) const LONGEST_NOTE: usize = 500;

/// An answer that rang, as somebody who may see it finds it.
#[derive(Clone, Debug)]
pub(super) struct Check {
    pub(super) screening: ScreeningId,
    pub(super) site: SiteId,
    /// Who put the questions; nobody when the person was alone.
    pub(super) asked_by: Option<AccountId>,
    pub(super) case: Option<CaseId>,
    pub(super) opened_at: Timestamp,
    pub(super) said: Option<Said>,
}

/// What was said to be done.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) done: Done,
    pub(super) note: Option<String>,
    pub(super) by: String,
    pub(super) at: Timestamp,
}
