//! A caseload's words.

use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use platform::web::dates;

use super::acts::How;
use super::event::{Event, EventKind};
use super::model::{Outcome, State};
use super::task::Task;
use super::ties::{Dated, Place};
use crate::words::Words;

impl State {
    pub fn label(&self, w: &Words, lang: Lang) -> String {
        match self {
            State::AwaitingContact => w.case_awaiting_contact(),
            State::InAssessment => w.case_in_assessment(),
            State::Active => w.case_active(),
            State::Paused { until } => w.case_paused(dates::plain(*until, lang)),
            State::Closed { outcome } => w.case_closed(outcome.label(w)),
        }
    }
}

impl Outcome {
    pub fn label(self, w: &Words) -> String {
        match self {
            Outcome::Settled => w.outcome_settled(),
            Outcome::GoalsReached => w.outcome_goals_reached(),
            Outcome::OtherSupport => w.outcome_other_support(),
            Outcome::Unreachable => w.outcome_unreachable(),
            Outcome::Stopped => w.outcome_stopped(),
            Outcome::Moved => w.outcome_moved(),
            Outcome::Deceased => w.outcome_deceased(),
            Outcome::Other => w.outcome_other(),
        }
    }
}

impl How {
    pub fn label(self, w: &Words) -> String {
        match self {
            How::Call => w.how_call(),
            How::Visit => w.how_visit(),
            How::Message => w.how_message(),
            How::Letter => w.how_letter(),
        }
    }
}

impl Task {
    /// One sentence beside the name.
    pub fn sentence(&self, w: &Words, lang: Lang) -> String {
        let day = |date: &Date| dates::plain(*date, lang);
        let count = |n: usize| i64::try_from(n).unwrap_or_default();
        match self {
            Task::CallLate { since } => w.task_call_late(day(since)),
            Task::Meeting(Dated { on, place }) => w.task_meeting(&place.name, dates::long(*on, lang)),
            Task::AskHowItWent(Dated { on, place }) => w.task_ask_how_it_went(&place.name, day(on)),
            Task::CallFirst { by } => w.task_call_first(day(by)),
            Task::CallBack { on } => w.task_call_back(day(on)),
            Task::WriteLetter { tries } => w.task_write_letter(count(*tries)),
            Task::TryAgain { tries, .. } => w.task_try_again(count(*tries)),
            Task::AwaitLetter => w.task_await_letter(),
            Task::FindAnother(place) => w.task_find_another(&place.name),
            Task::ChaseOrganization(Dated { on, place }) => w.task_chase(&place.name, day(on)),
            Task::AskAgain(Dated { on, place }) => w.task_ask_again(&place.name, day(on)),
            Task::Introduce(place) => w.task_introduce(&place.name),
            Task::DecideAfterLetter { since } => w.task_decide_after_letter(day(since)),
            Task::Review { on } => w.task_review(day(on)),
            Task::AskIfTheyCame(Dated { on, place }) => w.task_ask_if_they_came(&place.name, day(on)),
            Task::Assess => w.task_assess(),
            Task::Find => w.task_find(),
            Task::Resume { since } => w.task_resume(day(since)),
        }
    }

    /// The few words of a label beside the name.
    pub fn tag(&self, w: &Words) -> String {
        match self {
            Task::CallLate { .. } => w.tag_late(),
            Task::Meeting(_) => w.tag_meeting(),
            Task::AskHowItWent(_) | Task::AskIfTheyCame(_) => w.tag_how_it_went(),
            Task::DecideAfterLetter { .. } => w.tag_decide(),
            Task::Review { .. } => w.tag_review(),
            Task::CallFirst { .. } => w.tag_new(),
            Task::CallBack { .. } | Task::TryAgain { .. } => w.tag_call_again(),
            Task::WriteLetter { .. } | Task::AwaitLetter => w.tag_letter(),
            Task::FindAnother(_) | Task::Find => w.tag_find(),
            Task::ChaseOrganization(_) => w.tag_silent(),
            Task::AskAgain(_) => w.tag_waiting_list(),
            Task::Introduce(_) => w.tag_accepted(),
            Task::Assess => w.tag_assess(),
            Task::Resume { .. } => w.tag_resume(),
        }
    }

    /// Where the button leads and what it says, for a task that is not a call.
    pub fn way(&self, w: &Words, case: &str) -> (String, String) {
        let tie = |place: &Place| format!("/personnes/{case}/liens/{}", place.tie);
        match self {
            Task::WriteLetter { .. } | Task::AwaitLetter => {
                (format!("/personnes/{case}/lettre"), w.do_write_letter())
            }
            Task::FindAnother(_) | Task::Find => (format!("/personnes/{case}/trouver"), w.do_find()),
            Task::Assess => (format!("/personnes/{case}/point"), w.do_assess()),
            Task::Review { .. } => (format!("/personnes/{case}/bilan"), w.do_review()),
            Task::Introduce(place) => (tie(place), w.do_prepare()),
            Task::ChaseOrganization(Dated { place, .. }) | Task::AskAgain(Dated { place, .. }) => {
                (tie(place), w.do_chase())
            }
            Task::Meeting(Dated { place, .. })
            | Task::AskHowItWent(Dated { place, .. })
            | Task::AskIfTheyCame(Dated { place, .. }) => (tie(place), w.open()),
            Task::DecideAfterLetter { .. }
            | Task::Resume { .. }
            | Task::CallLate { .. }
            | Task::CallFirst { .. }
            | Task::CallBack { .. }
            | Task::TryAgain { .. } => (format!("/personnes/{case}"), w.open()),
        }
    }
}

impl Event {
    /// One line of the thread.
    pub fn line(&self, w: &Words, lang: Lang) -> String {
        let detail = self.detail.as_deref().unwrap_or_default();
        let Some(kind) = EventKind::from_code(&self.kind) else { return self.kind.clone() };
        match kind {
            EventKind::Opened => w.event_opened(),
            EventKind::Assigned => w.event_assigned(detail),
            EventKind::Attempted => attempt(detail, w),
            EventKind::Reached => w.event_reached(),
            EventKind::Assessed => w.event_assessed(),
            EventKind::Planned => w.event_planned(),
            EventKind::Proposed => w.event_proposed(detail),
            EventKind::Asked => w.event_asked(detail),
            EventKind::Accepted => w.event_accepted(detail),
            EventKind::Declined => w.event_declined(detail),
            EventKind::Waitlisted => w.event_waitlisted(detail),
            EventKind::Reminded => w.event_reminded(detail),
            EventKind::Expired => w.event_expired(detail),
            EventKind::Introduced => w.event_introduced(detail),
            EventKind::Attended => w.event_attended(detail),
            EventKind::Settled => w.event_settled(detail),
            EventKind::Dropped => w.event_dropped(detail),
            EventKind::Paused => {
                w.event_paused(detail.parse().map_or(String::new(), |day| dates::plain(day, lang)))
            }
            EventKind::Resumed => w.event_resumed(),
            EventKind::Reviewed => w.event_reviewed(),
            EventKind::Closed => w.event_closed(),
        }
    }
}

fn attempt(result: &str, w: &Words) -> String {
    match result {
        "reached" => w.attempt_reached(),
        "call_back" => w.attempt_call_back(),
        "wrong_number" => w.attempt_wrong_number(),
        "sent" => w.attempt_sent(),
        _ => w.attempt_no_answer(),
    }
}
