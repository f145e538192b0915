//! A connection's words.

use super::model::{Refusal, State};
use super::parts::{Going, Shared};
use crate::words::Words;

impl State {
    pub fn label(&self, w: &Words) -> String {
        match self {
            State::Proposed => w.connection_state_proposed(),
            State::Asked => w.connection_state_asked(),
            State::Waitlisted { .. } => w.connection_state_waitlisted(),
            State::Accepted { .. } => w.connection_state_accepted(),
            State::Declined { .. } => w.connection_state_declined(),
            State::Expired => w.connection_state_expired(),
            State::Introduced { .. } => w.connection_state_introduced(),
            State::TookPart => w.connection_state_took_part(),
            State::Settled => w.connection_state_settled(),
            State::Dropped { .. } => w.connection_state_dropped(),
        }
    }
}

impl Going {
    pub fn label(self, w: &Words) -> String {
        match self {
            Going::Alone => w.connection_going_alone(),
            Going::Accompanied => w.connection_going_accompanied(),
            Going::Transport => w.connection_going_transport(),
        }
    }
}

impl Shared {
    pub fn label(self, w: &Words) -> String {
        match self {
            Shared::Name => w.connection_shared_name(),
            Shared::AgeBand => w.connection_shared_age_band(),
            Shared::Phone => w.connection_shared_phone(),
            Shared::Likes => w.connection_shared_likes(),
            Shared::Accompaniment => w.connection_shared_accompaniment(),
        }
    }
}

impl Refusal {
    pub fn label(self, w: &Words) -> String {
        match self {
            Refusal::NotNow => w.connection_refused_not_now(),
            Refusal::CaseClosed => w.connection_refused_closed(),
            Refusal::AlreadyProposed => w.connection_refused_already(),
            Refusal::NoConsent => w.connection_refused_no_consent(),
            Refusal::Paused => w.connection_refused_paused(),
            Refusal::EnoughAsked => w.connection_refused_enough(),
            Refusal::InTheFuture => w.connection_day_to_come(),
            Refusal::BeforeAsked => w.connection_day_before_asked(),
        }
    }
}
