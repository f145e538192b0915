//! What is known of a person's wishes and of what makes a place possible for them.

use std::collections::BTreeSet;

use directory::vocabulary::{Coded, Language, Lever, Topic};
use jiff::civil::Weekday;

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
}

/// How far a person can go; nothing is known until they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Kilometres from home, from 1 to [`FURTHEST_KM`].
    pub km: Option<u8>,
    pub by: Option<Means>,
}

/// A domain in which something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    Ties,
    Mobility,
    Housing,
    Rights,
    Money,
    Health,
    /// They care for somebody.
    Caring,
    Digital,
    /// French.
    Language,
    Work,
}

/// What a place must offer for this person to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    Wheelchair,
    HearingLoop,
    FreeOrNearly,
    SmallGroup,
    /// Somebody comes along, or waits at the door, the first time.
    AccompaniedFirst,
    /// Somebody must fetch them.
    TransportNeeded,
    /// They do not leave their home: a visit, a call.
    HomeOnly,
    EveningOrWeekend,
}

/// How they get about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Means {
    Walking,
    /// Bus, tram, metro, train.
    Bus,
    /// Their own car, or somebody's.
    Car,
}

/// A half-day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    pub day: Weekday,
    pub half: HalfDay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HalfDay {
    /// Until 1 p.m.
    Morning,
    /// From 1 p.m. on.
    Afternoon,
}

impl Assessment {
    /// Nothing was written or ticked.
    pub fn is_empty(&self) -> bool {
        *self == Assessment::default()
    }

    pub fn asks_for(&self, constraint: Constraint) -> bool {
        self.constraints.contains(&constraint)
    }
}

impl Slot {
    /// Monday morning to Sunday afternoon.
    pub fn all() -> impl Iterator<Item = Slot> {
        WEEK.into_iter().flat_map(|day| HalfDay::ALL.map(|half| Slot { day, half }))
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

impl HalfDay {
    pub const ALL: [HalfDay; 2] = [HalfDay::Morning, HalfDay::Afternoon];

    pub fn code(self) -> &'static str {
        match self {
            HalfDay::Morning => "am",
            HalfDay::Afternoon => "pm",
        }
    }
}

impl Coded for Need {
    fn all() -> impl Iterator<Item = Need> {
        use Need as N;
        [
            N::Ties,
            N::Mobility,
            N::Housing,
            N::Rights,
            N::Money,
            N::Health,
            N::Caring,
            N::Digital,
            N::Language,
            N::Work,
        ]
        .into_iter()
    }

    fn code(self) -> &'static str {
        match self {
            Need::Ties => "ties",
            Need::Mobility => "mobility",
            Need::Housing => "housing",
            Need::Rights => "rights",
            Need::Money => "money",
            Need::Health => "health",
            Need::Caring => "caring",
            Need::Digital => "digital",
            Need::Language => "language",
            Need::Work => "work",
        }
    }
}

impl Coded for Constraint {
    fn all() -> impl Iterator<Item = Constraint> {
        use Constraint as C;
        [
            C::Wheelchair,
            C::HearingLoop,
            C::FreeOrNearly,
            C::SmallGroup,
            C::AccompaniedFirst,
            C::TransportNeeded,
            C::HomeOnly,
            C::EveningOrWeekend,
        ]
        .into_iter()
    }

    fn code(self) -> &'static str {
        match self {
            Constraint::Wheelchair => "wheelchair",
            Constraint::HearingLoop => "hearing_loop",
            Constraint::FreeOrNearly => "free",
            Constraint::SmallGroup => "small_group",
            Constraint::AccompaniedFirst => "accompanied",
            Constraint::TransportNeeded => "transport",
            Constraint::HomeOnly => "home_only",
            Constraint::EveningOrWeekend => "evening_weekend",
        }
    }
}

impl Coded for Means {
    fn all() -> impl Iterator<Item = Means> {
        [Means::Walking, Means::Bus, Means::Car].into_iter()
    }

    fn code(self) -> &'static str {
        match self {
            Means::Walking => "walking",
            Means::Bus => "bus",
            Means::Car => "car",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_what_it_stands_for() {
        assert!(Need::all().all(|need| Need::from_code(need.code()) == Some(need)));
        assert!(Constraint::all().all(|one| Constraint::from_code(one.code()) == Some(one)));
        assert!(Means::all().all(|means| Means::from_code(means.code()) == Some(means)));
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
