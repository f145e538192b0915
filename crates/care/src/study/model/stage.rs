//! How far a study has come.

use jiff::Timestamp;
use kernel::id::{SiteId, StudyId};

use super::Protocol;

/// A study with the version of its protocol that holds.
#[derive(Clone, Debug)]
pub(crate) struct Study {
    pub(crate) id: StudyId,
    /// The team that leads it.
    pub(crate) site: SiteId,
    pub(crate) prefix: String,
    pub(crate) stage: Stage,
    pub(crate) protocol: Protocol,
    /// Its number: an edit names the one it was made from.
    pub(crate) version: i64,
}

/// ```text
/// draft ─▶ open ─▶ closed to enrolment ─▶ ended
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Draft,
    Open {
        since: Timestamp,
    },
    /// Nobody enters any more; whoever is in is followed.
    Closed {
        opened: Timestamp,
        since: Timestamp,
    },
    Ended {
        opened: Timestamp,
        closed: Timestamp,
        since: Timestamp,
    },
}

/// Why it does not go further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is not at the step before.
    NotNow,
    /// No team takes part.
    NoTeam,
}

impl Stage {
    /// # Errors
    /// [`Refusal`].
    pub(crate) fn opened(self, now: Timestamp, teams: usize) -> Result<Stage, Refusal> {
        match self {
            Stage::Draft if teams == 0 => Err(Refusal::NoTeam),
            Stage::Draft => Ok(Stage::Open { since: now }),
            _ => Err(Refusal::NotNow),
        }
    }

    /// # Errors
    /// [`Refusal::NotNow`].
    pub(crate) fn closed(self, now: Timestamp) -> Result<Stage, Refusal> {
        match self {
            Stage::Open { since } => Ok(Stage::Closed { opened: since, since: now }),
            _ => Err(Refusal::NotNow),
        }
    }

    /// # Errors
    /// [`Refusal::NotNow`].
    pub(crate) fn ended(self, now: Timestamp) -> Result<Stage, Refusal> {
        match self {
            Stage::Closed { opened, since } => Ok(Stage::Ended { opened, closed: since, since: now }),
            _ => Err(Refusal::NotNow),
        }
    }

    /// Whether somebody may enter.
    pub(crate) fn enrols(self) -> bool {
        matches!(self, Stage::Open { .. })
    }

    /// Whether anybody outside its people may know of it.
    pub(crate) fn is_draft(self) -> bool {
        self == Stage::Draft
    }

    pub(crate) fn ended_at(self) -> Option<Timestamp> {
        match self {
            Stage::Ended { since, .. } => Some(since),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn it_goes_one_way_step_by_step() {
        let open = Stage::Draft.opened(at(1), 1).unwrap();
        let closed = open.closed(at(2)).unwrap();
        let ended = closed.ended(at(3)).unwrap();
        assert_eq!(ended, Stage::Ended { opened: at(1), closed: at(2), since: at(3) });
        assert_eq!(
            (Stage::Draft.enrols(), open.enrols(), closed.enrols(), ended.enrols()),
            (false, true, false, false)
        );
        for refused in
            [open.opened(at(4), 1), Stage::Draft.closed(at(4)), open.ended(at(4)), ended.closed(at(4))]
        {
            assert_eq!(refused, Err(Refusal::NotNow));
        }
    }

    #[test]
    fn it_does_not_open_without_a_team() {
        assert_eq!(Stage::Draft.opened(at(1), 0), Err(Refusal::NoTeam));
    }
}
