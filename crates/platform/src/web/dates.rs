//! Days and moments in words.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use kernel::Lang;
use kernel::clock::in_france;

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// « samedi 21 novembre 2026 », "Saturday 21 November 2026".
pub fn long(day: Date, lang: Lang) -> String {
    format!("{} {}", weekday(day.weekday(), lang), plain(day, lang))
}

/// « 21 novembre 2026 », « 1er décembre 2026 ».
pub fn plain(day: Date, lang: Lang) -> String {
    let index = usize::try_from(day.month() - 1).unwrap_or_default();
    let months = match lang {
        Lang::Fr => MONTHS_FR,
        Lang::En => MONTHS_EN,
    };
    let month = months.get(index).copied().unwrap_or_default();
    let number = match (lang, day.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{number}\u{a0}{month}\u{a0}{}", day.year())
}

/// A day as a date field sends it, or as it is written in France: « 24/03/2026 ».
pub fn typed(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| Date::strptime("%d/%m/%Y", text).ok())
}

/// The French day of a stored moment (Unix seconds), in words.
pub fn day_of(second: i64, lang: Lang) -> String {
    plain(day(second), lang)
}

/// The French day of a stored moment (Unix seconds).
pub fn day(second: i64) -> Date {
    in_france(Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)).date()
}

/// « 21 novembre 2026 à 14 h 05 ».
pub fn moment(second: i64, lang: Lang) -> String {
    let zoned = in_france(Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH));
    let day = plain(zoned.date(), lang);
    match lang {
        Lang::Fr => format!("{day} à {}\u{a0}h\u{a0}{:02}", zoned.hour(), zoned.minute()),
        Lang::En => format!("{day} at {}:{:02}", zoned.hour(), zoned.minute()),
    }
}

/// « mardi », « Tuesday ».
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let [fr, en] = match day {
        Weekday::Monday => ["lundi", "Monday"],
        Weekday::Tuesday => ["mardi", "Tuesday"],
        Weekday::Wednesday => ["mercredi", "Wednesday"],
        Weekday::Thursday => ["jeudi", "Thursday"],
        Weekday::Friday => ["vendredi", "Friday"],
        Weekday::Saturday => ["samedi", "Saturday"],
        Weekday::Sunday => ["dimanche", "Sunday"],
    };
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_say_them() {
        assert_eq!(long(jiff::civil::date(2026, 11, 21), Lang::Fr), "samedi 21\u{a0}novembre\u{a0}2026");
        assert_eq!(plain(jiff::civil::date(2026, 12, 1), Lang::Fr), "1er\u{a0}décembre\u{a0}2026");
        assert_eq!(plain(jiff::civil::date(2026, 12, 1), Lang::En), "1\u{a0}December\u{a0}2026");
    }

    #[test]
    fn a_day_is_read_as_fields_send_it_and_as_people_write_it() {
        let day = Some(jiff::civil::date(2026, 3, 24));
        assert_eq!((typed(" 2026-03-24 "), typed("24/03/2026"), typed("31/02/2026")), (day, day, None));
    }

    #[test]
    fn a_moment_is_shown_on_french_clocks() {
        let second = "2026-03-31T07:05:00Z".parse::<Timestamp>().unwrap().as_second();
        assert_eq!(moment(second, Lang::Fr), "31\u{a0}mars\u{a0}2026 à 9\u{a0}h\u{a0}05");
    }
}
