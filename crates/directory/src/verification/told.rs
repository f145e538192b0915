//! All that somebody says of an entry at once, and what becomes of it: corrections over its source,
//! or what this territory itself knows.

use jiff::civil::Date;
use kernel::contact::Email;

use super::correction::Corrections;
use super::field::Field;
use super::whom::Whom;
use crate::contact::Contact;
use crate::resource::Resource;
use crate::vocabulary::{Cost, Wheelchair};

/// The entry as whoever knows it best says it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) description: String,
    /// OpenStreetMap's `opening_hours`; `None` leaves them as they are.
    pub(crate) schedule: Option<String>,
    pub(crate) season_note: Option<String>,
    pub(crate) room: Room,
    pub(crate) waiting_list: bool,
    pub(crate) paused_until: Option<Date>,
    pub(crate) most_at_once: Option<u16>,
    pub(crate) most_a_month: Option<u16>,
    pub(crate) cost: Option<Cost>,
    pub(crate) cost_note: Option<String>,
    pub(crate) wheelchair: Option<Wheelchair>,
    pub(crate) hearing_loop: Option<bool>,
    pub(crate) transport_note: Option<String>,
    pub(crate) whom: Whom,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<Email>,
    /// Where referrals are sent: never shown to the public.
    pub(crate) referral_email: Option<Email>,
    /// In these, what the source says holds again.
    pub(crate) followed: Vec<Field>,
}

/// Whether a newcomer finds a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// Nobody counts.
    Uncounted,
    Places(u16),
    /// Until a day, when it is known.
    Full {
        until: Option<Date>,
    },
}

impl Room {
    pub(crate) fn of(resource: &Resource, today: Date) -> Room {
        let ties = &resource.ties;
        match (ties.full_until.filter(|until| today < *until), ties.places) {
            (Some(until), _) => Room::Full { until: Some(until) },
            (None, Some(0)) => Room::Full { until: None },
            (None, Some(places)) => Room::Places(places),
            (None, None) => Room::Uncounted,
        }
    }
}

impl Told {
    /// The entry, said so: `resource` as it is shown until now.
    pub(crate) fn said_of(self, resource: Resource) -> Resource {
        let (places, full_until) = match self.room {
            Room::Uncounted => (None, None),
            Room::Places(places) => (Some(places), None),
            // A day is enough: the places are counted again after it.
            Room::Full { until: Some(until) } => (resource.ties.places.filter(|left| *left > 0), Some(until)),
            Room::Full { until: None } => (Some(0), None),
        };
        let mut told = resource;
        told.name = self.name;
        told.description = self.description;
        told.cost = self.cost;
        told.cost_note = self.cost_note;
        told.contact = Contact { phone: self.phone, email: self.email };
        self.whom.said_of(&mut told);
        let ties = &mut told.ties;
        ties.schedule = self.schedule.or(ties.schedule.take());
        ties.season_note = self.season_note;
        ties.places = places;
        ties.full_until = full_until;
        ties.waiting_list = self.waiting_list;
        ties.paused_until = self.paused_until;
        ties.most_at_once = self.most_at_once;
        ties.most_a_month = self.most_a_month;
        ties.wheelchair = self.wheelchair;
        ties.hearing_loop = self.hearing_loop;
        ties.transport_note = self.transport_note;
        ties.referral_email = self.referral_email;
        told
    }
}

/// What is kept of an entry that is `told` so, over what its source says.
pub(super) fn kept(source: &Resource, told: &Resource) -> Corrections {
    Corrections::between(source, told)
}
