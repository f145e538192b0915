//! Somebody who was looked at for a study.

use jiff::civil::Date;
use kernel::id::{CandidateId, CaseId, PersonId, SiteId, StudyId};

/// One person at one study, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) id: CandidateId,
    pub(crate) study: StudyId,
    pub(crate) site: SiteId,
    pub(crate) person: PersonId,
    pub(crate) case: CaseId,
    /// The version of the protocol they were looked at by.
    pub(crate) protocol: i64,
    pub(crate) assessed_on: Date,
    pub(crate) state: State,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Codes of the criteria that do not hold.
    NotEligible {
        failed: Vec<String>,
    },
    Declined,
    Enrolled(Enrolment),
    Withdrawn(Enrolment, Withdrawal),
}

/// Somebody who agreed to take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Enrolment {
    pub(crate) on: Date,
    /// None in a study of one group.
    pub(crate) arm: Option<String>,
}

/// They take part no more: nothing is asked since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Withdrawal {
    pub(crate) on: Date,
    /// Whether what they had answered stays in the study.
    pub(crate) may_keep: bool,
}

impl Candidate {
    pub(crate) fn enrolment(&self) -> Option<&Enrolment> {
        match &self.state {
            State::Enrolled(enrolment) | State::Withdrawn(enrolment, _) => Some(enrolment),
            State::NotEligible { .. } | State::Declined => None,
        }
    }

    pub(crate) fn withdrawal(&self) -> Option<Withdrawal> {
        match &self.state {
            State::Withdrawn(_, withdrawal) => Some(*withdrawal),
            State::NotEligible { .. } | State::Declined | State::Enrolled(_) => None,
        }
    }

    /// Whether questions are still put to them for it.
    pub(crate) fn takes_part(&self) -> bool {
        matches!(self.state, State::Enrolled(_))
    }

    /// Whether what they answered may be read by whoever analyses.
    pub(crate) fn may_be_analysed(&self) -> bool {
        self.enrolment().is_some() && self.withdrawal().is_none_or(|withdrawal| withdrawal.may_keep)
    }

    /// Takes part no more; nothing for whoever did not.
    pub(crate) fn withdrawn(self, withdrawal: Withdrawal) -> Option<Candidate> {
        match self.state {
            State::Enrolled(enrolment) => {
                Some(Candidate { state: State::Withdrawn(enrolment, withdrawal), ..self })
            }
            State::NotEligible { .. } | State::Declined | State::Withdrawn(..) => None,
        }
    }
}
