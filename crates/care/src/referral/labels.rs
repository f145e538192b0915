//! A referral's words.

use super::model::{DeclineReason, Origin, Reason, State};
use crate::person::Civility;
use crate::words::Words;

impl Reason {
    /// As the person themselves ticks it.
    pub fn own_label(self, w: &Words) -> String {
        match self {
            Reason::FeelsAlone => w.own_reason_feels_alone(),
            Reason::Bereavement => w.own_reason_bereavement(),
            Reason::GoesOutLittle => w.own_reason_goes_out_little(),
            Reason::CaresForSomebody => w.own_reason_cares_for_somebody(),
            Reason::NewInTheArea => w.own_reason_new_in_the_area(),
            Reason::WantsToBeUseful => w.own_reason_wants_to_be_useful(),
            Reason::LowMoney => w.own_reason_low_money(),
            Reason::Health => w.own_reason_health(),
            Reason::Paperwork => w.own_reason_paperwork(),
        }
    }

    /// « Se sent seule », of somebody known to be a woman.
    pub fn said_of(self, civility: Option<Civility>, w: &Words) -> String {
        match (self, civility) {
            (Reason::FeelsAlone, Some(Civility::Madame)) => w.reason_feels_alone_mme(),
            (Reason::FeelsAlone, Some(Civility::Monsieur)) => w.reason_feels_alone_m(),
            (Reason::NewInTheArea, Some(Civility::Madame)) => w.reason_new_in_the_area_mme(),
            (Reason::NewInTheArea, Some(Civility::Monsieur)) => w.reason_new_in_the_area_m(),
            _ => self.label(w),
        }
    }

    /// Of anybody.
    pub fn label(self, w: &Words) -> String {
        match self {
            Reason::FeelsAlone => w.reason_feels_alone(),
            Reason::Bereavement => w.reason_bereavement(),
            Reason::GoesOutLittle => w.reason_goes_out_little(),
            Reason::CaresForSomebody => w.reason_cares_for_somebody(),
            Reason::NewInTheArea => w.reason_new_in_the_area(),
            Reason::WantsToBeUseful => w.reason_wants_to_be_useful(),
            Reason::LowMoney => w.reason_low_money(),
            Reason::Health => w.reason_health(),
            Reason::Paperwork => w.reason_paperwork(),
        }
    }
}

impl DeclineReason {
    pub fn label(self, w: &Words) -> String {
        match self {
            DeclineReason::NotReachable => w.decline_not_reachable(),
            DeclineReason::Absent => w.decline_absent(),
            DeclineReason::NotEligible => w.decline_not_eligible(),
            DeclineReason::NotMobile => w.decline_not_mobile(),
            DeclineReason::NotInterested => w.decline_not_interested(),
            DeclineReason::Full => w.decline_full(),
            DeclineReason::Duplicate => w.decline_duplicate(),
            DeclineReason::OtherObstacles => w.decline_other_obstacles(),
            DeclineReason::Other => w.decline_other(),
        }
    }
}

impl Origin {
    pub fn label(&self, w: &Words) -> String {
        match self {
            Origin::Prescriber(_) => w.origin_prescriber(),
            Origin::Person => w.origin_person(),
            Origin::ThirdParty { name, .. } => w.origin_third_party(name),
            Origin::Paper(_) => w.origin_paper(),
        }
    }
}

impl State {
    pub fn label(self, w: &Words) -> String {
        match self {
            State::Sent => w.state_sent(),
            State::Received => w.state_received(),
            State::Accepted => w.state_accepted(),
            State::Closed => w.state_closed(),
            State::Declined(reason) => w.state_declined(reason.label(w)),
            State::Withdrawn => w.state_withdrawn(),
        }
    }
}
