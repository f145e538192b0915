//! Days on which some things do not take place.

use jiff::ToSpan;
use jiff::civil::Date;

/// The eleven public holidays of a year in metropolitan France (Code du travail, L3133-1); Alsace,
/// Moselle and overseas have others, which are left out.
pub(crate) fn of_year(year: i16) -> Vec<Date> {
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let fixed = fixed.into_iter().filter_map(|(month, day)| Date::new(year, month, day).ok());
    let easter = easter(year);
    let moving = [1, 39, 50].into_iter().filter_map(|after| easter?.checked_add(after.days()).ok());
    let mut all: Vec<Date> = fixed.chain(moving).collect();
    all.sort_unstable();
    all
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_is_when_it_was_and_will_be() {
        for day in
            [date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2026, 4, 5), date(2038, 4, 25)]
        {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn a_year_has_eleven_public_holidays() {
        let all = of_year(2026);
        assert_eq!(all.len(), 11);
        for day in [date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25), date(2026, 11, 11)] {
            assert!(all.contains(&day), "{day}");
        }
    }
}
