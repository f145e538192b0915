//! A connection and what may happen to it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::clock::in_france;
use kernel::id::{CaseId, ConnectionId};

use super::parts::{Answer, Going, Meeting, Offer, Request};
use crate::referral::model::DeclineReason;

/// A silent organisation is written to again after so long.
pub const REMINDER: SignedDuration = SignedDuration::from_hours(10 * 24);
/// A request and its link live so long.
pub const EXPIRY: SignedDuration = SignedDuration::from_hours(30 * 24);

/// One tie being made between a person and a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    pub id: ConnectionId,
    pub case_id: CaseId,
    pub offer: Offer,
    pub proposed_at: Timestamp,
    pub state: State,
    /// From the day the organisation is told.
    pub request: Option<Request>,
    pub answered_at: Option<Timestamp>,
    /// The days the person came. They only grow.
    pub attendances: BTreeSet<Date>,
    pub ended_at: Option<Timestamp>,
    pub version: i64,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Proposed,
    Asked,
    Waitlisted { until: Date },
    Accepted { meeting: Meeting },
    Declined { reason: DeclineReason, words: Option<String> },
    Expired,
    Introduced { meeting: Meeting, going: Going },
    TookPart,
    Settled,
    Dropped { reason: DeclineReason },
}

/// Why something cannot be done to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not in this state")]
    NotNow,
    #[error("the case is closed")]
    CaseClosed,
    #[error("this resource is already being tried")]
    AlreadyProposed,
    #[error("the day is still to come")]
    InTheFuture,
    #[error("the organisation had not been asked yet that day")]
    BeforeAsked,
    #[error("the person has not agreed, or no longer agrees")]
    NoConsent,
    #[error("the organisation takes nobody for now")]
    Paused,
    #[error("the organisation has as many requests as it takes")]
    EnoughAsked,
}

impl Connection {
    pub fn proposed(case_id: CaseId, offer: Offer, now: Timestamp) -> Connection {
        Connection {
            id: ConnectionId::new(),
            case_id,
            offer,
            proposed_at: now,
            state: State::Proposed,
            request: None,
            answered_at: None,
            attendances: BTreeSet::new(),
            ended_at: None,
            version: 1,
        }
    }

    /// The organisation is told what the person agreed to.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] the second time.
    pub fn asked(mut self, request: Request) -> Result<Connection, Refusal> {
        match self.state {
            State::Proposed => {
                self.request = Some(request);
                self.state = State::Asked;
                Ok(self)
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// The organisation was written to again.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] once it has answered, or was reminded.
    pub fn reminded(mut self, now: Timestamp) -> Result<Connection, Refusal> {
        match (&self.state, &mut self.request) {
            (State::Asked, Some(request)) if request.reminded_at.is_none() => {
                request.reminded_at = Some(now);
                Ok(self)
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// The organisation answered; whoever is on a waiting list may get another answer.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] before it was asked, and after a yes or a no.
    pub fn answered(mut self, answer: Answer, now: Timestamp) -> Result<Connection, Refusal> {
        if !self.awaits_answer() {
            return Err(Refusal::NotNow);
        }
        self.answered_at = Some(now);
        self.state = match answer {
            Answer::Yes(meeting) => State::Accepted { meeting },
            Answer::Wait { until } => State::Waitlisted { until },
            Answer::No { reason, words } => {
                self.ended_at = Some(now);
                State::Declined { reason, words }
            }
        };
        Ok(self)
    }

    /// Nobody answered within [`EXPIRY`].
    ///
    /// # Errors
    /// [`Refusal::NotNow`] before that, or when somebody did.
    pub fn expired(mut self, now: Timestamp) -> Result<Connection, Refusal> {
        match (&self.state, &self.request) {
            (State::Asked, Some(request)) if request.at + EXPIRY <= now => {
                self.state = State::Expired;
                self.ended_at = Some(now);
                Ok(self)
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// How and when the person goes for the first time; may be arranged again until they went.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] without a yes, [`Refusal::BeforeAsked`] for a day before the request.
    pub fn introduced(mut self, meeting: Meeting, going: Going) -> Result<Connection, Refusal> {
        match self.state {
            State::Accepted { .. } | State::Introduced { .. } => {
                if let Some(day) = meeting.on {
                    self.must_follow_the_request(day)?;
                }
                self.state = State::Introduced { meeting, going };
                Ok(self)
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// The person came that day; the same day twice is one. A first time nobody had arranged
    /// counts like any other, and so does a day after they settled.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] without a yes, [`Refusal::InTheFuture`], [`Refusal::BeforeAsked`].
    pub fn attended(mut self, day: Date, today: Date) -> Result<Connection, Refusal> {
        self.state = match self.state {
            State::Accepted { .. } | State::Introduced { .. } | State::TookPart => State::TookPart,
            State::Settled => State::Settled,
            _ => return Err(Refusal::NotNow),
        };
        if day > today {
            return Err(Refusal::InTheFuture);
        }
        self.must_follow_the_request(day)?;
        self.attendances.insert(day);
        Ok(self)
    }

    /// The person takes part on their own.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] before they came once.
    pub fn settled(mut self, now: Timestamp) -> Result<Connection, Refusal> {
        match self.state {
            State::TookPart => {
                self.state = State::Settled;
                self.ended_at = Some(now);
                Ok(self)
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// It goes no further, and why.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] when it has already ended.
    pub fn dropped(mut self, reason: DeclineReason, now: Timestamp) -> Result<Connection, Refusal> {
        if !self.is_open() {
            return Err(Refusal::NotNow);
        }
        self.state = State::Dropped { reason };
        self.ended_at = Some(now);
        Ok(self)
    }

    /// Whether something may still come of it.
    pub fn is_open(&self) -> bool {
        match self.state {
            State::Proposed
            | State::Asked
            | State::Waitlisted { .. }
            | State::Accepted { .. }
            | State::Introduced { .. }
            | State::TookPart => true,
            State::Declined { .. } | State::Expired | State::Settled | State::Dropped { .. } => false,
        }
    }

    /// Whether the organisation may answer, for the first time or from its waiting list.
    pub fn awaits_answer(&self) -> bool {
        matches!(self.state, State::Asked | State::Waitlisted { .. })
    }

    /// Whether the organisation was written to; otherwise it is called, or was not asked yet.
    pub fn is_asked_by_letter(&self) -> bool {
        self.request.as_ref().is_some_and(|request| request.email.is_some())
    }

    fn must_follow_the_request(&self, day: Date) -> Result<(), Refusal> {
        match &self.request {
            Some(request) if in_france(request.at).date() <= day => Ok(()),
            Some(_) => Err(Refusal::BeforeAsked),
            None => Err(Refusal::NotNow),
        }
    }
}

impl State {
    /// As stored.
    pub fn code(&self) -> &'static str {
        match self {
            State::Proposed => "proposed",
            State::Asked => "asked",
            State::Waitlisted { .. } => "waitlisted",
            State::Accepted { .. } => "accepted",
            State::Declined { .. } => "declined",
            State::Expired => "expired",
            State::Introduced { .. } => "introduced",
            State::TookPart => "took_part",
            State::Settled => "settled",
            State::Dropped { .. } => "dropped",
        }
    }
}
