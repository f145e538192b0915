use jiff::Timestamp;
use kernel::coded;
use kernel::id::{AccountId, ReportId};

use crate::address;
use crate::organization::OrganizationId;
use crate::resource::ResourceId;

/// The entry a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Resource(ResourceId),
    Organization(OrganizationId),
}

impl Subject {
    /// Its page.
    pub(super) fn href(&self) -> String {
        match self {
            Subject::Resource(id) => address::resource(id),
            Subject::Organization(id) => address::organization(id),
        }
    }

    pub(super) fn resource(&self) -> Option<&str> {
        match self {
            Subject::Resource(id) => Some(id.as_str()),
            Subject::Organization(_) => None,
        }
    }

    pub(super) fn organization(&self) -> Option<&str> {
        match self {
            Subject::Resource(_) => None,
            Subject::Organization(id) => Some(id.as_str()),
        }
    }
}

coded! {
    /// What is wrong.
    Wrong {
        /// It no longer exists.
        Gone = "gone",
        Hours = "hours",
        Contact = "contact",
        Place = "place",
        Other = "other",
    }
}

coded! {
    /// What is said of a report.
    Answer {
        /// Somebody looks into it.
        Seen = "seen",
        Corrected = "corrected",
        /// There was nothing to correct.
        Unfounded = "unfounded",
    }
}

/// What somebody says is wrong, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub id: ReportId,
    pub about: Subject,
    pub wrong: Wrong,
    /// In their words; may be empty.
    pub said: String,
    /// How to reach them, if they wished.
    pub contact: Option<String>,
    pub said_at: Timestamp,
    pub state: State,
    /// Grows with every change.
    pub version: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    New,
    Answered { answer: Answer, decision: Decision },
}

/// Who answered, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    pub by: AccountId,
    pub at: Timestamp,
}

/// Why a report is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("this report has its answer")]
    Settled,
}

impl Report {
    /// The last word forgets how to reach who said it.
    ///
    /// # Errors
    /// [`Refusal::Settled`] after the last word, or when it is seen twice.
    pub fn answered(self, answer: Answer, decision: Decision) -> Result<Report, Refusal> {
        let may_be = match self.state {
            State::New => true,
            State::Answered { answer: Answer::Seen, .. } => answer != Answer::Seen,
            State::Answered { answer: Answer::Corrected | Answer::Unfounded, .. } => false,
        };
        if !may_be {
            return Err(Refusal::Settled);
        }
        let contact = self.contact.filter(|_| answer == Answer::Seen);
        Ok(Report { contact, state: State::Answered { answer, decision }, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        Report {
            id: ReportId::new(),
            about: Subject::Resource(ResourceId::parse("demo--chorale").unwrap()),
            wrong: Wrong::Hours,
            said: "C’est le mercredi.".to_owned(),
            contact: Some("06 39 98 00 01".to_owned()),
            said_at: Timestamp::UNIX_EPOCH,
            state: State::New,
            version: 1,
        }
    }

    #[test]
    fn a_report_is_seen_then_has_one_last_word_which_forgets_who_said_it() {
        let decision = Decision { by: AccountId::new(), at: Timestamp::UNIX_EPOCH };
        let seen = report().answered(Answer::Seen, decision).unwrap();
        assert!(seen.contact.is_some());
        assert_eq!(seen.clone().answered(Answer::Seen, decision), Err(Refusal::Settled));
        let corrected = seen.answered(Answer::Corrected, decision).unwrap();
        assert_eq!(corrected.contact, None);
        for answer in Answer::ALL {
            assert_eq!(corrected.clone().answered(*answer, decision), Err(Refusal::Settled));
        }
        assert!(report().answered(Answer::Unfounded, decision).is_ok());
    }
}
