//! What an entry says: who did what, to which record.

use kernel::id::{
    AccountId, CampaignId, CaseId, ConnectionId, DuplicateId, IncomingId, InstrumentId, MassExportId,
    PersonId, ReferralId, ReportId, ScreeningId, SiteId, StudyId, VerificationId, VerificationRequestId,
};
use uuid::Uuid;

kernel::coded! {
    /// What was done.
    Action {
        Read = "read",
        Listed = "listed",
        Created = "created",
        Changed = "changed",
        Merged = "merged",
        Printed = "printed",
        /// All that is held of somebody, made into a file for them.
        Copied = "copied",
        /// Their copy left with those of everybody in the team.
        TakenOut = "taken_out",
        /// Their answers left with a study, without their name.
        Used = "used",
        Granted = "granted",
        Refused = "refused",
        /// Their data are neither read nor changed for a time.
        Frozen = "frozen",
        Thawed = "thawed",
        Erased = "erased",
        /// The file of somebody a colleague follows, with a reason.
        OpenedInEmergency = "opened_in_emergency",
        Answered = "answered",
        Sent = "sent",
        /// A link that takes somebody's second step away was sent.
        Lifting = "lifting",
        /// And followed.
        Lifted = "lifted",
        /// Let everybody read it.
        Released = "released",
        /// Brought back from a backup.
        Restored = "restored",
    }
}

kernel::coded! {
    /// What kind of record it was done to.
    Kind {
        Person = "person",
        Referral = "referral",
        Case = "case",
        Connection = "connection",
        Screening = "screening",
        Account = "account",
        /// Comings and goings of a team's accounts.
        SignIns = "sign_ins",
        Site = "site",
        Figures = "figures",
        Duplicate = "duplicate",
        Report = "report",
        /// What is said of one entry of the directory.
        Verification = "verification",
        /// A link sent to an organization.
        VerificationRequest = "verification_request",
        Campaign = "campaign",
        Incoming = "incoming",
        /// A questionnaire that a team puts, or brings.
        Instrument = "instrument",
        /// A copy of all files of a team.
        MassExport = "mass_export",
        Study = "study",
        /// What was written down here, up to an entry.
        Trail = "trail",
        /// All there is.
        Store = "store",
    }
}

kernel::coded! {
    /// What kind of doer it was.
    Actor {
        Account = "account",
        /// Somebody without an account, on a page open to all.
        Visitor = "visitor",
        /// Somebody holding a signed link.
        LinkHolder = "link_holder",
        /// A reminder or an expiry whose day had come.
        Time = "time",
        /// Whoever types commands on the server.
        Console = "console",
    }
}

/// What it was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub kind: Kind,
    pub id: Option<Uuid>,
}

impl Subject {
    /// Every record there is.
    pub fn everything() -> Subject {
        Subject { kind: Kind::Store, id: None }
    }

    /// A list of persons, without one in particular.
    pub fn list(kind: Kind) -> Subject {
        Subject { kind, id: None }
    }
}

macro_rules! subject_from {
    ($($id:ty => $kind:ident,)*) => {$(
        impl From<$id> for Subject {
            fn from(id: $id) -> Subject {
                Subject { kind: Kind::$kind, id: Some(id.0) }
            }
        }
    )*};
}

subject_from! {
    PersonId => Person,
    ReferralId => Referral,
    CaseId => Case,
    ConnectionId => Connection,
    ScreeningId => Screening,
    AccountId => Account,
    SiteId => Site,
    DuplicateId => Duplicate,
    ReportId => Report,
    VerificationId => Verification,
    VerificationRequestId => VerificationRequest,
    CampaignId => Campaign,
    IncomingId => Incoming,
    InstrumentId => Instrument,
    MassExportId => MassExport,
    StudyId => Study,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Account(AccountId),
    LinkHolder,
    Visitor,
    TimePassing,
    Console,
}

impl Who {
    /// The account that acts, for whoever has one.
    pub fn account(self) -> Option<AccountId> {
        match self {
            Who::Account(id) => Some(id),
            Who::LinkHolder | Who::Visitor | Who::TimePassing | Who::Console => None,
        }
    }

    pub(super) fn actor(self) -> Actor {
        match self {
            Who::Account(_) => Actor::Account,
            Who::LinkHolder => Actor::LinkHolder,
            Who::Visitor => Actor::Visitor,
            Who::TimePassing => Actor::Time,
            Who::Console => Actor::Console,
        }
    }
}
