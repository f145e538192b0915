use jiff::Timestamp;
use kernel::coded;
use kernel::id::{AccountId, IncomingId};

use super::findings::Findings;
use crate::exchange::reading::Reads;

coded! {
    /// Which file it is.
    Part {
        Structures = "structures",
        Services = "services",
        /// Anything with columns.
        Table = "table",
    }
}

/// Files somebody brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    pub id: IncomingId,
    pub by: AccountId,
    pub at: Timestamp,
    /// Who publishes them, when the files do not say; else empty.
    pub source: String,
    /// What the rows of a table are about; `None` for files whose fields are known.
    pub reads: Option<Reads>,
    pub state: State,
    /// Grows with every change.
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// For somebody to match its columns.
    Waiting,
    Checked(Findings),
    /// Somebody has agreed: a job imports it, or will.
    Importing(Findings),
    Imported(Findings),
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it is imported already, or being so")]
    Imported,
    #[error("nobody has looked at what it would do, or it cannot be read")]
    Unchecked,
}

impl Incoming {
    /// # Errors
    /// [`Refusal::Imported`].
    pub fn checked(self, findings: Findings) -> Result<Incoming, Refusal> {
        match self.state {
            State::Importing(_) | State::Imported(_) => Err(Refusal::Imported),
            State::Waiting | State::Checked(_) => Ok(Incoming { state: State::Checked(findings), ..self }),
        }
    }

    /// # Errors
    /// [`Refusal::Imported`] the second time; [`Refusal::Unchecked`] before it was looked at, or
    /// when a file cannot be read.
    pub fn agreed(self) -> Result<Incoming, Refusal> {
        match self.state {
            State::Importing(_) | State::Imported(_) => Err(Refusal::Imported),
            State::Checked(checked) if checked.failure.is_none() => {
                Ok(Incoming { state: State::Importing(checked), ..self })
            }
            State::Waiting | State::Checked(_) => Err(Refusal::Unchecked),
        }
    }

    /// # Errors
    /// [`Refusal::Imported`] the second time; [`Refusal::Unchecked`] before somebody agreed.
    pub fn imported(self, findings: Findings) -> Result<Incoming, Refusal> {
        match &self.state {
            State::Imported(_) => Err(Refusal::Imported),
            State::Importing(_) => Ok(Incoming { state: State::Imported(findings), ..self }),
            State::Waiting | State::Checked(_) => Err(Refusal::Unchecked),
        }
    }

    pub fn findings(&self) -> Option<&Findings> {
        match &self.state {
            State::Waiting => None,
            State::Checked(findings) | State::Importing(findings) | State::Imported(findings) => {
                Some(findings)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn incoming(state: State) -> Incoming {
        let (id, by) = (IncomingId::new(), AccountId::new());
        Incoming { id, by, at: Timestamp::UNIX_EPOCH, source: String::new(), reads: None, state, version: 1 }
    }

    #[test]
    fn only_what_was_looked_at_is_imported_and_only_once() {
        let found = Findings::default;
        assert_eq!(incoming(State::Waiting).agreed(), Err(Refusal::Unchecked));
        let unreadable = Findings { failure: Some(Default::default()), ..found() };
        assert_eq!(incoming(State::Checked(unreadable)).agreed(), Err(Refusal::Unchecked));
        let checked = incoming(State::Waiting).checked(found()).unwrap().checked(found()).unwrap();
        assert_eq!(checked.clone().imported(found()), Err(Refusal::Unchecked));
        let importing = checked.agreed().unwrap();
        assert_eq!(importing.clone().agreed(), Err(Refusal::Imported));
        assert_eq!(importing.clone().checked(found()), Err(Refusal::Imported));
        let imported = importing.imported(found()).unwrap();
        assert_eq!(imported.clone().imported(found()), Err(Refusal::Imported));
        assert_eq!(imported.checked(found()), Err(Refusal::Imported));
    }
}
