//! Typed identifiers: a person's id cannot be handed where a site's is asked.
//!
//! Version 7 UUIDs (RFC 9562): they sort by creation, so ties in lists are stable.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

typed_ids! {
    /// Somebody who signs in.
    AccountId
    /// A team of care: a health centre, a multi-professional house, an outpatient service.
    SiteId
    /// Somebody who is accompanied.
    PersonId
    /// One request to accompany a person.
    ReferralId
    /// One course of support (accompagnement).
    CaseId
    /// One tie being made between a person and a resource (mise en lien).
    ConnectionId
    /// One social-prescription consultation.
    ScreeningId
    /// One questionnaire under way.
    FillingId
    /// One filled instrument.
    MeasurementId
    /// One thing a person wants, in their words.
    GoalId
    /// Two entries of the directory that may be one.
    DuplicateId
    /// What somebody says is wrong with an entry of the directory.
    ReportId
    /// What is known of how sure an entry of the directory is.
    VerificationId
    /// A signed link with which an organization says what has changed.
    VerificationRequestId
    /// One round of asking the organizations of a territory.
    CampaignId
    /// Files brought to the directory, before they are kept.
    IncomingId
    /// A questionnaire that a team brings.
    InstrumentId
    /// A copy of all files of a team, asked for by one person and granted by another.
    MassExportId
    /// A research study.
    StudyId
    /// Somebody who was looked at for a study, whatever came of it.
    CandidateId
    /// What did not go as a study's protocol says.
    DeviationId
    /// Data of a study, asked for by one person and granted by another.
    StudyExportId
    /// One note of time spent on a course of support.
    TimeSpentId
    /// What an hour of a team costs, from a day on.
    CostRateId
    /// One browser somebody is signed in on.
    SessionId
    /// One line of the work that was done, or one e-mail, or one entry of the trail.
    EventId
}
