//! Who said what of an entry, and what makes one doubtful.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::coded;
use kernel::id::{VerificationId, VerificationRequestId};
use platform::audit::Who;
use serde::{Deserialize, Serialize};

use super::correction::Corrections;
use super::field::Field;
use crate::organization::OrganizationId;

coded! {
    /// Who says that an entry is right.
    Speaker {
        /// Whoever publishes it.
        Source = "source",
        /// Whoever offers it, by a signed link.
        Organization = "organization",
        /// Whoever verifies the directory, after a telephone call.
        Team = "team",
    }
}

/// One saying: who, as whom, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Saying {
    pub(super) speaker: Speaker,
    pub(super) who: Who,
    pub(super) now: Timestamp,
}

coded! {
    /// Why something that led to an entry came to nothing.
    Doubt {
        /// It had no place left, and the entry did not say so.
        Full = "full",
        /// Nobody answered.
        Silent = "silent",
        /// It takes other people than the entry says.
        NotForThem = "not_for_them",
    }
}

/// Who last said that a field is right, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Check {
    pub(crate) by: Speaker,
    pub(crate) on: Date,
}

/// By field.
pub(crate) type Checks = BTreeMap<Field, Check>;

/// What this territory keeps of one entry.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Verification {
    pub(crate) id: VerificationId,
    pub(crate) corrections: Corrections,
    pub(crate) checks: Checks,
    /// When all of it was last said to be right; `None` before the first time.
    pub(crate) checked_at: Option<Timestamp>,
}

impl Verification {
    pub(crate) fn first() -> Verification {
        let (corrections, checks) = (Corrections::default(), Checks::new());
        Verification { id: VerificationId::new(), corrections, checks, checked_at: None }
    }

    /// One field is said anew; nothing is said of the others.
    #[must_use]
    pub(super) fn said_where(self, corrections: Corrections, (field, check): (Field, Check)) -> Verification {
        let mut checks = self.checks;
        checks.insert(field, check);
        Verification { corrections, checks, ..self }
    }

    /// All of the entry is said to be right, as corrected.
    #[must_use]
    pub(super) fn said_right(self, corrections: Corrections, check: Check, now: Timestamp) -> Verification {
        let checks = Field::ALL.iter().map(|field| (*field, check)).collect();
        Verification { corrections, checks, checked_at: Some(now), ..self }
    }
}

/// A link sent to an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) id: VerificationRequestId,
    pub(crate) organization: OrganizationId,
    pub(crate) ends_at: Timestamp,
    pub(crate) answered_at: Option<Timestamp>,
}
