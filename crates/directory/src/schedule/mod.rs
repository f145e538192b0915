//! When something is open or takes place, read from OpenStreetMap's `opening_hours` and said in
//! plain words.
//!
//! Only what directories really write is read: days of the week, their ranks in the month, single
//! dates, times, days off and « PH off »; and « Lundi au vendredi 9h-12h », as people write it
//! ([`osm`]). Anything else is no [`Schedule`], and the text is then shown as it was written.
//! Whether it is open at a moment ([`is_open`]) is answered for all of that grammar.
//! Invariant: a later rule replaces an earlier one for the same day of the week.
//!
//! Source: <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>.

mod half_day;
pub(crate) mod holidays;
mod hours;
mod osm;
mod parse;
mod recurrence;
mod say;

pub use half_day::{HalfDay, Part, day_code, day_from_code};
pub use hours::{Hours, is_open};
pub use recurrence::Recurrence;

use jiff::civil::{Date, Time, Weekday};

/// From a moment to another, local time.
pub type Slot = (Time, Time);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Every week; Monday first.
    week: [Vec<Slot>; 7],
    monthly: Vec<Monthly>,
    dates: Vec<(Date, Vec<Slot>)>,
    closed_on_holidays: bool,
}

/// Certain weeks of the month only: the first and third Wednesday.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Monthly {
    day: Weekday,
    /// From 1; -1 is the last.
    ranks: Vec<i8>,
    slots: Vec<Slot>,
}

impl Schedule {
    /// `None` when the text is written otherwise than we read.
    pub fn parse(text: &str) -> Option<Schedule> {
        parse::schedule(text).or_else(|| parse::schedule(&osm::from_french(text)?))
    }

    /// Every slot that comes back each week or month, with its day.
    pub fn regular_slots(&self) -> impl Iterator<Item = (Weekday, Slot)> + '_ {
        let monthly = self.monthly.iter().flat_map(|rule| rule.slots.iter().map(|slot| (rule.day, *slot)));
        self.weekly_slots().chain(monthly)
    }

    /// Those of every week, Monday first.
    pub fn weekly_slots(&self) -> impl Iterator<Item = (Weekday, Slot)> + '_ {
        let days = WEEK.into_iter().zip(&self.week);
        days.flat_map(|(day, slots)| slots.iter().map(move |slot| (day, *slot)))
    }

    /// The same, and those of single dates.
    pub fn slots(&self) -> impl Iterator<Item = (Weekday, Slot)> + '_ {
        self.regular_slots().chain(self.dated_slots().map(|(date, slot)| (date.weekday(), slot)))
    }

    /// Those of single dates.
    pub fn dated_slots(&self) -> impl Iterator<Item = (Date, Slot)> + '_ {
        self.dates.iter().flat_map(|(date, slots)| slots.iter().map(|slot| (*date, *slot)))
    }

    /// Whether it took place on single dates only, and the last one has passed.
    pub fn is_over_on(&self, day: Date) -> bool {
        self.regular_slots().next().is_none() && self.dates.iter().all(|(date, _)| *date < day)
    }
}

/// Monday first.
pub(crate) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_single_date_is_over_the_day_after_and_a_weekly_one_never() {
        let feast = Schedule::parse("2026 Jun 13 14:30-18:00").unwrap();
        assert!(!feast.is_over_on(date(2026, 6, 13)));
        assert!(feast.is_over_on(date(2026, 6, 14)));
        assert_eq!(feast.slots().map(|(day, _)| day).collect::<Vec<_>>(), [Weekday::Saturday]);
        let weekly = Schedule::parse("2026 Jun 13 14:30-18:00; Tu[1] 10:00-12:00").unwrap();
        assert!(!weekly.is_over_on(date(2030, 1, 1)));
    }
}
