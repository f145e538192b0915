//! Whether a place is open at a given moment.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, NaiveTime};
use jiff::civil::{Date, DateTime};
use opening_hours::localization::Country;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

use super::osm;

static FRENCH_HOLIDAYS: LazyLock<ContextHolidays> = LazyLock::new(|| Country::FR.holidays());

/// Hours that can be asked; to be kept where the same ones are asked often, for reading them is
/// what costs: about a hundred microseconds, against two for an answer (release, on the machine
/// this was written on).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    read: OpeningHours,
    /// Whether they say what becomes of them on a public holiday.
    tell_holidays: bool,
}

impl Hours {
    /// Hours in OpenStreetMap's grammar, or as people write them in French: `Mo-Fr 09:00-12:00`,
    /// « Lundi au vendredi 9h-12h ». `None` for anything else.
    pub fn parse(text: &str) -> Option<Hours> {
        // An empty text is OpenStreetMap's « always open »; here nobody said anything.
        if text.len() > osm::LONGEST || text.trim().is_empty() {
            return None;
        }
        let written = osm::from_french(text).unwrap_or_else(|| text.to_owned());
        let read: OpeningHours = written.parse().ok()?;
        let context = Context::default().with_holidays(FRENCH_HOLIDAYS.clone());
        Some(Hours { read: read.with_context(context), tell_holidays: written.contains("PH") })
    }

    /// Whether it is open then, on French clocks. `None` when they do not say: on a day of
    /// national holiday that they do not mention, or where they say « perhaps ».
    pub fn is_open(&self, at: DateTime) -> Option<bool> {
        let day = day(at.date())?;
        if !self.tell_holidays && FRENCH_HOLIDAYS.get_public().contains(day) {
            return None;
        }
        let time = NaiveTime::from_hms_opt(
            u32::try_from(at.hour()).ok()?,
            u32::try_from(at.minute()).ok()?,
            u32::try_from(at.second()).ok()?,
        )?;
        let mut day = self.read.schedule_at(day).into_iter();
        let now = day.find(|slot| slot.range.contains(&time.into()));
        match now.map(|slot| slot.kind) {
            Some(RuleKind::Open) => Some(true),
            Some(RuleKind::Closed) | None => Some(false),
            Some(RuleKind::Unknown) => None,
        }
    }
}

fn day(date: Date) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(
        i32::from(date.year()),
        u32::try_from(date.month()).ok()?,
        u32::try_from(date.day()).ok()?,
    )?;
    (1900..10_000).contains(&day.year()).then_some(day)
}

/// Whether what has these hours is open at a moment, on French clocks; `None` when nobody can
/// tell, and never an error. Reads the text each time: see [`Hours`] to ask often.
pub fn is_open(text: &str, at: DateTime) -> Option<bool> {
    Hours::parse(text)?.is_open(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Tuesday 24 March 2026.
    fn tuesday(hour: i8, minute: i8) -> DateTime {
        date(2026, 3, 24).at(hour, minute, 0, 0)
    }

    #[test]
    fn a_place_is_open_from_its_first_minute_and_closed_at_its_last() {
        for text in ["Mo-Fr 09:00-12:00,14:00-17:30", "Lundi au vendredi 9h-12h et 14h-17h30"] {
            let open = |hour, minute| is_open(text, tuesday(hour, minute));
            assert_eq!([open(8, 59), open(9, 0), open(11, 59)], [Some(false), Some(true), Some(true)]);
            assert_eq!([open(12, 0), open(14, 0), open(17, 30)], [Some(false), Some(true), Some(false)]);
        }
    }

    #[test]
    fn on_a_public_holiday_nobody_knows_unless_the_hours_say() {
        // Friday 1 May.
        let labour_day = date(2026, 5, 1).at(10, 0, 0, 0);
        assert_eq!(is_open("Mo-Fr 09:00-12:00", labour_day), None);
        assert_eq!(is_open("Mo-Fr 09:00-12:00; PH off", labour_day), Some(false));
        assert_eq!(is_open("Mo-Fr,PH 09:00-12:00", labour_day), Some(true));
        // Easter Monday moves.
        assert_eq!(is_open("Mo 09:00-12:00; PH off", date(2026, 4, 6).at(10, 0, 0, 0)), Some(false));
        assert_eq!(is_open("Mo 09:00-12:00; PH off", date(2026, 4, 13).at(10, 0, 0, 0)), Some(true));
    }

    #[test]
    fn a_night_goes_on_after_midnight_and_a_rank_in_the_month_is_known() {
        assert_eq!(is_open("Mo 20:00-02:00", tuesday(1, 0)), Some(true));
        assert_eq!(is_open("Mo 20:00-02:00", tuesday(20, 30)), Some(false));
        assert_eq!(is_open("Tu[4] 10:00-12:00", tuesday(11, 0)), Some(true));
        assert_eq!(is_open("Tu[1,3] 10:00-12:00", tuesday(11, 0)), Some(false));
        assert_eq!(is_open("24/7", tuesday(3, 0)), Some(true));
    }

    #[test]
    fn what_cannot_be_read_is_unknown() {
        for text in ["", "  ", "sur rendez-vous", "Mo 25:00-26:00", "🙂", "Tu 10:00-12:00 unknown"] {
            assert_eq!(is_open(text, tuesday(11, 0)), None, "{text}");
        }
        assert_eq!(is_open(&"Mo 09:00-12:00;".repeat(1000), tuesday(11, 0)), None);
    }

    proptest! {
        #[test]
        fn no_text_and_no_moment_make_it_fail(
            text in "[MoTuWeThFrSaPH0-9:,;\\[\\]+ /-]{0,40}|(Mo|Tu|PH|SH|week|easter|Jan|2026|-|,|;|[0-9]{1,4}|:| |off|sunset|\\+|/|days|\\(|\\)|\\[|\\]){0,16}|.{0,40}",
            day in -9999_i32..=9999,
            minute in 0_i16..1440,
        ) {
            let year = i16::try_from(day).unwrap();
            let hour = i8::try_from(minute / 60).unwrap();
            let _ = is_open(&text, date(year, 2, 28).at(hour, i8::try_from(minute % 60).unwrap(), 0, 0));
            let _ = is_open(&text, tuesday(hour, 0));
        }
    }
}
