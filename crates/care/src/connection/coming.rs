//! What a person has before them, for their papers.

use jiff::civil::Date;

use super::model::{Connection, State};

/// A first meeting that is to come.
#[derive(Clone, Debug)]
pub(crate) struct FirstMeeting {
    pub(crate) day: Date,
    pub(crate) resource: String,
    pub(crate) organization: String,
    pub(crate) place: Option<String>,
    pub(crate) contact: Option<String>,
}

/// The soonest first.
pub(crate) fn first_meetings(ties: &[Connection], today: Date) -> Vec<FirstMeeting> {
    let meetings = ties.iter().filter_map(|tie| FirstMeeting::of(tie, today));
    let mut meetings: Vec<FirstMeeting> = meetings.collect();
    meetings.sort_by_key(|meeting| meeting.day);
    meetings
}

impl FirstMeeting {
    /// None once it has passed, or without a day.
    pub(crate) fn of(tie: &Connection, today: Date) -> Option<FirstMeeting> {
        let (State::Accepted { meeting } | State::Introduced { meeting, .. }) = &tie.state else {
            return None;
        };
        Some(FirstMeeting {
            day: meeting.on.filter(|day| *day >= today)?,
            resource: tie.offer.resource_name.clone(),
            organization: tie.offer.organization_name.clone(),
            place: meeting.place.clone(),
            contact: meeting.contact.clone(),
        })
    }
}
