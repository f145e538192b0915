//! A referral and what may happen to it.

use jiff::Timestamp;
use kernel::id::{AccountId, PersonId, ReferralId, SiteId};

/// A request that a person be accompanied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    pub id: ReferralId,
    pub site_id: SiteId,
    pub person_id: PersonId,
    pub origin: Origin,
    pub reasons: Vec<Reason>,
    pub note: Option<String>,
    pub state: State,
    pub sent_at: Timestamp,
    pub version: i64,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    Prescriber(AccountId),
    /// The person themselves, on the public page.
    Person,
    /// Somebody close, on the public page.
    ThirdParty {
        name: String,
        contact: String,
    },
    /// A sheet filled in by hand, typed by somebody of the site.
    Paper(AccountId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Sent,
    /// Opened by somebody who can accept it.
    Received,
    Accepted,
    Closed,
    Declined(DeclineReason),
    /// By the person.
    Withdrawn,
}

kernel::coded! {
    /// What brings somebody, in ticks.
    Reason {
        FeelsAlone = "feels_alone",
        Bereavement = "bereavement",
        GoesOutLittle = "goes_out_little",
        CaresForSomebody = "cares_for_somebody",
        NewInTheArea = "new_in_the_area",
        WantsToBeUseful = "wants_to_be_useful",
        LowMoney = "low_money",
        Health = "health",
        Paperwork = "paperwork",
    }
}

kernel::coded! {
    /// Why a referral, or a connection, came to nothing.
    DeclineReason {
        NotReachable = "not_reachable",
        Absent = "absent",
        NotEligible = "not_eligible",
        NotMobile = "not_mobile",
        NotInterested = "not_interested",
        Full = "full",
        Duplicate = "duplicate",
        OtherObstacles = "other_obstacles",
        Other = "other",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this referral has already been decided")]
pub struct AlreadyDecided;

impl Referral {
    /// Somebody who can accept it has opened it.
    #[must_use]
    pub fn received(mut self) -> Referral {
        if self.state == State::Sent {
            self.state = State::Received;
        }
        self
    }

    /// # Errors
    /// [`AlreadyDecided`].
    pub fn accepted(self) -> Result<Referral, AlreadyDecided> {
        self.decided(State::Accepted)
    }

    /// # Errors
    /// [`AlreadyDecided`].
    pub fn declined(self, reason: DeclineReason) -> Result<Referral, AlreadyDecided> {
        self.decided(State::Declined(reason))
    }

    /// # Errors
    /// [`AlreadyDecided`].
    pub fn withdrawn(self) -> Result<Referral, AlreadyDecided> {
        self.decided(State::Withdrawn)
    }

    /// Its course of support has ended.
    ///
    /// # Errors
    /// [`AlreadyDecided`] when there was none.
    pub fn closed(mut self) -> Result<Referral, AlreadyDecided> {
        if self.state != State::Accepted {
            return Err(AlreadyDecided);
        }
        self.state = State::Closed;
        Ok(self)
    }

    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Sent | State::Received)
    }

    fn decided(mut self, state: State) -> Result<Referral, AlreadyDecided> {
        if !self.is_open() {
            return Err(AlreadyDecided);
        }
        self.state = state;
        Ok(self)
    }
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Sent => "sent",
            State::Received => "received",
            State::Accepted => "accepted",
            State::Closed => "closed",
            State::Declined(_) => "declined",
            State::Withdrawn => "withdrawn",
        }
    }
}

impl Origin {
    pub fn code(&self) -> &'static str {
        match self {
            Origin::Prescriber(_) => "prescriber",
            Origin::Person => "self",
            Origin::ThirdParty { .. } => "third_party",
            Origin::Paper(_) => "paper",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn referral() -> Referral {
        Referral {
            id: ReferralId::new(),
            site_id: SiteId::new(),
            person_id: PersonId::new(),
            origin: Origin::Person,
            reasons: vec![Reason::FeelsAlone],
            note: None,
            state: State::Sent,
            sent_at: Timestamp::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn a_referral_is_decided_once() {
        let accepted = referral().received().accepted().unwrap();
        assert_eq!(accepted.clone().declined(DeclineReason::Full), Err(AlreadyDecided));
        assert_eq!(accepted.clone().accepted(), Err(AlreadyDecided));
        assert_eq!(accepted.withdrawn(), Err(AlreadyDecided));
    }

    #[test]
    fn opening_it_again_changes_nothing() {
        let accepted = referral().accepted().unwrap();
        assert_eq!(accepted.clone().received(), accepted);
    }

    #[test]
    fn only_an_accepted_referral_closes() {
        assert_eq!(referral().closed(), Err(AlreadyDecided));
        assert_eq!(referral().accepted().unwrap().closed().unwrap().state, State::Closed);
    }
}
