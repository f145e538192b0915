//! What is typed about a connection, read once: the link worker's page and the organisation's use
//! the same fields.

use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::text::{TextError, optional};
use platform::web::{Problems, dates};
use serde::Deserialize;

use super::super::model::State;
use super::super::parts::{Answer, Going, Meeting};
use super::super::rules::USUAL_WAIT_DAYS;
use crate::referral::model::DeclineReason;
use crate::words::Words;

pub(super) const LONGEST_LINE: usize = 200;
pub(super) const LONGEST_WORDS: usize = 1000;

/// What an organisation may give as a reason, the usual ones first: the others are the person's
/// or the link worker's to give.
const REASONS_OF_ORGANIZATIONS: [DeclineReason; 6] = [
    DeclineReason::Full,
    DeclineReason::NotEligible,
    DeclineReason::NotReachable,
    DeclineReason::NotInterested,
    DeclineReason::OtherObstacles,
    DeclineReason::Other,
];

pub(super) fn reasons_of_organizations(w: &Words) -> Vec<(DeclineReason, String)> {
    REASONS_OF_ORGANIZATIONS.into_iter().map(|reason| (reason, reason.label(w))).collect()
}

/// What was arranged for the first meeting, in words.
pub(super) fn arranged(w: &Words, lang: Lang, state: &State) -> Vec<(String, String)> {
    let (meeting, going) = match state {
        State::Accepted { meeting } => (meeting, None),
        State::Introduced { meeting, going } => (meeting, Some(going.label(w))),
        _ => return Vec::new(),
    };
    let on = meeting.on.map(|day| (w.connection_meeting_on(), dates::long(day, lang)));
    let place = meeting.place.clone().map(|place| (w.connection_meeting_place(), place));
    let contact = meeting.contact.clone().map(|contact| (w.connection_meeting_contact(), contact));
    let going = going.map(|going| (w.connection_going(), going));
    [on, place, contact, going].into_iter().flatten().collect()
}

/// As typed; each form sends the few it has.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub(super) once: String,
    pub(super) version: i64,
    pub(super) meeting_on: String,
    pub(super) meeting_place: String,
    pub(super) meeting_contact: String,
    pub(super) until: String,
    pub(super) reason: String,
    pub(super) words: String,
    pub(super) going: String,
    pub(super) day: String,
    pub(super) drop_reason: String,
}

/// One thing done on the page of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Answer(Answer),
    Introduce(Meeting, Going),
    Attend(Date),
    Settle,
    Drop(DeclineReason),
    Withdraw,
}

/// Parses fields, and says what is wrong with them in the reader's language.
pub(super) struct Reader<'a> {
    pub(super) w: &'a Words,
    pub(super) today: Date,
    pub(super) typed: &'a Typed,
}

impl Reader<'_> {
    /// The step an address ends with; outer `None` for an address that leads nowhere, inner when
    /// something typed cannot be kept.
    pub(super) fn step(&self, name: &str, problems: &mut Problems) -> Option<Option<Step>> {
        Some(match name {
            "rencontre" => self.introduction(problems),
            "venue" => self.day("day", &self.typed.day, problems).and_then(|day| {
                problems.keep("day", day.ok_or(()), |()| self.w.connection_day_needed()).map(Step::Attend)
            }),
            "autonomie" => Some(Step::Settle),
            "abandon" => self.reason("drop_reason", &self.typed.drop_reason, problems).map(Step::Drop),
            "retrait" => Some(Step::Withdraw),
            _ => self.answer(name, problems)?.map(Step::Answer),
        })
    }

    /// The same for an answer alone.
    pub(super) fn answer(&self, name: &str, problems: &mut Problems) -> Option<Option<Answer>> {
        Some(match name {
            "oui" => {
                self.meeting(problems).and_then(|meeting| self.to_come(meeting, problems)).map(Answer::Yes)
            }
            "attente" => self.wait(problems),
            "non" => {
                let reason = self.reason("reason", &self.typed.reason, problems);
                let words = self.line("words", &self.typed.words, LONGEST_WORDS, problems);
                reason.zip(words).map(|(reason, words)| Answer::No { reason, words })
            }
            _ => return None,
        })
    }

    fn introduction(&self, problems: &mut Problems) -> Option<Step> {
        let meeting = self.meeting(problems);
        let going = Going::from_code(&self.typed.going).ok_or(());
        let going = problems.keep("going", going, |()| self.w.connection_going_needed());
        meeting.zip(going).map(|(meeting, going)| Step::Introduce(meeting, going))
    }

    fn meeting(&self, problems: &mut Problems) -> Option<Meeting> {
        let on = self.day("meeting_on", &self.typed.meeting_on, problems);
        let place = self.line("meeting_place", &self.typed.meeting_place, LONGEST_LINE, problems);
        let contact = self.line("meeting_contact", &self.typed.meeting_contact, LONGEST_LINE, problems);
        Some(Meeting { on: on?, place: place?, contact: contact? })
    }

    fn to_come(&self, meeting: Meeting, problems: &mut Problems) -> Option<Meeting> {
        let gone = meeting.on.is_some_and(|day| day < self.today);
        problems
            .keep("meeting_on", if gone { Err(()) } else { Ok(meeting) }, |()| self.w.connection_day_gone())
    }

    fn wait(&self, problems: &mut Problems) -> Option<Answer> {
        let usual = self.today.saturating_add(jiff::Span::new().days(USUAL_WAIT_DAYS));
        let until = self.day("until", &self.typed.until, problems)?.unwrap_or(usual);
        let to_come = if until > self.today { Ok(until) } else { Err(()) };
        problems.keep("until", to_come, |()| self.w.connection_day_gone()).map(|until| Answer::Wait { until })
    }

    fn reason(&self, field: &'static str, code: &str, problems: &mut Problems) -> Option<DeclineReason> {
        let reason = DeclineReason::from_code(code).ok_or(());
        problems.keep(field, reason, |()| self.w.connection_reason_needed())
    }

    fn day(&self, field: &'static str, text: &str, problems: &mut Problems) -> Option<Option<Date>> {
        let text = text.trim();
        let parsed = if text.is_empty() { Ok(None) } else { dates::typed(text).map(Some).ok_or(()) };
        problems.keep(field, parsed, |()| self.w.connection_day_unreadable())
    }

    fn line(
        &self,
        field: &'static str,
        text: &str,
        longest: usize,
        problems: &mut Problems,
    ) -> Option<Option<String>> {
        problems.keep(field, optional(text, longest), |error| match error {
            TextError::TooLong(max) => self.w.connection_too_long(i32::try_from(max).unwrap_or(i32::MAX)),
            TextError::Empty => String::new(),
        })
    }
}
