//! A course of support (accompagnement) and what may happen to it.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId, SiteId};

/// One person's course of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub site_id: SiteId,
    pub person_id: PersonId,
    pub referral_id: ReferralId,
    /// Nobody until a link worker or the coordinator takes it.
    pub link_worker: Option<AccountId>,
    pub state: State,
    pub opened_at: Timestamp,
    pub reached_at: Option<Timestamp>,
    /// The day the next call was promised for.
    pub call_on: Option<Date>,
    pub version: i64,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    AwaitingContact,
    InAssessment,
    Active,
    Paused { until: Date },
    Closed { outcome: Outcome },
}

kernel::coded! {
    /// How it ended.
    Outcome {
        /// Takes part on their own, somewhere they chose.
        Settled = "settled",
        /// Their goals are reached, wholly or enough for them.
        GoalsReached = "goals_reached",
        /// Others accompany them now.
        OtherSupport = "other_support",
        Unreachable = "unreachable",
        /// They preferred to stop.
        Stopped = "stopped",
        Moved = "moved",
        Deceased = "deceased",
        Other = "other",
    }
}

/// Why something cannot be done to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the case is closed")]
    Closed,
    #[error("not in this state")]
    NotNow,
    #[error("the day has passed")]
    InThePast,
}

impl Case {
    /// The person answered for the first time.
    ///
    /// # Errors
    /// [`Refusal::Closed`]; a person reached again stays where they are.
    pub fn reached(mut self, now: Timestamp) -> Result<Case, Refusal> {
        match self.state {
            State::Closed { .. } => return Err(Refusal::Closed),
            State::AwaitingContact => self.state = State::InAssessment,
            State::InAssessment | State::Active | State::Paused { .. } => {}
        }
        self.reached_at.get_or_insert(now);
        self.call_on = None;
        Ok(self)
    }

    /// What matters is known well enough to look for it together.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] before the first contact, [`Refusal::Closed`].
    pub fn assessed(mut self) -> Result<Case, Refusal> {
        match self.state {
            State::Closed { .. } => Err(Refusal::Closed),
            State::AwaitingContact => Err(Refusal::NotNow),
            State::InAssessment => {
                self.state = State::Active;
                Ok(self)
            }
            State::Active | State::Paused { .. } => Ok(self),
        }
    }

    /// # Errors
    /// [`Refusal::InThePast`] for a day gone, [`Refusal::Closed`].
    pub fn paused(mut self, until: Date, today: Date) -> Result<Case, Refusal> {
        match self.state {
            State::Closed { .. } => Err(Refusal::Closed),
            _ if until <= today => Err(Refusal::InThePast),
            State::AwaitingContact | State::InAssessment | State::Active | State::Paused { .. } => {
                self.state = State::Paused { until };
                Ok(self)
            }
        }
    }

    /// # Errors
    /// [`Refusal::NotNow`] when it was not paused.
    pub fn resumed(mut self) -> Result<Case, Refusal> {
        match self.state {
            State::Paused { .. } if self.reached_at.is_none() => self.state = State::AwaitingContact,
            State::Paused { .. } => self.state = State::Active,
            State::AwaitingContact | State::InAssessment | State::Active | State::Closed { .. } => {
                return Err(Refusal::NotNow);
            }
        }
        Ok(self)
    }

    /// # Errors
    /// [`Refusal::Closed`].
    pub fn given_to(mut self, link_worker: AccountId) -> Result<Case, Refusal> {
        self.must_be_open()?;
        self.link_worker = Some(link_worker);
        Ok(self)
    }

    /// # Errors
    /// [`Refusal::InThePast`] for a day gone, [`Refusal::Closed`].
    pub fn to_call_on(mut self, day: Date, today: Date) -> Result<Case, Refusal> {
        self.must_be_open()?;
        if day < today {
            return Err(Refusal::InThePast);
        }
        self.call_on = Some(day);
        Ok(self)
    }

    /// They were called and did not answer: a promise due is kept, whatever came of it.
    ///
    /// # Errors
    /// [`Refusal::Closed`].
    pub fn tried(mut self, today: Date) -> Result<Case, Refusal> {
        self.must_be_open()?;
        self.call_on = self.call_on.filter(|day| *day > today);
        Ok(self)
    }

    /// # Errors
    /// [`Refusal::Closed`] the second time.
    pub fn closed(mut self, outcome: Outcome) -> Result<Case, Refusal> {
        self.must_be_open()?;
        self.state = State::Closed { outcome };
        Ok(self)
    }

    pub fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed { .. })
    }

    fn must_be_open(&self) -> Result<(), Refusal> {
        if self.is_open() { Ok(()) } else { Err(Refusal::Closed) }
    }
}

impl State {
    /// As stored.
    pub fn code(&self) -> &'static str {
        match self {
            State::AwaitingContact => "awaiting_contact",
            State::InAssessment => "in_assessment",
            State::Active => "active",
            State::Paused { .. } => "paused",
            State::Closed { .. } => "closed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(state: State) -> Case {
        Case {
            id: CaseId::new(),
            site_id: SiteId::new(),
            person_id: PersonId::new(),
            referral_id: ReferralId::new(),
            link_worker: None,
            state,
            opened_at: Timestamp::UNIX_EPOCH,
            reached_at: None,
            call_on: None,
            version: 1,
        }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_contact_is_kept_whatever_comes_after() {
        let first = Timestamp::from_second(100).unwrap();
        let later = Timestamp::from_second(200).unwrap();
        let case = case(State::AwaitingContact).reached(first).unwrap().reached(later).unwrap();
        assert_eq!(case.reached_at, Some(first));
        assert_eq!(case.state, State::InAssessment);
    }

    #[test]
    fn nothing_is_assessed_before_the_first_contact() {
        assert_eq!(case(State::AwaitingContact).assessed(), Err(Refusal::NotNow));
        assert_eq!(case(State::InAssessment).assessed().unwrap().state, State::Active);
    }

    #[test]
    fn a_pause_ends_where_the_case_stood() {
        let (today, later) = (day("2026-01-13"), day("2026-02-13"));
        let resumed = case(State::AwaitingContact).paused(later, today).unwrap().resumed().unwrap();
        assert_eq!(resumed.state, State::AwaitingContact);
        assert_eq!(case(State::Active).paused(today, today), Err(Refusal::InThePast));
        assert_eq!(case(State::Active).resumed(), Err(Refusal::NotNow));
    }

    #[test]
    fn a_closed_case_is_not_changed() {
        let closed = case(State::Active).closed(Outcome::Settled).unwrap();
        let (today, later) = (day("2026-01-13"), day("2026-02-13"));
        assert_eq!(closed.clone().closed(Outcome::Other), Err(Refusal::Closed));
        assert_eq!(closed.clone().reached(Timestamp::UNIX_EPOCH), Err(Refusal::Closed));
        assert_eq!(closed.clone().assessed(), Err(Refusal::Closed));
        assert_eq!(closed.clone().paused(later, today), Err(Refusal::Closed));
        assert_eq!(closed.clone().to_call_on(later, today), Err(Refusal::Closed));
        assert_eq!(closed.given_to(AccountId::new()), Err(Refusal::Closed));
    }
}
