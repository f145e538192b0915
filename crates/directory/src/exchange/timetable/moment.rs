use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use kernel::clock::in_france;

use super::left::Left;
use super::lines::Property;

/// When something begins or ends, as clocks in France show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Moment {
    Day(Date),
    Hour(DateTime),
}

impl Moment {
    pub(super) fn parse(property: &Property<'_>, value: &str, left: &mut Left) -> Option<Moment> {
        let value = value.trim();
        if !value.contains('T') {
            return date(value).map(Moment::Day);
        }
        let (text, is_utc) = value.strip_suffix('Z').map_or((value, false), |text| (text, true));
        let (day, hour) = text.split_once('T')?;
        let digits = |range: std::ops::Range<usize>| hour.get(range)?.parse::<i8>().ok();
        let time = Time::new(digits(0..2)?, digits(2..4)?, 0, 0).ok()?;
        let written = date(day)?.to_datetime(time);
        let zone = if is_utc { Some(TimeZone::UTC) } else { zone(property, left) };
        Some(Moment::Hour(match zone {
            Some(zone) => in_france(zone.to_timestamp(written).ok()?).datetime(),
            None => written,
        }))
    }

    pub(super) fn date(self) -> Date {
        match self {
            Moment::Day(date) => date,
            Moment::Hour(moment) => moment.date(),
        }
    }
}

/// The zone its hour is of; `None` for France's, and for one nobody can name, which is said.
fn zone(property: &Property<'_>, left: &mut Left) -> Option<TimeZone> {
    /// What Outlook calls France's.
    const OF_FRANCE: [&str; 3] = ["Europe/Paris", "Romance Standard Time", "Romance"];
    let name = property.parameter("TZID").filter(|name| !OF_FRANCE.contains(name))?;
    let zone = TimeZone::get(name).ok();
    if zone.is_none() {
        left.name_zone(name);
    }
    zone
}

/// `20260113`.
pub(super) fn date(text: &str) -> Option<Date> {
    let is_date = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| text.get(range);
    is_date.then_some(())?;
    Date::new(part(0..4)?.parse().ok()?, part(4..6)?.parse().ok()?, part(6..8)?.parse().ok()?).ok()
}
