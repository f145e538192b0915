//! Lengths of time as people say them.

use jiff::SignedDuration;

use crate::words::Words;

/// In the largest unit that says it exactly: twenty-four months are two years.
pub(crate) fn months(months: i32, w: &Words) -> String {
    if months % 12 == 0 { w.years(months / 12) } else { w.months(months) }
}

/// The same from minutes up to days.
pub(crate) fn length(length: SignedDuration, w: &Words) -> String {
    let minutes = length.as_mins();
    match (minutes % (24 * 60), minutes % 60) {
        (0, _) => days(minutes / (24 * 60), w),
        (_, 0) => w.hours(i32::try_from(minutes / 60).unwrap_or(i32::MAX)),
        _ => w.minutes(i32::try_from(minutes).unwrap_or(i32::MAX)),
    }
}

pub(crate) fn days(days: i64, w: &Words) -> String {
    w.days(i32::try_from(days).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;
    use kernel::Lang;

    #[test]
    fn a_length_of_time_is_said_in_the_largest_unit_that_is_exact() {
        let w = words(Lang::Fr);
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(plain(months(24, w)), "2 ans");
        assert_eq!(plain(months(12, w)), "1 an");
        assert_eq!(plain(months(18, w)), "18 mois");
        assert_eq!(plain(length(SignedDuration::from_hours(24 * 90), w)), "90 jours");
        assert_eq!(plain(length(SignedDuration::from_hours(24), w)), "1 jour");
        assert_eq!(plain(length(SignedDuration::from_hours(12), w)), "12 heures");
        assert_eq!(plain(length(SignedDuration::from_mins(30), w)), "30 minutes");
        assert_eq!(plain(length(SignedDuration::from_mins(1), w)), "1 minute");
    }
}
