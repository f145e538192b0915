//! What was agreed to, and for whom.

use kernel::id::{SiteId, StudyId};

kernel::coded! {
    /// Why something may be told or kept.
    Purpose {
        /// The link worker may know of the person, call them, and keep a file (CSP L1110-4).
        Support = "support",
        /// An organisation may receive what it needs to welcome the person, never health data.
        Introduction = "introduction",
        /// Answers may be used, without a name, by a study.
        Research = "research",
    }
}

/// To whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    Site(SiteId),
    /// The organisation behind a resource, by the resource's id in the directory.
    Resource(String),
    /// Whoever answers for a study.
    Study(StudyId),
}

impl Recipient {
    pub fn code(&self) -> String {
        match self {
            Recipient::Site(id) => format!("site:{id}"),
            Recipient::Resource(id) => format!("resource:{id}"),
            Recipient::Study(id) => format!("study:{id}"),
        }
    }
}
