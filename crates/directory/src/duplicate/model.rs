use jiff::Timestamp;
use kernel::id::{AccountId, DuplicateId};

use super::compare::Likeness;
use super::entry::{EntryId, Kind};

/// Two entries that may be one, and what was said about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub id: DuplicateId,
    pub kind: Kind,
    /// The lower identifier.
    pub first: EntryId,
    pub second: EntryId,
    /// As found; of a decided pair, as it was decided on.
    pub likeness: Likeness,
    pub state: State,
    /// Grows with every change.
    pub version: i64,
}

/// What was said about a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Proposed,
    /// They are one, shown as `kept`.
    Same {
        kept: EntryId,
        decision: Decision,
    },
    /// They are two.
    Different {
        decision: Decision,
    },
}

/// Who decided, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    pub by: AccountId,
    pub at: Timestamp,
}

/// What may not be done to a pair in its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("this pair was decided already")]
    Decided,
    #[error("nothing was decided about this pair")]
    Undecided,
    #[error("the entry to keep is not one of the pair")]
    Stranger,
}

impl Pair {
    /// They are one, and `kept` stays.
    ///
    /// # Errors
    /// [`Refusal::Decided`], or [`Refusal::Stranger`] for an entry that is not of the pair.
    pub fn same(self, kept: EntryId, decision: Decision) -> Result<Pair, Refusal> {
        if kept != self.first && kept != self.second {
            return Err(Refusal::Stranger);
        }
        self.decided(State::Same { kept, decision })
    }

    /// They are two.
    ///
    /// # Errors
    /// [`Refusal::Decided`].
    pub fn different(self, decision: Decision) -> Result<Pair, Refusal> {
        self.decided(State::Different { decision })
    }

    /// As if nothing had been said.
    ///
    /// # Errors
    /// [`Refusal::Undecided`].
    pub fn undone(self) -> Result<Pair, Refusal> {
        match self.state {
            State::Proposed => Err(Refusal::Undecided),
            State::Same { .. } | State::Different { .. } => Ok(Pair { state: State::Proposed, ..self }),
        }
    }

    /// The one of the two that is not this one.
    pub fn other(&self, one: &EntryId) -> &EntryId {
        if *one == self.first { &self.second } else { &self.first }
    }

    fn decided(self, state: State) -> Result<Pair, Refusal> {
        match self.state {
            State::Proposed => Ok(Pair { state, ..self }),
            State::Same { .. } | State::Different { .. } => Err(Refusal::Decided),
        }
    }
}

impl State {
    /// As stored.
    pub fn code(&self) -> &'static str {
        match self {
            State::Proposed => "proposed",
            State::Same { .. } => "same",
            State::Different { .. } => "different",
        }
    }

    pub fn decision(&self) -> Option<Decision> {
        match self {
            State::Proposed => None,
            State::Same { decision, .. } | State::Different { decision } => Some(*decision),
        }
    }

    pub fn kept(&self) -> Option<&EntryId> {
        match self {
            State::Same { kept, .. } => Some(kept),
            State::Proposed | State::Different { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> EntryId {
        EntryId::parse(text).unwrap()
    }

    fn pair() -> Pair {
        Pair {
            id: DuplicateId::new(),
            kind: Kind::Organization,
            first: id("a--1"),
            second: id("b--2"),
            likeness: Likeness { score: 60, clues: Vec::new() },
            state: State::Proposed,
            version: 0,
        }
    }

    fn decision() -> Decision {
        Decision { by: AccountId::new(), at: Timestamp::UNIX_EPOCH }
    }

    #[test]
    fn a_pair_is_decided_once_and_may_be_undone() {
        let one = pair().same(id("b--2"), decision()).unwrap();
        assert_eq!(one.state.kept(), Some(&id("b--2")));
        assert_eq!(one.clone().different(decision()), Err(Refusal::Decided));
        let again = one.undone().unwrap();
        assert_eq!(again.state, State::Proposed);
        assert_eq!(again.clone().undone(), Err(Refusal::Undecided));
        let two = again.different(decision()).unwrap();
        assert_eq!(two.same(id("a--1"), decision()), Err(Refusal::Decided));
    }

    #[test]
    fn only_one_of_the_two_can_be_kept() {
        assert_eq!(pair().same(id("c--3"), decision()), Err(Refusal::Stranger));
        assert_eq!(pair().other(&id("a--1")), &id("b--2"));
        assert_eq!(pair().other(&id("b--2")), &id("a--1"));
    }
}
