//! What happened with one connection and what will, day by day.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::Lang;
use kernel::clock::in_france;
use kernel::coded::Coded;
use platform::web::dates;

use super::super::model::{Connection, EXPIRY, REMINDER, State};
use super::super::rules::TIMES_THAT_COUNT;
use crate::caseload::EventKind;
use crate::caseload::event::Event;
use crate::words::{Words, words};

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) day: Date,
    pub(super) spoken_day: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) is_to_come: bool,
}

/// What has happened, oldest first, then what time will do.
pub(super) fn of(connection: &Connection, events: &[Event], now: Timestamp, lang: Lang) -> Vec<Moment> {
    let own = events.iter().filter(|event| event.connection_id == Some(connection.id.0));
    // The line of an attendance stands on the day they came, not on the day it was noted.
    let told = own.filter(|event| event.kind != EventKind::Attended.code());
    let mut moments: Vec<Moment> = told.map(|event| happened(connection, event, lang)).collect();
    moments
        .extend(connection.attendances.iter().enumerate().map(|(before, day)| came(*day, before + 1, lang)));
    moments.sort_by_key(|moment| moment.day);
    moments.extend(to_come(connection, now, lang));
    moments
}

fn happened(connection: &Connection, event: &Event, lang: Lang) -> Moment {
    let w = words(lang);
    let kind = EventKind::from_code(&event.kind);
    let by_link = event.account_name.is_none()
        && matches!(kind, Some(EventKind::Accepted | EventKind::Declined | EventKind::Waitlisted));
    let why = match (kind, &connection.state) {
        (Some(EventKind::Declined), State::Declined { reason, .. })
        | (Some(EventKind::Dropped), State::Dropped { reason }) => Some(reason.label(w)),
        _ => None,
    };
    let by = event.account_name.clone().or_else(|| by_link.then(|| w.connection_story_by_organization()));
    let text: Vec<String> = why.into_iter().chain(by).collect();
    moment(dates::day(event.at), title(w, kind), text.join(" · "), false, lang)
}

fn came(day: Date, times: usize, lang: Lang) -> Moment {
    let w = words(lang);
    let [first, third, sixth] = TIMES_THAT_COUNT;
    let text = match times {
        n if n == first => w.connection_milestone_first(),
        n if n == third => w.connection_milestone_third(),
        n if n == sixth => w.connection_milestone_sixth(),
        _ => String::new(),
    };
    moment(day, w.connection_story_attended(), text, false, lang)
}

fn to_come(connection: &Connection, now: Timestamp, lang: Lang) -> Vec<Moment> {
    let w = words(lang);
    let line = |day: Date, title: String| moment(day, title, String::new(), true, lang);
    match (&connection.state, &connection.request) {
        (State::Asked, Some(request)) => {
            let reminder = in_france(request.at + REMINDER).date();
            let expiry = in_france(request.at + EXPIRY).date();
            let will_remind =
                request.email.is_some() && request.reminded_at.is_none() && now < request.at + REMINDER;
            let reminded = will_remind.then(|| line(reminder, w.connection_story_to_remind()));
            reminded.into_iter().chain([line(expiry, w.connection_story_to_expire())]).collect()
        }
        (State::Waitlisted { until }, _) if *until > in_france(now).date() => {
            vec![line(*until, w.connection_story_to_ask_again())]
        }
        (State::Accepted { meeting } | State::Introduced { meeting, .. }, _) => {
            let day = meeting.on.into_iter();
            day.map(|day| line(day, w.connection_story_to_meet())).collect()
        }
        _ => Vec::new(),
    }
}

fn moment(day: Date, title: String, text: String, is_to_come: bool, lang: Lang) -> Moment {
    Moment { day, spoken_day: dates::long(day, lang), title, text, is_to_come }
}

fn title(w: &Words, kind: Option<EventKind>) -> String {
    match kind {
        Some(EventKind::Proposed) => w.connection_story_proposed(),
        Some(EventKind::Asked) => w.connection_story_asked(),
        Some(EventKind::Reminded) => w.connection_story_reminded(),
        Some(EventKind::Accepted) => w.connection_story_accepted(),
        Some(EventKind::Declined) => w.connection_story_declined(),
        Some(EventKind::Waitlisted) => w.connection_story_waitlisted(),
        Some(EventKind::Expired) => w.connection_story_expired(),
        Some(EventKind::Introduced) => w.connection_story_introduced(),
        Some(EventKind::Attended) => w.connection_story_attended(),
        Some(EventKind::Settled) => w.connection_story_settled(),
        Some(EventKind::Dropped) => w.connection_story_dropped(),
        _ => w.connection_story_other(),
    }
}
