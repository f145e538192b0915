//! What a request goes through.

use jiff::{SignedDuration, Timestamp};
use kernel::id::AccountId;

/// How many characters its reason may have.
pub(crate) const LONGEST_REASON: usize = 500;
/// Nobody having decided by then, it is asked for anew.
const DECIDED_WITHIN: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Not taken by then, it is asked for anew.
const TAKEN_WITHIN: SignedDuration = SignedDuration::from_hours(48);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) asked_by: AccountId,
    pub(crate) asked_at: Timestamp,
    pub(crate) reason: String,
    pub(crate) decision: Option<Decision>,
    pub(crate) taken: Option<Taken>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
    pub(crate) is_granted: bool,
}

/// The last time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) at: Timestamp,
    pub(crate) persons: i64,
}

/// Where it stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Asked,
    Granted {
        until: Timestamp,
    },
    Refused,
    /// Of either delay.
    Lapsed,
}

/// Why somebody may not decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It takes another person.
    Own,
    /// Decided already, or too late.
    NotAskedAnyMore,
}

impl Request {
    pub(crate) fn asked(by: AccountId, at: Timestamp, reason: String) -> Request {
        Request { asked_by: by, asked_at: at, reason, decision: None, taken: None }
    }

    pub(crate) fn state(&self, now: Timestamp) -> State {
        match self.decision {
            None if now < self.asked_at + DECIDED_WITHIN => State::Asked,
            None => State::Lapsed,
            Some(Decision { is_granted: false, .. }) => State::Refused,
            Some(Decision { at, .. }) if now < at + TAKEN_WITHIN => {
                State::Granted { until: at + TAKEN_WITHIN }
            }
            Some(_) => State::Lapsed,
        }
    }

    /// # Errors
    /// [`Refusal`].
    pub(crate) fn decided(
        &self,
        by: AccountId,
        at: Timestamp,
        is_granted: bool,
    ) -> Result<Decision, Refusal> {
        if by == self.asked_by {
            return Err(Refusal::Own);
        }
        if self.state(at) != State::Asked {
            return Err(Refusal::NotAskedAnyMore);
        }
        Ok(Decision { by, at, is_granted })
    }

    /// Only whoever asked takes it, as long as it is granted.
    pub(crate) fn may_be_taken(&self, by: AccountId, now: Timestamp) -> bool {
        by == self.asked_by && matches!(self.state(now), State::Granted { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Request {
        Request::asked(AccountId::new(), Timestamp::UNIX_EPOCH, "Nous changeons de logiciel.".to_owned())
    }

    fn after(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn decided(export: &Request, is_granted: bool) -> Request {
        let decision = export.decided(AccountId::new(), after(10), is_granted).unwrap();
        Request { decision: Some(decision), ..export.clone() }
    }

    #[test]
    fn nobody_decides_on_their_own_request() {
        let export = asked();
        let own = export.asked_by;
        assert_eq!(export.decided(own, after(1), true), Err(Refusal::Own));
        assert!(export.decided(AccountId::new(), after(1), true).is_ok());
    }

    #[test]
    fn each_delay_ends_it_and_a_decision_stands() {
        let export = asked();
        assert_eq!(export.state(after(167)), State::Asked);
        assert_eq!(export.state(after(168)), State::Lapsed);
        assert_eq!(export.decided(AccountId::new(), after(168), true), Err(Refusal::NotAskedAnyMore));
        let granted = decided(&export, true);
        assert_eq!(granted.state(after(57)), State::Granted { until: after(58) });
        assert_eq!(granted.state(after(58)), State::Lapsed);
        assert!(granted.may_be_taken(granted.asked_by, after(57)));
        assert!(!granted.may_be_taken(granted.asked_by, after(58)));
        assert!(!granted.may_be_taken(AccountId::new(), after(57)), "somebody else");
        assert_eq!(granted.decided(AccountId::new(), after(11), false), Err(Refusal::NotAskedAnyMore));
        let refused = decided(&export, false);
        assert_eq!(refused.state(after(11)), State::Refused);
        assert!(!refused.may_be_taken(refused.asked_by, after(11)));
    }
}
