//! What is known of a person's wishes and of what makes a place possible for them.

use std::collections::BTreeSet;

use directory::vocabulary::{Language, Lever, Topic};
use jiff::civil::Weekday;
use kernel::coded::Coded;

/// The longest sentence kept, in characters.
pub const LONGEST_WORDS: usize = 2_000;
/// The furthest anybody is asked to go, in kilometres.
pub const FURTHEST_KM: u8 = 100;

/// One person's assessment, as they and their link worker wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// What matters to them, in their words.
    pub matters: Option<String>,
    /// What they are good at and who they can count on.
    pub strengths: Option<String>,
    /// What stops them.
    pub obstacles: Option<String>,
    pub needs: BTreeSet<Need>,
    /// What they would like a place to do.
    pub levers: BTreeSet<Lever>,
    pub topics: BTreeSet<Topic>,
    pub constraints: BTreeSet<Constraint>,
    /// In which they are at ease, besides French.
    pub languages: BTreeSet<Language>,
    /// When they are free; empty when they did not say.
    pub times: BTreeSet<Slot>,
    pub reach: Reach,
    pub digital_ease: Option<DigitalEase>,
    pub priority_area: Option<PriorityArea>,
}

/// How far a person can go; nothing is known until they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Kilometres from home, from 1 to [`FURTHEST_KM`].
    pub km: Option<u8>,
    pub by: Option<Means>,
}

kernel::coded! {
    /// A domain in which something is missing.
    Need {
        Ties = "ties",
        Mobility = "mobility",
        Housing = "housing",
        Rights = "rights",
        Money = "money",
        Health = "health",
        /// They care for somebody.
        Caring = "caring",
        Digital = "digital",
        /// French.
        Language = "language",
        Work = "work",
    }
}

kernel::coded! {
    /// What a place must offer for this person to come.
    Constraint {
        Wheelchair = "wheelchair",
        HearingLoop = "hearing_loop",
        FreeOrNearly = "free",
        SmallGroup = "small_group",
        /// Somebody comes along, or waits at the door, the first time.
        AccompaniedFirst = "accompanied",
        /// Somebody must fetch them.
        TransportNeeded = "transport",
        /// They do not leave their home: a visit, a call.
        HomeOnly = "home_only",
        EveningOrWeekend = "evening_weekend",
    }
}

kernel::coded! {
    /// How they get about.
    Means {
        Walking = "walking",
        /// Bus, tram, metro, train.
        Bus = "bus",
        /// Their own car, or somebody's.
        Car = "car",
    }
}

kernel::coded! {
    /// Whether forms and messages on the internet reach them.
    DigitalEase {
        Alone = "alone",
        /// With somebody beside them.
        Helped = "helped",
        NotAtAll = "none",
    }
}

kernel::coded! {
    /// Whether their home is in a quartier prioritaire de la politique de la ville (law 2014-173, article 5).
    PriorityArea {
        Yes = "yes",
        No = "no",
    }
}

/// A half-day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    pub day: Weekday,
    pub half: HalfDay,
}

kernel::coded! {
    HalfDay {
        /// Until 1 p.m.
        Morning = "am",
        /// From 1 p.m. on.
        Afternoon = "pm",
    }
}

impl Assessment {
    /// Nothing was written or ticked.
    pub fn is_empty(&self) -> bool {
        *self == Assessment::default()
    }
}

impl Slot {
    /// Monday morning to Sunday afternoon.
    pub fn all() -> impl Iterator<Item = Slot> {
        WEEK.into_iter().flat_map(|day| HalfDay::all().map(move |half| Slot { day, half }))
    }

    /// `mo-am`, with the day as OpenStreetMap's `opening_hours` names it.
    pub fn code(self) -> String {
        format!("{}-{}", day_code(self.day), self.half.code())
    }

    pub fn from_code(code: &str) -> Option<Slot> {
        Slot::all().find(|slot| slot.code() == code)
    }

    fn rank(self) -> (i8, HalfDay) {
        (self.day.to_monday_zero_offset(), self.half)
    }
}

impl Ord for Slot {
    fn cmp(&self, other: &Slot) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Slot {
    fn partial_cmp(&self, other: &Slot) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The days, Monday first.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mo",
        Weekday::Tuesday => "tu",
        Weekday::Wednesday => "we",
        Weekday::Thursday => "th",
        Weekday::Friday => "fr",
        Weekday::Saturday => "sa",
        Weekday::Sunday => "su",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_half_day() {
        assert!(Slot::all().all(|slot| Slot::from_code(&slot.code()) == Some(slot)));
        assert_eq!(Slot::all().count(), 14);
    }

    #[test]
    fn the_week_begins_on_monday_morning() {
        let sorted: Vec<String> = Slot::all().collect::<BTreeSet<_>>().into_iter().map(Slot::code).collect();
        assert_eq!(sorted.first().map(String::as_str), Some("mo-am"));
        assert_eq!(sorted.last().map(String::as_str), Some("su-pm"));
    }
}
