use jiff::civil::{Time, Weekday, time};
use kernel::coded::Coded;
use kernel::{Lang, coded};

use super::{Schedule, Slot, WEEK};
use crate::words::words;

/// A part of a day of the week: « mardi après-midi ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfDay {
    pub day: Weekday,
    pub part: Part,
}

coded! {
    /// Morning until noon, afternoon until six, then the evening.
    Part {
        Morning = "matin",
        Afternoon = "apres-midi",
        Evening = "soir",
    }
}

impl Part {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Part::Morning => w.part_morning(),
            Part::Afternoon => w.part_afternoon(),
            Part::Evening => w.part_evening(),
        }
    }

    /// From and to.
    fn hours(self) -> (Time, Time) {
        match self {
            Part::Morning => (Time::midnight(), time(12, 0, 0, 0)),
            Part::Afternoon => (time(12, 0, 0, 0), time(18, 0, 0, 0)),
            Part::Evening => (time(18, 0, 0, 0), Time::MAX),
        }
    }
}

impl HalfDay {
    /// Seven days of three parts, Monday morning first.
    pub fn all() -> impl Iterator<Item = HalfDay> {
        WEEK.into_iter().flat_map(|day| Part::all().map(move |part| HalfDay { day, part }))
    }

    /// `mardi-apres-midi`.
    pub fn code(self) -> String {
        format!("{}-{}", day_code(self.day), self.part.code())
    }

    pub fn from_code(code: &str) -> Option<HalfDay> {
        HalfDay::all().find(|half_day| half_day.code() == code)
    }

    fn meets(self, (day, (from, to)): (Weekday, Slot)) -> bool {
        let (start, end) = self.part.hours();
        // What goes on past midnight ends, for us, with its day.
        let to = if to <= from { Time::MAX } else { to };
        let (from, to) = (from.max(start), to.min(end));
        day == self.day
            && from < to
            && from
                .until(to)
                .is_ok_and(|span| span.total(jiff::Unit::Minute).is_ok_and(|minutes| minutes >= HALF_AN_HOUR))
    }
}

/// Less than that, and one only meets its end or its beginning.
const HALF_AN_HOUR: f64 = 30.0;

impl Schedule {
    /// The half-days in which it is open for half an hour at least.
    pub fn half_days(&self) -> Vec<HalfDay> {
        let slots: Vec<(Weekday, Slot)> = self.slots().collect();
        HalfDay::all().filter(|half_day| slots.iter().any(|slot| half_day.meets(*slot))).collect()
    }
}

/// « mardi », as in addresses.
pub fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    }
}

pub fn day_from_code(code: &str) -> Option<Weekday> {
    WEEK.into_iter().find(|day| day_code(*day) == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        Schedule::parse(text).unwrap().half_days().into_iter().map(HalfDay::code).collect()
    }

    #[test]
    fn a_slot_belongs_to_the_half_days_it_lasts_half_an_hour_in() {
        assert_eq!(codes("Tu 14:00-16:00"), ["mardi-apres-midi"]);
        assert_eq!(codes("We 09:00-12:15"), ["mercredi-matin"]);
        assert_eq!(codes("We 09:00-12:30"), ["mercredi-matin", "mercredi-apres-midi"]);
        assert_eq!(
            codes("Fr 17:30-20:00; Sa[1] 10:00-11:00"),
            ["vendredi-apres-midi", "vendredi-soir", "samedi-matin"]
        );
    }

    #[test]
    fn days_read_back_from_their_codes() {
        assert!(WEEK.into_iter().all(|day| day_from_code(day_code(day)) == Some(day)));
        assert_eq!(Part::from_code("apres-midi"), Some(Part::Afternoon));
    }
}
