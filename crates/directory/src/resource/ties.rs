use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::contact::Email;
use serde::{Deserialize, Serialize};

use super::model::Zone;
use crate::contact::email_text;
use crate::vocabulary::{Format, Language, Lever, Topic, Transport, Wheelchair};

/// What a territory knows about a resource and data·inclusion has no field for: what makes a first
/// visit possible.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ties {
    /// The main one first.
    pub levers: Vec<Lever>,
    pub topics: BTreeSet<Topic>,
    pub format: Option<Format>,
    /// How many people meet, usually.
    pub group_size: Option<u16>,
    /// Places open now; 0 is full, for as long as [`Resource`](super::Resource) believes it; `None` is
    /// not counted.
    pub places: Option<u16>,
    /// No newcomer before that day.
    pub full_until: Option<Date>,
    /// Whoever finds no place is put on a list and called.
    pub waiting_list: bool,
    /// Nobody is to be sent before that day: its people rest, or its place is being mended.
    pub paused_until: Option<Date>,
    /// How many requests its people can have before them at once.
    pub most_at_once: Option<u16>,
    /// How many requests they take in a calendar month.
    pub most_a_month: Option<u16>,
    /// When it happens, in OpenStreetMap's `opening_hours`: `We 14:00-16:00`.
    pub schedule: Option<String>,
    /// What the schedule cannot say: « d’octobre à juin ».
    pub season_note: Option<String>,
    /// `None`: nobody has checked.
    pub wheelchair: Option<Wheelchair>,
    /// `None`: nobody has checked.
    pub hearing_loop: Option<bool>,
    pub languages: BTreeSet<Language>,
    pub transport: Option<Transport>,
    pub transport_note: Option<String>,
    /// Where it comes to people's homes.
    pub home_zones: Vec<Zone>,
    /// Somebody may come along, or is met at the door, the first time.
    pub accompanied_first_time: bool,
    pub ages: Option<Ages>,
    /// Where referrals are sent: never shown to the public.
    #[serde(with = "email_text")]
    pub referral_email: Option<Email>,
    /// The day somebody here last checked the entry.
    pub verified_on: Option<Date>,
}

impl Ties {
    /// Until when nobody is to be sent, that day.
    pub fn pause_on(&self, day: Date) -> Option<Date> {
        self.paused_until.filter(|until| day < *until)
    }
}

/// For whom by age, ends included; an open end is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    pub from: Option<u8>,
    pub to: Option<u8>,
}

impl Ages {
    pub fn include(self, age: u8) -> bool {
        self.from.is_none_or(|from| from <= age) && self.to.is_none_or(|to| age <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_pause_ends_with_its_day() {
        let ties = Ties { paused_until: Some(date(2026, 4, 30)), ..Ties::default() };
        assert_eq!(ties.pause_on(date(2026, 4, 29)), Some(date(2026, 4, 30)));
        assert_eq!(ties.pause_on(date(2026, 4, 30)), None);
    }

    #[test]
    fn age_limits_are_included_and_an_open_end_is_no_limit() {
        let seniors = Ages { from: Some(60), to: None };
        assert!(seniors.include(60) && seniors.include(99) && !seniors.include(59));
    }
}
