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
    Imported(Findings),
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it is imported already")]
    Imported,
    #[error("nobody has looked at what it would do, or it cannot be read")]
    Unchecked,
}

impl Incoming {
    /// # Errors
    /// [`Refusal::Imported`].
    pub fn checked(self, findings: Findings) -> Result<Incoming, Refusal> {
        match self.state {
            State::Imported(_) => Err(Refusal::Imported),
            State::Waiting | State::Checked(_) => Ok(Incoming { state: State::Checked(findings), ..self }),
        }
    }

    /// # Errors
    /// [`Refusal::Imported`] the second time; [`Refusal::Unchecked`] before it was looked at, or
    /// when a file cannot be read.
    pub fn imported(self, findings: Findings) -> Result<Incoming, Refusal> {
        match &self.state {
            State::Imported(_) => Err(Refusal::Imported),
            State::Checked(checked) if checked.failure.is_none() => {
                Ok(Incoming { state: State::Imported(findings), ..self })
            }
            State::Waiting | State::Checked(_) => Err(Refusal::Unchecked),
        }
    }

    pub fn findings(&self) -> Option<&Findings> {
        match &self.state {
            State::Waiting => None,
            State::Checked(findings) | State::Imported(findings) => Some(findings),
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
        assert_eq!(incoming(State::Waiting).imported(found()), Err(Refusal::Unchecked));
        let unreadable = Findings { failure: Some(Default::default()), ..found() };
        assert_eq!(incoming(State::Checked(unreadable)).imported(found()), Err(Refusal::Unchecked));
        let checked = incoming(State::Waiting).checked(found()).unwrap().checked(found()).unwrap();
        let imported = checked.imported(found()).unwrap();
        assert_eq!(imported.clone().imported(found()), Err(Refusal::Imported));
        assert_eq!(imported.checked(found()), Err(Refusal::Imported));
    }
}
