//! Codes in words.

use super::super::model::{Refusal, State};
use super::super::parts::Going;
use crate::person::Civility;
use crate::referral::model::DeclineReason;
use crate::words::Words;

pub(super) fn state(w: &Words, state: &State) -> String {
    match state {
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

pub(super) fn reason(w: &Words, reason: DeclineReason) -> String {
    match reason {
        DeclineReason::NotReachable => w.connection_reason_not_reachable(),
        DeclineReason::Absent => w.connection_reason_absent(),
        DeclineReason::NotEligible => w.connection_reason_not_eligible(),
        DeclineReason::NotMobile => w.connection_reason_not_mobile(),
        DeclineReason::NotInterested => w.connection_reason_not_interested(),
        DeclineReason::Full => w.connection_reason_full(),
        DeclineReason::Duplicate => w.connection_reason_duplicate(),
        DeclineReason::OtherObstacles => w.connection_reason_other_obstacles(),
        DeclineReason::Other => w.connection_reason_other(),
    }
}

pub(super) fn going(w: &Words, going: Going) -> String {
    match going {
        Going::Alone => w.connection_going_alone(),
        Going::Accompanied => w.connection_going_accompanied(),
        Going::Transport => w.connection_going_transport(),
    }
}

pub(super) fn refusal(w: &Words, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotNow => w.connection_refused_not_now(),
        Refusal::CaseClosed => w.connection_refused_closed(),
        Refusal::AlreadyProposed => w.connection_refused_already(),
        Refusal::NoConsent => w.connection_refused_no_consent(),
        Refusal::InTheFuture => w.connection_day_to_come(),
        Refusal::BeforeAsked => w.connection_day_before_asked(),
    }
}

pub(super) fn came_today(w: &Words, civility: Option<Civility>) -> String {
    match civility {
        Some(Civility::Madame) => w.connection_came_today_mme(),
        Some(Civility::Monsieur) => w.connection_came_today_m(),
        None => w.connection_came_today(),
    }
}

/// What an organisation may give as a reason, the usual ones first: the others are the person's
/// or the link worker's to give.
pub(super) const REASONS_OF_ORGANIZATIONS: [DeclineReason; 6] = [
    DeclineReason::Full,
    DeclineReason::NotEligible,
    DeclineReason::NotReachable,
    DeclineReason::NotInterested,
    DeclineReason::OtherObstacles,
    DeclineReason::Other,
];
