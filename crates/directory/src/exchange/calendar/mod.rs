//! Schedules as calendars that telephones and mail programs read.
//!
//! Words: an *event* is one rule of a resource's schedule, coming back in Paris time from the day
//! it is asked for. What no schedule says (« d’octobre à juin ») stands in its description.
//! Invariants: texts cannot end a line or begin another; lines are folded at 75 bytes, never inside
//! a character; the same resource and rule keep their identifier from one reading to the next.
//!
//! Source: RFC 5545.

mod event;
mod text;

pub(crate) use event::takes_place;
pub(super) use event::{code, events};

use text::{folded, property};

pub(super) const CONTENT_TYPE: &str = "text/calendar; charset=utf-8";

/// France's rules since 1996 (directive 2000/84/CE).
const PARIS: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n\
BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n\
DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n\
DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
END:VTIMEZONE\r\n";

/// A whole calendar of these events.
pub(super) fn calendar(name: &str, events: &[String]) -> String {
    let mut calendar = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Maillage//Annuaire//FR\r\n");
    calendar.push_str("CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
    calendar.push_str(&folded(&property("X-WR-CALNAME", name)));
    calendar.push_str(PARIS);
    events.iter().for_each(|event| calendar.push_str(event));
    calendar.push_str("END:VCALENDAR\r\n");
    calendar
}

#[cfg(test)]
mod tests;
